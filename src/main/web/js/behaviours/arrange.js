// <ul data-arrange>: puts its items into another order, by [data-up] and [data-down] on each or by dragging an item that
// is draggable. The order of the boxes in it is what its form sends. Without scripts the buttons may send the form.
import { on } from '../kit.js';

/** @type {Element | null} */
let carried = null;

/** @param {Element} button @param {Event} event @param {(item: Element) => void} move */
function step(button, event, move) {
  event.preventDefault();
  const item = button.closest('li');
  if (!item) return;
  move(item);
  if (button instanceof HTMLElement) button.focus();
}

on('click', '[data-arrange] [data-up]', (button, event) =>
  step(button, event, (item) => item.previousElementSibling?.before(item)),
);
on('click', '[data-arrange] [data-down]', (button, event) =>
  step(button, event, (item) => item.nextElementSibling?.after(item)),
);

on('dragstart', '[data-arrange] li', (item, event) => {
  carried = item;
  if (event instanceof DragEvent && event.dataTransfer) event.dataTransfer.effectAllowed = 'move';
});
on('dragover', '[data-arrange] li', (item, event) => {
  if (!carried || carried.parentElement !== item.parentElement) return;
  event.preventDefault();
  const { top, height } = item.getBoundingClientRect();
  if (/** @type {DragEvent} */ (event).clientY < top + height / 2) item.before(carried);
  else item.after(carried);
});
on('dragend', '[data-arrange] li', () => {
  carried = null;
});
