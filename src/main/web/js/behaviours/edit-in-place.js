// [data-press="a.pen"]: a press anywhere inside presses that element, unless it hit a link, a control or selected text.
// form[data-escape]: Escape presses [data-cancel] inside. [data-rows]: [data-row-add] appends a copy of the template
// inside, at the end of a list that is arranged there, and [data-row-remove] takes its [data-row] away. Without scripts
// both may send the form.
import { on } from '../attach.js';

on('click', '[data-press]', (element, event) => {
  if (!(event.target instanceof Element) || event.target.closest('a, button, input, select, textarea, label')) return;
  if (getSelection()?.isCollapsed === false) return;
  const inner = element.querySelector(element.dataset.press ?? '');
  if (inner instanceof HTMLElement) inner.click();
});

on('keydown', 'form[data-escape]', (form, event) => {
  if (/** @type {KeyboardEvent} */ (event).key !== 'Escape' || event.defaultPrevented) return;
  const cancel = form.querySelector('[data-cancel]');
  if (cancel instanceof HTMLElement) cancel.click();
});

on('click', '[data-row-add]', (button, event) => {
  event.preventDefault();
  const rows = button.closest('[data-rows]');
  const template = /** @type {HTMLTemplateElement | null} */ (rows?.querySelector('template') ?? null);
  const row = template?.content.firstElementChild?.cloneNode(true);
  if (!(row instanceof HTMLElement)) return;
  const list = rows?.querySelector('[data-arrange]');
  if (list) list.append(row);
  else button.before(row);
  row.querySelector('input')?.focus();
});

on('click', '[data-row-remove]', (button, event) => {
  event.preventDefault();
  const rows = button.closest('[data-rows]');
  button.closest('[data-row]')?.remove();
  const last = rows?.querySelector('[data-row-add]');
  if (last instanceof HTMLElement) last.focus();
});
