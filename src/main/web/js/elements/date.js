// <p-date calendar="jalali">: a text box whose words the server understands as typed, and a calendar to pick from.
// Inside: .in with the input and a button [data-open]. With hint="/dates/meaning" the server says in [data-words] what
// the typed words mean. A picked day is written as year/month/day in the reader's calendar and digits.
import { debounce } from '../attach.js';
import { toLatin, toReader } from '../digits.js';
import { fragment } from '../http.js';
import { fromGregorian, fromJalali, toGregorian, toJalali } from '../jalali.js';
import { place } from '../place.js';
import { Calendar } from './calendar.js';

class DateField extends HTMLElement {
  /** @type {HTMLInputElement | undefined} */
  input;
  /** @type {Calendar | undefined} */
  calendar;
  /** @type {HTMLElement | undefined} */
  popup;

  connectedCallback() {
    if (this.input) return;
    this.input = /** @type {HTMLInputElement} */ (this.querySelector('input'));
    this.querySelector('[data-open]')?.addEventListener('click', () => this.toggle());
    this.input.addEventListener('keydown', (event) => {
      if (event.key !== 'ArrowDown') return;
      event.preventDefault();
      this.show();
    });
    const explain = debounce(() => void this.explain(), 200);
    this.input.addEventListener('input', explain);
  }

  get jalali() {
    return this.getAttribute('calendar') !== 'gregorian';
  }

  /** The day in the box, if it is written in figures. @returns {number | undefined} days since 1970 */
  get days() {
    const figures = toLatin(this.input?.value ?? '').match(/(\d{4})\D(\d{1,2})\D(\d{1,2})/);
    const iso = this.getAttribute('value')?.match(/(\d{4})-(\d{2})-(\d{2})/);
    const parts = figures ?? iso;
    if (!parts) return undefined;
    const civil = { year: Number(parts[1]), month: Number(parts[2]), day: Number(parts[3]) };
    return civil.year < 1700 ? fromJalali(civil) : fromGregorian(civil);
  }

  toggle() {
    if (this.popup?.matches(':popover-open')) this.popup.hidePopover();
    else this.show();
  }

  show() {
    this.calendar ??= new Calendar(this.jalali, (days) => this.pick(days));
    this.popup ??= this.build();
    this.calendar.open(this.days);
    this.popup.showPopover();
    const box = /** @type {HTMLElement} */ (this.input?.closest('.in'));
    if (innerWidth >= 704) place(this.popup, box);
    this.calendar.focus();
  }

  build() {
    const popup = document.createElement('div');
    popup.className = 'pop calpop';
    popup.popover = 'auto';
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
    const answer = await fragment(`${url}?${new URLSearchParams({ text: this.input.value })}`).catch(() => null);
    if (answer?.ok) words.textContent = answer.html.trim();
  }
}

customElements.define('p-date', DateField);
