// <div data-board>: cards ([data-card] with data-move-url) are dragged between columns ([data-column], its value the
// stage) by mouse, pen or a long touch, or sent by keyboard: M (or [data-move-menu]) opens "move to…", Ctrl and an arrow
// goes to the neighbour. A move is PATCH data-move-url with `stage` and the card's `version`. A good answer may bring the
// new card and, out of band, new sums. A refusal puts the card back and shows the fragment it came with (what the stage
// asks for); a form in it is posted with htmx and targets #move-panel until it answers 2xx.
import { attach, failed, fragment, htmx, place, say, word } from '../kit.js';

const SLACK = 6;
const LONG_TOUCH_MS = 260;
const EDGE = 60;

class Board {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    /** @type {Drag | undefined} */
    this.drag = undefined;
    root.addEventListener('pointerdown', (event) => this.press(event));
    root.addEventListener('keydown', (event) => this.key(event));
    root.addEventListener('click', (event) => {
      const opener = event.target instanceof Element && event.target.closest('[data-move-menu]');
      const card = opener ? opener.closest('[data-card]') : null;
      if (card instanceof HTMLElement) this.menu(card);
    });
    // The browser would drag the link inside the card, and scroll or open its menu under a finger that holds one.
    const mine = (/** @type {Event} */ event) => this.drag?.ghost && event.preventDefault();
    root.addEventListener('dragstart', (event) => event.preventDefault());
    root.addEventListener('touchmove', mine, { passive: false });
    root.addEventListener('contextmenu', mine);
  }

  /** @returns {HTMLElement[]} */
  get columns() {
    return [...this.root.querySelectorAll('[data-column]')].map((column) => /** @type {HTMLElement} */ (column));
  }

  /** @param {Element} element @returns {HTMLElement} */
  columnOf(element) {
    return /** @type {HTMLElement} */ (element.closest('[data-column]'));
  }

  /** @param {PointerEvent} event */
  press(event) {
    const target = event.target instanceof Element ? event.target : null;
    const card = target?.closest('[data-card][data-move-url]');
    if (!(card instanceof HTMLElement) || event.button !== 0 || target?.closest('button, input, select')) return;
    this.drag?.cancel();
    this.drag = new Drag(this, card, event);
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const card = event.target instanceof Element && event.target.closest('[data-card][data-move-url]');
    if (!(card instanceof HTMLElement)) return;
    if (event.code === 'KeyM' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      event.stopPropagation();
      this.menu(card);
    } else if (event.ctrlKey && /^Arrow(Left|Right)$/.test(event.key)) {
      event.preventDefault();
      const rtl = getComputedStyle(this.root).direction === 'rtl';
      const step = (event.key === 'ArrowRight') === rtl ? -1 : 1;
      const column = this.columns[this.columns.indexOf(this.columnOf(card)) + step];
      if (column) void this.move(card, column);
    }
  }

  /** @param {HTMLElement} card */
  menu(card) {
    document.getElementById('move-menu')?.remove();
    const menu = document.createElement('div');
    menu.id = 'move-menu';
    menu.className = 'pop menu';
    menu.popover = 'auto';
    menu.setAttribute('role', 'group');
    menu.setAttribute('aria-label', word('moveTo'));
    const here = this.columnOf(card);
    for (const column of this.columns) {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = column.getAttribute('aria-label') ?? column.dataset.column ?? '';
      button.disabled = column === here;
      button.addEventListener('click', () => void this.move(card, column));
      menu.append(button);
    }
    document.body.append(menu);
    menu.showPopover();
    place(menu, card);
    const first = menu.querySelector('button:not(:disabled)');
    if (first instanceof HTMLElement) first.focus();
    menu.addEventListener('toggle', (event) => {
      if (/** @type {ToggleEvent} */ (event).newState === 'closed' && document.activeElement === document.body)
        card.focus();
    });
  }

  /**
   * Moves at once and asks the server; puts the card back when it refuses.
   *
   * @param {HTMLElement} card
   * @param {HTMLElement} column
   * @param {Element | null} [before] the card it should stand above
   */
  async move(card, column, before = null) {
    const home = { column: this.columnOf(card), next: card.nextElementSibling };
    if (home.column === column) return;
    const cards = /** @type {HTMLElement} */ (column.querySelector('[data-cards]'));
    cards.insertBefore(card, before ?? cards.querySelector(':scope > [data-card]') ?? cards.firstChild);
    card.focus({ preventScroll: true });
    card.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    const values = { stage: column.dataset.column ?? '', version: card.dataset.version ?? '' };
    const url = card.dataset.moveUrl ?? '';
    const answer = await fragment(url, { method: 'PATCH', values, target: card.id }).catch(() => ({
      ok: false,
      status: 0,
      html: '',
    }));
    if (answer.ok) {
      if (answer.html.trim()) this.replace(card, answer.html);
      this.root.dispatchEvent(new Event('moved'));
      say(
        word('moved', { name: card.getAttribute('aria-label') ?? '', column: column.getAttribute('aria-label') ?? '' }),
      );
      return;
    }
    const back = /** @type {HTMLElement} */ (home.column.querySelector('[data-cards]'));
    back.insertBefore(card, home.next?.parentElement === back ? home.next : null);
    card.focus({ preventScroll: true });
    if (answer.html.includes('<') && [409, 412, 422].includes(answer.status)) this.explain(answer.html, column);
    else failed(answer.status);
  }

  /** @param {HTMLElement} card @param {string} html */
  replace(card, html) {
    const { id } = card;
    htmx.swap(card, html, { swapStyle: 'outerHTML', swapDelay: 0, settleDelay: 0 });
    const fresh = document.getElementById(id);
    if (fresh) fresh.focus({ preventScroll: true });
  }

  /** @param {string} html @param {HTMLElement} column */
  explain(html, column) {
    document.getElementById('move-panel')?.remove();
    const panel = document.createElement('div');
    panel.id = 'move-panel';
    panel.className = 'pop stagepop';
    panel.popover = 'auto';
    document.body.append(panel);
    htmx.swap(panel, html, { swapStyle: 'innerHTML', swapDelay: 0, settleDelay: 0 });
    panel.showPopover();
    if (innerWidth >= 704) place(panel, column.querySelector('header') ?? column);
    const first = panel.querySelector('input:not([type=hidden]), select, textarea, button');
    if (first instanceof HTMLElement) first.focus();
    panel.addEventListener('click', (event) => {
      if (event.target instanceof Element && event.target.closest('[data-close]')) panel.hidePopover();
    });
    document.addEventListener('move-done', () => panel.remove(), { once: true });
  }
}

/** One press of the pointer on a card: nothing yet, then a drag, then a drop or a cancellation. */
class Drag {
  /** @param {Board} board @param {HTMLElement} card @param {PointerEvent} event */
  constructor(board, card, event) {
    this.board = board;
    this.card = card;
    this.from = { x: event.clientX, y: event.clientY };
    const box = card.getBoundingClientRect();
    this.grip = { x: event.clientX - box.left, y: event.clientY - box.top };
    this.listening = new AbortController();
    /** @type {HTMLElement | undefined} */
    this.ghost = undefined;
    const { signal } = this.listening;
    addEventListener('pointermove', (e) => this.moved(e), { signal });
    addEventListener('pointerup', () => this.drop(), { signal });
    addEventListener('pointercancel', () => this.cancel(), { signal });
    addEventListener('keydown', (e) => e.key === 'Escape' && this.cancel(), { signal, capture: true });
    addEventListener('selectstart', (e) => e.preventDefault(), { signal });
    this.touch = event.pointerType === 'touch';
    if (this.touch) this.timer = setTimeout(() => this.lift(), LONG_TOUCH_MS);
  }

  /** @param {PointerEvent} event */
  moved(event) {
    const far = Math.hypot(event.clientX - this.from.x, event.clientY - this.from.y) > SLACK;
    if (!this.ghost) {
      if (far && this.touch) this.cancel();
      else if (far) this.lift();
      if (!this.ghost) return;
    }
    this.follow(event.clientX, event.clientY);
  }

  lift() {
    const { card } = this;
    const { width, height } = card.getBoundingClientRect();
    this.ghost = /** @type {HTMLElement} */ (card.cloneNode(true));
    this.ghost.removeAttribute('id');
    this.ghost.classList.add('lift', 'dragging');
    this.ghost.style.inlineSize = `${width}px`;
    this.ghost.setAttribute('aria-hidden', 'true');
    this.gap = document.createElement('div');
    this.gap.className = 'gap';
    this.gap.style.blockSize = `${height}px`;
    this.slot = /** @type {HTMLElement} */ (this.gap.cloneNode());
    this.slot.className = 'slot';
    card.before(this.gap);
    card.hidden = true;
    document.body.append(this.ghost);
    this.follow(this.from.x, this.from.y);
    if (this.touch) navigator.vibrate?.(12);
  }

  /** @param {number} x @param {number} y */
  follow(x, y) {
    if (!this.ghost || !this.slot) return;
    this.ghost.style.setProperty('left', `${x - this.grip.x}px`);
    this.ghost.style.setProperty('top', `${y - this.grip.y}px`);
    const { root } = this.board;
    const box = root.getBoundingClientRect();
    if (x < box.left + EDGE) root.scrollBy(-14, 0);
    else if (x > box.right - EDGE) root.scrollBy(14, 0);
    const over = document.elementFromPoint(x, y)?.closest('[data-column]');
    for (const column of this.board.columns) column.classList.toggle('over', column === over);
    if (!over || over === this.board.columnOf(this.card)) {
      this.slot.remove();
      return;
    }
    const cards = /** @type {HTMLElement} */ (over.querySelector('[data-cards]'));
    const below = [...cards.querySelectorAll(':scope > [data-card]')].find((other) => {
      const rect = other.getBoundingClientRect();
      return y < rect.top + rect.height / 2;
    });
    cards.insertBefore(
      this.slot,
      below ?? cards.querySelector(':scope > .slot ~ :not([data-card])') ?? cards.querySelector(':scope > .addcard'),
    );
  }

  drop() {
    const { slot, card } = this;
    const column = slot?.isConnected ? this.board.columnOf(slot) : undefined;
    const before = slot?.nextElementSibling ?? null;
    this.cancel();
    if (column) void this.board.move(card, column, before?.isConnected ? before : null);
  }

  cancel() {
    clearTimeout(this.timer);
    if (this.ghost) swallowClick();
    this.listening.abort();
    this.ghost?.remove();
    this.gap?.remove();
    this.slot?.remove();
    this.card.hidden = false;
    for (const column of this.board.columns) column.classList.remove('over');
    this.board.drag = undefined;
  }
}

/** A drag ends with a click on the link below the pointer; it is not meant. */
function swallowClick() {
  const gone = new AbortController();
  addEventListener('click', (event) => event.preventDefault(), { capture: true, once: true, signal: gone.signal });
  setTimeout(() => gone.abort(), 60);
}

attach('[data-board]', (root) => void new Board(root));
