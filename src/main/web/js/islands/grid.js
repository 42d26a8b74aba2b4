// <table role="grid" data-grid>: cells ([data-field] in a row with data-href) are walked and edited as in a spreadsheet.
// Arrows, Home, End and Tab's neighbours move; Enter, F2, a letter or a second press edit; Enter, Tab and leaving save;
// Escape lets go. A copied value is pasted into the cell one stands on. The form comes from {href}/cells/{field}; a good
// answer is the row as it stands now, any other is a form again: what was wrong, or mine and theirs.
import { attach, failed, fragment, htmx } from '../kit.js';

const PAGE = 10;
/** @type {Record<string, [number, number]>} */
const STEPS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], PageUp: [-PAGE, 0], PageDown: [PAGE, 0] };

class Grid {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    /** @type {HTMLElement | undefined} the one cell that Tab finds */
    this.current = undefined;
    /** @type {string | undefined} what was typed while the form is on its way */
    this.ahead = undefined;
    /** @type {HTMLElement | undefined} the cell pressed last */
    this.pressed = undefined;
    root.addEventListener('keydown', (event) => this.key(event));
    root.addEventListener('focusin', (event) => this.enter(event.target));
    root.addEventListener('focusout', (event) => this.leave(event));
    root.addEventListener('click', (event) => this.press(event));
    root.addEventListener('paste', (event) => this.paste(event));
    root.addEventListener('submit', (event) => {
      event.preventDefault();
      const cell = cellOf(event.target);
      if (cell) void this.save(cell);
    });
    this.mark(cellOf(document.activeElement) ?? this.rows[0]?.cells[1]);
    root.dataset.ready = '';
  }

  /** @returns {HTMLTableRowElement[]} */
  get rows() {
    return [...this.root.querySelectorAll('tr[data-row]')].map((row) => /** @type {HTMLTableRowElement} */ (row));
  }

  /** @param {HTMLElement | undefined} cell */
  mark(cell) {
    if (!cell) return;
    if (this.current) this.current.tabIndex = -1;
    cell.tabIndex = 0;
    this.current = cell;
  }

  /** @param {EventTarget | null} target */
  enter(target) {
    const cell = cellOf(target);
    if (cell) this.mark(cell);
  }

  /** @param {HTMLElement} cell @param {number} down @param {number} along */
  move(cell, down, along) {
    const rows = this.rows;
    const row = /** @type {HTMLTableRowElement} */ (cell.parentElement);
    const at = rows.indexOf(row);
    const column = [...row.cells].indexOf(/** @type {HTMLTableCellElement} */ (cell));
    const next = rows[clamp(at + down, rows.length)]?.cells;
    const target = next?.[clamp(column + along, next.length)];
    if (!target || target === cell) return;
    this.mark(target);
    target.focus({ preventScroll: false });
    target.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const cell = cellOf(event.target);
    if (!cell || event.defaultPrevented || event.isComposing) return;
    if (cell.querySelector('.cellform')) this.keyInside(cell, event);
    else if (event.target === cell) this.keyOn(cell, event);
  }

  /** @param {HTMLElement} cell @param {KeyboardEvent} event */
  keyInside(cell, event) {
    const lines = event.target instanceof HTMLTextAreaElement && !event.ctrlKey;
    if (event.key === 'Escape') {
      this.cancel(cell);
    } else if (event.key === 'Enter' && !lines && !(event.target instanceof HTMLButtonElement)) {
      void this.save(cell).then((well) => well && this.move(cell, event.shiftKey ? -1 : 1, 0));
    } else if (event.key === 'Tab' && !cell.querySelector('[data-conflict]')) {
      void this.save(cell).then((well) => well && this.move(cell, 0, event.shiftKey ? -1 : 1));
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** @param {HTMLElement} cell @param {KeyboardEvent} event */
  keyOn(cell, event) {
    const rtl = getComputedStyle(this.root).direction === 'rtl';
    const { key } = event;
    const ahead = key === 'ArrowRight' ? (rtl ? -1 : 1) : key === 'ArrowLeft' ? (rtl ? 1 : -1) : 0;
    const step = STEPS[key];
    if (this.ahead !== undefined) {
      if (key.length === 1) this.ahead += key;
      return event.preventDefault();
    }
    const written = key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (ahead) this.move(cell, 0, ahead);
    else if (step) this.move(cell, step[0], step[1]);
    else if (key === 'Home' || key === 'End') this.move(cell, event.ctrlKey ? far(key) : 0, far(key));
    else if (key === ' ' && cell.closest('tr')) tick(cell);
    else if (key === 'Enter' && !canEdit(cell)) first(cell)?.click();
    else if (key === 'Enter' || key === 'F2') void this.edit(cell);
    else if (written && key !== '?' && key !== '/' && canEdit(cell)) void this.edit(cell, key);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** A first press goes to a cell, a second one edits it. @param {MouseEvent} event */
  press(event) {
    const target = event.target instanceof Element ? event.target : null;
    const cell = cellOf(target);
    if (!cell || !target) return;
    if (target.closest('[data-theirs]')) return void this.refresh(cell);
    if (target.closest('a, button, input, select, textarea, label') || cell.querySelector('.cellform')) return;
    if (getSelection()?.isCollapsed === false) return;
    if (document.activeElement === cell && this.pressed === cell) void this.edit(cell);
    else cell.focus({ preventScroll: true });
    this.pressed = cell;
  }

  /** @param {HTMLElement} cell @param {string} [text] stands in the control instead of the value */
  async edit(cell, text) {
    if (!canEdit(cell) || cell.querySelector('.cellform')) return;
    this.ahead = text ?? '';
    const answer = await fragment(url(cell)).catch(() => null);
    const typed = this.ahead;
    this.ahead = undefined;
    if (!answer?.ok) return failed(answer?.status ?? 0);
    if (document.activeElement !== cell) return;
    this.show(cell, answer.html);
    const control = inside(cell);
    if (!typed || !(control instanceof HTMLInputElement) || control.type === 'checkbox') return;
    control.value = typed;
    control.dispatchEvent(new Event('input', { bubbles: true }));
  }

  /** @param {HTMLElement} cell @param {string} html of a form */
  show(cell, html) {
    if (!kept.has(cell)) kept.set(cell, [...cell.childNodes]);
    cell.classList.add('editing');
    htmx.swap(cell, html, { swapStyle: 'innerHTML', swapDelay: 0, settleDelay: 0 });
    const control = inside(cell);
    control?.focus();
    if (control instanceof HTMLInputElement) control.select();
  }

  /** @param {HTMLElement} cell */
  cancel(cell) {
    this.put(cell);
    cell.focus();
  }

  /** What stood in the cell before it was edited. @param {HTMLElement} cell */
  put(cell) {
    const before = kept.get(cell);
    if (!before) return;
    kept.delete(cell);
    cell.classList.remove('editing');
    cell.replaceChildren(...before);
  }

  /** @param {FocusEvent} event */
  leave(event) {
    const cell = cellOf(event.target);
    if (!cell?.querySelector('.cellform:not([data-conflict])')) return;
    // A list or a calendar of the control stands open in the cell; a press beside everything leaves no focus at all.
    setTimeout(() => {
      const now = document.activeElement;
      if (!cell.contains(now) && document.hasFocus() && kept.has(cell)) void this.save(cell, true);
    });
  }

  /**
   * @param {HTMLElement} cell
   * @param {boolean} [left] whether the focus is elsewhere already and stays there
   * @returns {Promise<boolean>} whether it went well
   */
  async save(cell, left = false) {
    const form = cell.querySelector('.cellform');
    if (!(form instanceof HTMLFormElement) || form.ariaBusy) return false;
    form.ariaBusy = 'true';
    const answer = await fragment(form.action, { method: 'POST', values: sent(form, cell) }).catch(() => null);
    form.ariaBusy = null;
    if (answer?.ok) {
      this.put(cell);
      this.fill(cell, answer.html);
      if (!left) cell.focus();
      return true;
    }
    if (answer && [409, 412, 422].includes(answer.status)) this.show(cell, answer.html);
    else failed(answer?.status ?? 0);
    return false;
  }

  /** @param {HTMLElement} cell */
  async refresh(cell) {
    const columns = fields(cell).map((field) => `column=${encodeURIComponent(field)}`);
    const answer = await fragment(`${row(cell).dataset.href}/cells?${columns.join('&')}`).catch(() => null);
    if (!answer?.ok) return failed(answer?.status ?? 0);
    this.put(cell);
    this.fill(cell, answer.html);
    cell.focus();
  }

  /** @param {HTMLElement} cell of the row @param {string} html the values of the row, and a note */
  fill(cell, html) {
    const answer = document.createElement('template');
    answer.innerHTML = html;
    const values = answer.content.querySelector('template');
    for (const value of values?.content.querySelectorAll('[data-cell]') ?? []) {
      const name = CSS.escape(value.getAttribute('data-cell') ?? '');
      const place = row(cell).querySelector(`[data-field="${name}"]`);
      if (!(place instanceof HTMLElement) || place.querySelector('.cellform')) continue;
      const title = place.querySelector('.ttl > a');
      (title ?? place).replaceChildren(...(title ? [bare(value)] : value.childNodes));
    }
    const note = answer.content.querySelector('.toast');
    const notes = document.getElementById('toasts');
    if (note && notes) htmx.swap(notes, note.outerHTML, { swapStyle: 'beforeend', swapDelay: 0, settleDelay: 0 });
  }

  /** @param {ClipboardEvent} event */
  paste(event) {
    const cell = cellOf(event.target);
    const text = event.clipboardData?.getData('text/plain').trim();
    if (!cell || cell !== event.target || !text || !canEdit(cell)) return;
    event.preventDefault();
    void this.edit(cell, text.split(/[\t\r\n]/)[0]);
  }
}

/** @type {WeakMap<HTMLElement, ChildNode[]>} what stands in a cell that is being edited */
const kept = new WeakMap();

/** @param {EventTarget | null} target */
function cellOf(target) {
  const cell = target instanceof Element ? target.closest('tr[data-row] > td') : null;
  return cell instanceof HTMLElement ? cell : undefined;
}

/** @param {HTMLElement} cell */
const row = (cell) => /** @type {HTMLTableRowElement} */ (cell.closest('tr'));

/** @param {HTMLElement} cell */
const canEdit = (cell) => Boolean(cell.dataset.field) && cell.ariaReadOnly !== 'true';

/** @param {HTMLElement} cell */
const url = (cell) => `${row(cell).dataset.href}/cells/${encodeURIComponent(cell.dataset.field ?? '')}`;

/** @param {HTMLElement} cell the names of the row's columns */
const fields = (cell) => [...row(cell).cells].map((each) => each.dataset.field).filter((field) => field !== undefined);

/** @param {HTMLElement} cell @returns {HTMLElement | null} what takes the focus */
const inside = (cell) =>
  cell.querySelector('.cellform [aria-invalid=true], .cellform [autofocus]') ??
  cell.querySelector('.cellform :is(input:not([type=hidden]), select, textarea, button)');

/** @param {HTMLElement} cell @returns {HTMLElement | null} */
const first = (cell) => cell.querySelector('a, button, input');

/** @param {HTMLElement} cell */
const tick = (cell) => /** @type {HTMLElement | null} */ (row(cell).querySelector('[data-select-row]'))?.click();

/** @param {number} value @param {number} length */
const clamp = (value, length) => Math.max(0, Math.min(value, length - 1));

/** @param {string} key */
const far = (key) => (key === 'Home' ? -1 : 1) * 1e6;

/** @param {HTMLFormElement} form @param {HTMLElement} cell @returns {[string, string][]} */
const sent = (form, cell) => [
  ...[...new FormData(form)].map(([name, value]) => /** @type {[string, string]} */ ([name, String(value)])),
  ...fields(cell).map((field) => /** @type {[string, string]} */ (['column', field])),
];

/** A title stands in a link of its own. @param {Element} value */
function bare(value) {
  const words = document.createElement('bdi');
  words.textContent = value.textContent?.trim() ?? '';
  return words;
}

attach('[data-grid]', (root) => new Grid(root));
