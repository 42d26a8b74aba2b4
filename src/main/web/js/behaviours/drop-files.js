// <form data-drop>: files dropped on the page or pasted into it go into the form's file input, choosing them sends the form,
// and its <progress> tells how much has arrived.
import { on } from '../kit.js';

/** @param {FileList | undefined} files */
function take(files) {
  const form = document.querySelector('form[data-drop]');
  const input = form?.querySelector('input[type=file]');
  if (!files?.length || !(form instanceof HTMLFormElement) || !(input instanceof HTMLInputElement)) return false;
  input.files = files;
  form.requestSubmit();
  return true;
}

/** @param {DragEvent} event */
const carriesFiles = (event) => Boolean(event.dataTransfer?.types.includes('Files'));

document.addEventListener('dragover', (event) => {
  const form = document.querySelector('form[data-drop]');
  if (!form || !carriesFiles(event)) return;
  event.preventDefault();
  form.classList.add('over');
});

document.addEventListener('dragleave', (event) => {
  if (!event.relatedTarget) document.querySelector('form[data-drop]')?.classList.remove('over');
});

document.addEventListener('drop', (event) => {
  if (!document.querySelector('form[data-drop]') || !carriesFiles(event)) return;
  event.preventDefault();
  take(event.dataTransfer?.files);
});

document.addEventListener('paste', (event) => {
  if (take(event.clipboardData?.files)) event.preventDefault();
});

on('change', 'form[data-drop]', (form) => /** @type {HTMLFormElement} */ (form).requestSubmit());

document.addEventListener('htmx:xhr:progress', (event) => {
  const { elt, loaded, total } = /** @type {CustomEvent} */ (event).detail;
  const bar = elt instanceof Element && elt.matches('form[data-drop]') && elt.querySelector('progress');
  if (!(bar instanceof HTMLProgressElement) || !total) return;
  bar.hidden = false;
  bar.value = (100 * loaded) / total;
});
