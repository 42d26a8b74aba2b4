// <p-date calendar="jalali">: a text box whose words the server understands as typed, and a calendar to pick from.
// Inside: .in with the input and a button [data-open]. With hint="/dates/meaning" the server says in [data-words] what
// the typed words mean, and in a header which day. A picked day is written as year/month/day in the reader's calendar
// and digits. Today is the reader's, who may live in another zone than the browser.
import { debounce, fragment, place, toLatin, toReader } from '../kit.js';
import { fromGregorian, fromJalali, monthLength, toGregorian, toJalali } from '../jalali.js';

// The calendar comes when somebody is about to need it.
const load = () => import('./calendar.js');

/** @param {string | null} text as 2026-11-22 @returns {number | undefined} days since 1970 */
function iso(text) {
  const [year, month, day] = (text ?? '').split('-').map(Number);
  return day ? fromGregorian({ year, month, day }) : undefined;
}

/** Writes days as 2026-11-22. A zone that the browser does not know, such as UTC+3, is its own. @param {string} [timeZone] */
function swedish(timeZone) {
  try {
    return new Intl.DateTimeFormat('sv', { timeZone });
  } catch {
    return new Intl.DateTimeFormat('sv');
  }
}

class DateField extends HTMLElement {
  /** @type {HTMLInputElement | undefined} */
  input;
  /** @type {import('./calendar.js').Calendar | undefined} */
  calendar;
  /** @type {HTMLElement | undefined} */
  popup;
  /** @type {{ text: string, date: string | null } | undefined} */
  understood;

  connectedCallback() {
    if (this.input) return;
    this.input = /** @type {HTMLInputElement} */ (this.querySelector('input'));
    this.querySelector('[data-open]')?.addEventListener('click', () => this.toggle());
    this.input.addEventListener('keydown', (event) => {
      if (event.key !== 'ArrowDown') return;
      event.preventDefault();
      void this.show();
    });
    this.addEventListener('focusin', load, { once: true });
    const explain = debounce(() => void this.explain(), 200);
    this.input.addEventListener('input', explain);
  }

  get jalali() {
    return this.getAttribute('calendar') !== 'gregorian';
  }

  /** The day in the box, as the server understood it or as it is written in figures. @returns {number | undefined} days since 1970 */
  get days() {
    const text = this.input?.value ?? '';
    if (this.understood?.text === text) return iso(this.understood.date);
    const parts = toLatin(text).match(/(\d{4})\D(\d{1,2})\D(\d{1,2})/);
    if (!parts) return undefined;
    const civil = { year: Number(parts[1]), month: Number(parts[2]), day: Number(parts[3]) };
    if (civil.year >= 1700) return fromGregorian(civil);
    return civil.day <= monthLength(civil.year, civil.month) ? fromJalali(civil) : undefined;
  }

  get today() {
    return /** @type {number} */ (iso(swedish(this.getAttribute('zone') ?? undefined).format(new Date())));
  }

  toggle() {
    if (this.popup?.matches(':popover-open')) this.popup.hidePopover();
    else void this.show();
  }

  async show() {
    // Once it is there, it opens at once: whoever goes on meanwhile is not called back.
    if (!this.calendar) {
      const { Calendar } = await load();
      this.calendar ??= new Calendar(this.jalali, (days) => this.pick(days));
    }
    this.popup ??= this.build();
    this.calendar.open(this.days, this.today);
    this.popup.showPopover();
    const box = /** @type {HTMLElement} */ (this.input?.closest('.in'));
    if (innerWidth >= 704) place(this.popup, box);
    this.calendar.focus();
  }

  /** A calendar that was opened before it was known what the typed words mean goes there, unless it was moved by then. */
  follow() {
    const { calendar, days } = this;
    if (!calendar || days === undefined || !this.popup?.matches(':popover-open')) return;
    if (calendar.chosen !== undefined || calendar.current !== calendar.today) return;
    calendar.open(days, this.today);
    calendar.focus();
  }

  build() {
    const popup = document.createElement('div');
    popup.className = 'pop calpop';
    popup.popover = 'auto';
    popup.role = 'dialog';
    const button = this.querySelector('[data-open]');
    popup.ariaLabel = button?.ariaLabel ?? null;
    popup.addEventListener('toggle', () => button?.setAttribute('aria-expanded', `${popup.matches(':popover-open')}`));
    popup.addEventListener('focusout', ({ relatedTarget: to }) => {
      if (to instanceof Node && !popup.contains(to)) popup.hidePopover();
    });
    if (this.calendar) popup.append(this.calendar.root);
    this.append(popup);
    popup.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      popup.hidePopover();
      this.input?.focus();
    });
    return popup;
  }

  /** @param {number} days */
  pick(days) {
    const { year, month, day } = this.jalali ? toJalali(days) : toGregorian(days);
    const pad = (/** @type {number} */ n) => String(n).padStart(2, '0');
    if (!this.input) return;
    this.input.value = toReader(
      this.jalali ? `${year}/${pad(month)}/${pad(day)}` : `${year}-${pad(month)}-${pad(day)}`,
    );
    this.popup?.hidePopover();
    this.input.focus();
    this.input.dispatchEvent(new Event('input', { bubbles: true }));
    this.input.dispatchEvent(new Event('change', { bubbles: true }));
  }

  async explain() {
    const words = this.querySelector('[data-words]');
    const url = this.getAttribute('hint');
    if (!words || !url || !this.input) return;
    const text = this.input.value;
    const answer = await fragment(`${url}?${new URLSearchParams({ text })}`).catch(() => null);
    if (!answer?.ok || text !== this.input.value) return;
    words.textContent = answer.html.trim();
    this.understood = { text, date: answer.headers.get('Peyvand-Date') };
    this.follow();
  }
}

customElements.define('p-date', DateField);
