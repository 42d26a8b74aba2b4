// Keys, by the place on the keyboard and not by the letter, so that they work in either layout: Ctrl K and / open the
// palette, ? the sheet of keys (/shortcuts), [data-key="e"] presses that element, [data-key="g i"] after g. J and K walk the rows
// ([data-row]) and keys of the current row win. Ctrl Enter sends the form one is in.
import { openDialog } from './dialog-open.js';

const SEQUENCE_MS = 900;
let prefix = '';
let prefixAt = 0;

/** @param {KeyboardEvent} event the key as a lower-case Latin letter or sign */
function name(event) {
  if (event.key === '?' || event.key === '\u061f') return '?';
  if (event.code.startsWith('Key')) return event.code.slice(3).toLowerCase();
  return event.code === 'Slash' ? '/' : event.key;
}

/** @param {EventTarget | null} target */
const typing = (target) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input:not([type=checkbox]), select, textarea'));

/** @param {number} step */
function walk(step) {
  const rows = [...document.querySelectorAll('[data-row]')].filter((row) => row.checkVisibility());
  const now = rows.findIndex((row) => row.classList.contains('on'));
  const next = rows[Math.max(0, Math.min(rows.length - 1, now < 0 ? 0 : now + step))];
  if (!(next instanceof HTMLElement)) return;
  rows[now]?.classList.remove('on');
  next.classList.add('on');
  const focus = next.matches('a, button, [tabindex]') ? next : next.querySelector('a, button');
  if (focus instanceof HTMLElement) focus.focus();
  next.scrollIntoView({ block: 'nearest' });
}

/** @param {string} key @returns {boolean} whether something took it */
function press(key) {
  const row = document.querySelector('[data-row].on') ?? document.activeElement?.closest('[data-row]');
  const selector = `[data-key="${CSS.escape(key)}"]`;
  const others = [...document.querySelectorAll(selector)].filter((e) => !e.closest('[data-row]'));
  // What the page offers goes before what stands around every page.
  const element = row?.querySelector(selector) ?? others.find((e) => e.closest('main, .toasts')) ?? others[0];
  if (!(element instanceof HTMLElement)) return false;
  element.click();
  return true;
}

document.addEventListener('keydown', (event) => {
  const key = name(event);
  if (event.ctrlKey || event.metaKey) {
    if (key === 'k') {
      event.preventDefault();
      document.dispatchEvent(new CustomEvent('palette-open'));
    } else if (event.key === 'Enter' && event.target instanceof Element) {
      event.target.closest('form')?.requestSubmit();
    }
    return;
  }
  if (event.altKey || typing(event.target) || document.querySelector('dialog[open]')) return;
  const sequence = Date.now() - prefixAt < SEQUENCE_MS && prefix ? `${prefix} ${key}` : '';
  prefix = '';
  if (sequence && press(sequence)) return event.preventDefault();
  if (key === '/') document.dispatchEvent(new CustomEvent('palette-open'));
  else if (key === '?') void openDialog('/shortcuts');
  else if (key === 'j' || key === 'k') walk(key === 'j' ? 1 : -1);
  else if (!press(key)) {
    prefix = key;
    prefixAt = Date.now();
    return;
  }
  event.preventDefault();
});

document.addEventListener('focusin', ({ target }) => {
  const row = target instanceof Element && target.closest('[data-row]');
  if (!row || row.classList.contains('on')) return;
  document.querySelector('[data-row].on')?.classList.remove('on');
  row.classList.add('on');
});
