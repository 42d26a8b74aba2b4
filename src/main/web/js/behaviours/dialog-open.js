// <a href="/x/new" data-dialog>: fetches that address and shows the answer in the dialog `#dialog`; without a script
// it is an ordinary link. data-dialog="#id" shows a dialog that is already on the page. [data-close] closes the dialog
// it is in. An answer may close it with the header `HX-Trigger: dialog-close`.
import htmx from 'htmx.org';
import { on } from '../attach.js';
import { fragment } from '../http.js';
import { failed } from './toast.js';

/** @param {string} url */
export async function openDialog(url) {
  const dialog = /** @type {HTMLDialogElement | null} */ (document.getElementById('dialog'));
  if (!dialog) return location.assign(url);
  const answer = await fragment(url, { target: 'dialog' });
  if (!answer.ok) return failed(answer.status);
  dialog.className = '';
  htmx.swap(dialog, answer.html, { swapStyle: 'innerHTML', swapDelay: 0, settleDelay: 0 });
  dress(dialog);
  if (!dialog.open) dialog.showModal();
  const first = dialog.querySelector('[autofocus], .dbody :is(input, select, textarea):not([type=hidden])');
  if (first instanceof HTMLElement) first.focus();
}

// An answer that htmx put into the dialog opens it.
document.addEventListener('htmx:afterSwap', (event) => {
  const { target } = /** @type {CustomEvent} */ (event).detail;
  if (target.id !== 'dialog' || target.open || !target.querySelector('.dhead')) return;
  dress(target);
  target.showModal();
});

/** Takes the look and the name that an answer asks for. @param {HTMLDialogElement} dialog */
function dress(dialog) {
  dialog.className = dialog.querySelector('[data-dialog-class]')?.getAttribute('data-dialog-class') ?? '';
  dialog.setAttribute('aria-labelledby', dialog.querySelector('h2[id]')?.id ?? '');
}

on('click', '[data-dialog]', (element, event) => {
  if (!(event instanceof MouseEvent) || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const target = element.dataset.dialog || element.getAttribute('href') || '';
  if (!target.startsWith('#')) return void openDialog(target);
  const dialog = document.querySelector(target);
  if (dialog instanceof HTMLDialogElement && !dialog.open) dialog.showModal();
});

on('click', 'dialog [data-close]', (element, event) => {
  event.preventDefault();
  element.closest('dialog')?.close();
});

// A press on the veil closes what holds no form; a form is closed on purpose only.
on('mousedown', 'dialog', (dialog, event) => {
  if (event.target === dialog && !dialog.querySelector('form[method=post], form[hx-post], form[hx-patch]')) {
    /** @type {HTMLDialogElement} */ (dialog).close();
  }
});

document.addEventListener('dialog-close', () => {
  const dialog = /** @type {HTMLDialogElement | null} */ (document.getElementById('dialog'));
  dialog?.close();
  dialog?.replaceChildren();
});
