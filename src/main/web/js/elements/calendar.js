// The month grid of <p-date>, in either calendar. Weeks begin on Saturday, or on Monday in the Gregorian one.
import { toReader, word } from '../kit.js';
import { fromGregorian, fromJalali, monthLength, toGregorian, toJalali, weekday } from '../jalali.js';

const DAY = 86_400_000;

export class Calendar {
  /** @param {boolean} jalali @param {(days: number) => void} pick */
  constructor(jalali, pick) {
    this.jalali = jalali;
    this.pick = pick;
    this.first = jalali ? 0 : 2;
    this.today = 0;
    /** @type {number | undefined} */
    this.chosen = undefined;
    this.current = this.today;
    this.root = document.createElement('div');
    this.root.className = 'cal';
    this.root.addEventListener('click', (event) => this.click(event));
    this.root.addEventListener('keydown', (event) => this.key(event));
  }

  /** @param {number | undefined} days the chosen day, if any @param {number} today */
  open(days, today) {
    this.chosen = days;
    this.today = today;
    this.move(days ?? this.today);
  }

  focus() {
    const day = this.root.querySelector('[tabindex="0"]');
    if (day instanceof HTMLElement) day.focus();
  }

  /** @param {number} days */
  civil(days) {
    return this.jalali ? toJalali(days) : toGregorian(days);
  }

  /** @param {number} days the first day of its month */
  monthStart(days) {
    return days - this.civil(days).day + 1;
  }

  /** @param {number} days @param {number} months */
  plusMonths(days, months) {
    const { year, month, day } = this.civil(days);
    const index = year * 12 + month - 1 + months;
    const target = { year: Math.floor(index / 12), month: (index % 12) + 1 };
    const length = this.jalali
      ? monthLength(target.year, target.month)
      : new Date(Date.UTC(target.year, target.month, 0)).getUTCDate();
    const civil = { ...target, day: Math.min(day, length) };
    return this.jalali ? fromJalali(civil) : fromGregorian(civil);
  }

  /** @param {number} days */
  move(days) {
    this.current = days;
    this.draw();
  }

  /** @param {Intl.DateTimeFormatOptions} options @param {number} days */
  text(options, days) {
    const locale = `${document.documentElement.lang}-u-ca-${this.jalali ? 'persian' : 'gregory'}`;
    return new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options }).format(new Date(days * DAY));
  }

  draw() {
    const start = this.monthStart(this.current);
    const from = start - ((weekday(start) - this.first + 7) % 7);
    const title = `${this.text({ month: 'long' }, start)} ${toReader(this.civil(start).year)}`;
    const week = Array.from(
      { length: 7 },
      (_, i) =>
        `<th scope="col" abbr="${this.text({ weekday: 'long' }, from + i)}">${this.text({ weekday: 'narrow' }, from + i)}</th>`,
    );
    const rows = Array.from({ length: 6 }, (_, row) =>
      Array.from({ length: 7 }, (_, i) => this.cell(from + 7 * row + i, start)),
    )
      .filter((_, row) => row < 5 || this.monthStart(from + 35) === start)
      .map((cells) => `<tr>${cells.join('')}</tr>`);
    const arrow = (/** @type {string} */ icon) =>
      `<svg class="i dir" aria-hidden="true"><use href="${document.documentElement.dataset.icons}#${icon}"/></svg>`;
    this.root.innerHTML = `<header><button type="button" class="btn quiet icon sm" data-months="-1" aria-label="${word('previousMonth')}">${arrow('chevron-left')}</button>
      <b aria-live="polite">${title}</b><button type="button" class="btn quiet icon sm" data-months="1" aria-label="${word('nextMonth')}">${arrow('chevron-right')}</button></header>
      <table role="grid" aria-label="${title}"><thead><tr>${week.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>
      <footer>${this.quick()}</footer><p class="muted">${word('dateHint')}</p>`;
  }

  /** @param {number} days @param {number} start */
  cell(days, start) {
    const out = this.monthStart(days) !== start;
    const names = [
      out && 'out',
      weekday(days) === 6 && 'fri',
      days === this.today && 'today',
      days === this.chosen && 'on',
    ];
    const { day, year } = this.civil(days);
    const label = `${this.text({ weekday: 'long' }, days)} ${toReader(day)} ${this.text({ month: 'long' }, days)} ${toReader(year)}`;
    const now = days === this.today ? ' aria-current="date"' : '';
    return `<td class="${names.filter(Boolean).join(' ')}" role="gridcell" aria-selected="${days === this.chosen}">
      <button type="button" data-days="${days}" tabindex="${days === this.current ? 0 : -1}" aria-label="${label}"${now}>${toReader(day)}</button></td>`;
  }

  quick() {
    const end = this.monthStart(this.plusMonths(this.monthStart(this.today), 1)) - 1;
    const button = (/** @type {string} */ key, /** @type {number} */ days) =>
      `<button type="button" class="btn quiet sm" data-days="${days}">${word(key)}</button>`;
    return button('tomorrow', this.today + 1) + button('nextWeek', this.today + 7) + button('monthEnd', end);
  }

  /** @param {Event} event */
  click(event) {
    const button = event.target instanceof Element && event.target.closest('button');
    if (!button) return;
    if (button.dataset.days) this.pick(Number(button.dataset.days));
    else if (button.dataset.months) {
      const { months } = button.dataset;
      this.move(this.plusMonths(this.current, Number(months)));
      const again = this.root.querySelector(`[data-months="${months}"]`);
      if (again instanceof HTMLElement) again.focus();
    }
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (!(event.target instanceof HTMLElement) || !event.target.closest('td')) return;
    const forward = getComputedStyle(this.root).direction === 'rtl' ? -1 : 1;
    const inWeek = (weekday(this.current) - this.first + 7) % 7;
    /** @type {Record<string, () => number>} */
    const moves = {
      ArrowRight: () => this.current + forward,
      ArrowLeft: () => this.current - forward,
      ArrowDown: () => this.current + 7,
      ArrowUp: () => this.current - 7,
      Home: () => this.current - inWeek,
      End: () => this.current + 6 - inWeek,
      PageDown: () => this.plusMonths(this.current, event.shiftKey ? 12 : 1),
      PageUp: () => this.plusMonths(this.current, event.shiftKey ? -12 : -1),
    };
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    this.move(move());
    this.focus();
  }
}
