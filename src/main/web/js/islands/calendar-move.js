// <div data-calendar data-span="month|week|day" data-first="7">: events ([data-event], movable with data-move) are dragged
// to another day ([data-day]) or hour by mouse, pen or a long touch, and stretched by [data-stretch]. By keyboard: Ctrl and
// an arrow moves the focused event, with Shift it gets longer or shorter; arrows walk the days, Enter makes something new
// there. A move is PATCH data-move with days, minutes and stretch; the server draws the calendar again.
import { attach, htmx, openDialog } from '../kit.js';

const SLACK = 6;
const LONG_TOUCH_MS = 260;
const STEP = 15;
const DAY_MS = 86_400_000;

/** The record whose event should have the focus once the calendar is drawn again. */
let wanted = '';

/** @param {string} iso @param {number} days */
const plusDays = (iso, days) => new Date(Date.parse(iso) + days * DAY_MS).toISOString().slice(0, 10);

class CalendarView {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    /** @type {Drag | undefined} */
    this.drag = undefined;
    this.days = /** @type {HTMLElement[]} */ ([...root.querySelectorAll('[data-day]')]);
    const current = root.querySelector('.today') ?? this.days[0];
    for (const day of this.days) day.tabIndex = day === current ? 0 : -1;
    root.addEventListener('pointerdown', (event) => this.press(event));
    root.addEventListener('keydown', (event) => this.key(event));
    root.addEventListener('click', (event) => this.click(event));
    root.addEventListener('dragstart', (event) => event.preventDefault());
    const mine = (/** @type {Event} */ event) => this.drag?.lifted && event.preventDefault();
    root.addEventListener('touchmove', mine, { passive: false });
    root.addEventListener('contextmenu', mine);
    // What was moved to a busy day may stand behind its "and more".
    const again = wanted && (root.querySelector(`[id^="${CSS.escape(wanted)}"]`) ?? current);
    wanted = '';
    if (again instanceof HTMLElement) again.focus();
  }

  get monthly() {
    return this.root.dataset.span === 'month';
  }

  /** How high an hour is. @param {Element} grid */
  hour(grid) {
    return Number.parseFloat(getComputedStyle(grid).getPropertyValue('--hour')) || 48;
  }

  /** @param {HTMLElement} event @param {{ days?: number, minutes?: number, stretch?: number }} by */
  move(event, { days = 0, minutes = 0, stretch = 0 }) {
    if (!event.dataset.move || (!days && !minutes && !stretch)) return;
    wanted = event.id.slice(0, 39);
    const values = { days: String(days), minutes: String(minutes), stretch: String(stretch) };
    void htmx.ajax('patch', event.dataset.move, { source: this.root, swap: 'none', values });
  }

  /** @param {PointerEvent} event */
  press(event) {
    const target = event.target instanceof Element ? event.target : null;
    const item = target?.closest('.cev')?.querySelector('[data-event][data-move]');
    if (!(item instanceof HTMLElement) || event.button !== 0) return;
    this.drag?.cancel();
    this.drag = new Drag(this, item, event, Boolean(target?.closest('[data-stretch]')));
  }

  /** @param {MouseEvent} event */
  click(event) {
    const target = event.target instanceof Element ? event.target : null;
    if (!target || target.closest('a, button, .cev')) return;
    const day = target.closest('[data-day]');
    if (!(day instanceof HTMLElement)) return;
    const grid = target.closest('[data-grid]');
    this.create(day, grid ? this.minuteAt(grid, event.clientY) : undefined);
  }

  /** @param {Element} grid @param {number} y */
  minuteAt(grid, y) {
    const first = Number(this.root.dataset.first ?? 0) * 60;
    const minutes = first + ((y - grid.getBoundingClientRect().top) / this.hour(grid)) * 60;
    return Math.max(0, Math.floor(minutes / 30) * 30);
  }

  /** @param {HTMLElement} day @param {number} [minute] */
  create(day, minute) {
    if (!day.dataset.new) return;
    const clock = minute === undefined ? '' : ` ${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;
    void openDialog(day.dataset.new + encodeURIComponent(clock));
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (!event.key.startsWith('Arrow') && event.key !== 'Enter') return;
    const rtl = getComputedStyle(this.root).direction === 'rtl';
    const ahead = (event.key === 'ArrowRight') === !rtl ? 1 : -1;
    const sideways = event.key === 'ArrowLeft' || event.key === 'ArrowRight';
    const down = event.key === 'ArrowDown' ? 1 : -1;
    const target = /** @type {HTMLElement} */ (event.target);
    if (target.matches('[data-event]')) {
      if (!event.ctrlKey || event.key === 'Enter') return;
      event.preventDefault();
      if (event.shiftKey && !sideways) this.move(target, { stretch: down * STEP });
      else if (sideways) this.move(target, { days: ahead });
      else this.move(target, this.monthly ? { days: 7 * down } : { minutes: down * STEP });
    } else if (target.matches('[data-day]') && !event.ctrlKey) {
      event.preventDefault();
      if (event.key === 'Enter') return this.create(target, this.monthly ? undefined : 9 * 60);
      const next = plusDays(target.dataset.day ?? '', sideways ? ahead : 7 * down);
      const day = this.days.find((each) => each.dataset.day === next);
      if (!day) return;
      target.tabIndex = -1;
      day.tabIndex = 0;
      day.focus();
    }
  }
}

/** One press of the pointer on an event: nothing yet, then a drag, then a drop or a cancellation. */
class Drag {
  /** @param {CalendarView} view @param {HTMLElement} item @param {PointerEvent} event @param {boolean} stretch */
  constructor(view, item, event, stretch) {
    this.view = view;
    this.item = item;
    this.box = /** @type {HTMLElement} */ (item.closest('.cev'));
    this.from = { x: event.clientX, y: event.clientY };
    this.stretch = stretch;
    this.lifted = false;
    this.day = /** @type {HTMLElement} */ (item.closest('[data-day]'));
    /** @type {HTMLElement} */
    this.over = this.day;
    this.minutes = 0;
    this.listening = new AbortController();
    const { signal } = this.listening;
    addEventListener('pointermove', (e) => this.moved(e), { signal });
    addEventListener('pointerup', () => this.drop(), { signal });
    addEventListener('pointercancel', () => this.cancel(), { signal });
    addEventListener('keydown', (e) => e.key === 'Escape' && this.cancel(), { signal, capture: true });
    addEventListener('selectstart', (e) => e.preventDefault(), { signal });
    this.touch = event.pointerType === 'touch';
    if (this.touch) this.timer = setTimeout(() => this.lift(), LONG_TOUCH_MS);
  }

  lift() {
    this.lifted = true;
    this.box.classList.add('dragging');
    if (this.touch) navigator.vibrate?.(12);
  }

  /** @param {PointerEvent} event */
  moved(event) {
    const x = event.clientX - this.from.x;
    const y = event.clientY - this.from.y;
    if (!this.lifted) {
      if (Math.hypot(x, y) <= SLACK) return;
      if (this.touch) return this.cancel();
      this.lift();
    }
    const grid = this.box.closest('[data-grid]');
    if (grid) this.minutes = Math.round(((y / this.view.hour(grid)) * 60) / STEP) * STEP;
    if (!this.stretch) {
      this.box.style.setProperty('transform', `translate(${x}px, ${y}px)`);
      const under = document
        .elementsFromPoint(event.clientX, event.clientY)
        .find((each) => each.matches('[data-day]') || (each.closest('[data-day]') && !this.box.contains(each)));
      const day = under?.closest('[data-day]');
      if (day instanceof HTMLElement) this.over = day;
      for (const each of this.view.days) each.classList.toggle('over', each === this.over);
    } else this.box.style.setProperty('padding-block-end', `${Math.max(0, y)}px`);
  }

  drop() {
    const { lifted, over, minutes } = this;
    this.cancel();
    if (!lifted) return;
    swallowClick();
    if (this.stretch) return this.view.move(this.item, { stretch: minutes });
    const days = (Date.parse(over.dataset.day ?? '') - Date.parse(this.day.dataset.day ?? '')) / DAY_MS;
    this.view.move(this.item, { days, minutes });
  }

  cancel() {
    clearTimeout(this.timer);
    this.listening.abort();
    this.box.classList.remove('dragging');
    this.box.style.removeProperty('transform');
    this.box.style.removeProperty('padding-block-end');
    for (const day of this.view.days) day.classList.remove('over');
    this.view.drag = undefined;
  }
}

/** A drag ends with a click on the link below the pointer; it is not meant. */
function swallowClick() {
  const gone = new AbortController();
  const stop = (/** @type {Event} */ event) => {
    event.preventDefault();
    event.stopPropagation();
  };
  addEventListener('click', stop, { capture: true, once: true, signal: gone.signal });
  setTimeout(() => gone.abort(), 60);
}

attach('[data-calendar]', (root) => void new CalendarView(root));
