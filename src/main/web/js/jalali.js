// The Jalali calendar by the 33-year rule, which agrees with the official leap years of 1206 to 1498. Days are counted
// from 1970-01-01, so that no time zone can shift them.

/** @typedef {{ year: number, month: number, day: number }} Civil */

const EPOCH = -492_268; // 1 Farvardin 1
const DAY = 86_400_000;

/** @param {number} year */
export const isLeap = (year) => mod(25 * year + 11, 33) < 8;

/** @param {number} year @param {number} month 1 to 12 */
export const monthLength = (year, month) => (month < 7 ? 31 : month < 12 || isLeap(year) ? 30 : 29);

/** @param {number} year first day of a Jalali year */
const newYear = (year) => EPOCH + 365 * (year - 1) + Math.floor((8 * year + 21) / 33);

/** @param {Civil} date */
export const fromJalali = ({ year, month, day }) =>
  newYear(year) + (month < 8 ? 31 * (month - 1) : 30 * (month - 1) + 6) + day - 1;

/** @param {number} days @returns {Civil} */
export function toJalali(days) {
  let year = Math.floor((days - EPOCH) / 365.2422) + 1;
  while (newYear(year) > days) year--;
  while (newYear(year + 1) <= days) year++;
  const passed = days - newYear(year);
  const month = passed < 186 ? Math.floor(passed / 31) : 6 + Math.floor((passed - 186) / 30);
  return { year, month: month + 1, day: passed - (month < 7 ? 31 * month : 30 * month + 6) + 1 };
}

/** @param {Civil} date */
export const fromGregorian = ({ year, month, day }) => Date.UTC(year, month - 1, day) / DAY;

/** @param {number} days @returns {Civil} */
export function toGregorian(days) {
  const date = new Date(days * DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** 0 is Saturday, the first day of the Iranian week. @param {number} days */
export const weekday = (days) => mod(days + 5, 7);

/** @param {number} a @param {number} b */
const mod = (a, b) => ((a % b) + b) % b;
