// <div data-select>: ticks on rows ([data-select-row]), one for all in the head ([data-select-all]), a bar ([data-bulk])
// that appears with the count ([data-count]), [data-clear] to let go, Shift for ranges. [data-select-rest] ("all n that
// match") sets the hidden field named `all` in the bar; how many they are stands in the one named `expected`.
import { attach, on } from '../attach.js';
import { toReader } from '../digits.js';

/** @type {HTMLInputElement | undefined} */
let last;

/** @param {Element} area @returns {HTMLInputElement[]} */
const rows = (area) =>
  [...area.querySelectorAll('[data-select-row]')].map((box) => /** @type {HTMLInputElement} */ (box));

/** @param {Element} area */
function refresh(area) {
  const boxes = rows(area);
  const ticked = boxes.filter((box) => box.checked).length;
  const head = area.querySelector('[data-select-all]');
  if (head instanceof HTMLInputElement) {
    head.checked = ticked > 0 && ticked === boxes.length;
    head.indeterminate = ticked > 0 && ticked < boxes.length;
  }
  const bar = area.querySelector('[data-bulk]');
  if (bar instanceof HTMLElement) bar.hidden = ticked === 0;
  for (const count of area.querySelectorAll('[data-count]')) count.textContent = toReader(ticked);
  const rest = area.querySelector('input[name=all]');
  if (rest instanceof HTMLInputElement && ticked < boxes.length) rest.value = '';
}

on('click', '[data-select] [data-select-row]', (element, event) => {
  const area = /** @type {Element} */ (element.closest('[data-select]'));
  const box = /** @type {HTMLInputElement} */ (element);
  const boxes = rows(area);
  if (event instanceof MouseEvent && event.shiftKey && last && boxes.includes(last)) {
    const [from, to] = [boxes.indexOf(last), boxes.indexOf(box)].sort((a, b) => a - b);
    for (const between of boxes.slice(from, to + 1)) between.checked = box.checked;
  }
  last = box;
  refresh(area);
});

on('change', '[data-select] [data-select-all]', (element) => {
  const area = /** @type {Element} */ (element.closest('[data-select]'));
  for (const box of rows(area)) box.checked = /** @type {HTMLInputElement} */ (element).checked;
  refresh(area);
});

on('click', '[data-select] [data-clear]', (element) => {
  const area = /** @type {Element} */ (element.closest('[data-select]'));
  for (const box of rows(area)) box.checked = false;
  refresh(area);
});

on('click', '[data-select] [data-select-rest]', (element) => {
  const area = /** @type {Element} */ (element.closest('[data-select]'));
  for (const box of rows(area)) box.checked = true;
  refresh(area);
  const rest = area.querySelector('input[name=all]');
  if (rest instanceof HTMLInputElement) rest.value = 'true';
  const expected = area.querySelector('input[name=expected]');
  const words = expected instanceof HTMLInputElement ? expected.dataset.text : element.dataset.selectRest;
  for (const count of area.querySelectorAll('[data-count]')) count.textContent = words ?? '';
});

attach('[data-select]', refresh);
document.addEventListener('htmx:afterSettle', () => {
  for (const area of document.querySelectorAll('[data-select]')) refresh(area);
});
