// <form data-draft="key">: what is typed survives a closed window. [data-draft-state] inside says so. The draft is
// forgotten when the form is sent well; secrets and hidden fields are never kept.
import { attach, debounce, on } from '../attach.js';
import { word } from '../say.js';

const PREFIX = 'draft:';
const KEPT = ':is(input, select, textarea)[name]:not([type=hidden], [type=password], [type=file], [data-draft-skip])';

/** @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} Control */

/** @param {HTMLElement} form @returns {Control[]} */
const controls = (form) => [...form.querySelectorAll(KEPT)].map((control) => /** @type {Control} */ (control));

/** @param {Control} control */
const isTick = (control) => control instanceof HTMLInputElement && /^(checkbox|radio)$/.test(control.type);

/** @param {HTMLElement} form */
function keep(form) {
  /** @type {Record<string, string | boolean>} */
  const draft = {};
  for (const control of controls(form)) {
    if (isTick(control)) draft[`${control.name}=${control.value}`] = /** @type {HTMLInputElement} */ (control).checked;
    else draft[control.name] = control.value;
  }
  localStorage.setItem(PREFIX + form.dataset.draft, JSON.stringify(draft));
  tell(form, 'draftKept');
}

/** @param {HTMLElement} form */
function restore(form) {
  const kept = localStorage.getItem(PREFIX + form.dataset.draft);
  if (!kept || form.querySelector('[aria-invalid=true]')) return;
  const draft = JSON.parse(kept);
  for (const control of controls(form)) {
    const value = draft[isTick(control) ? `${control.name}=${control.value}` : control.name];
    if (typeof value === 'boolean') /** @type {HTMLInputElement} */ (control).checked = value;
    else if (value && !control.value) control.value = value;
  }
  tell(form, 'draftRestored');
}

/** @param {HTMLElement} form @param {string} key */
function tell(form, key) {
  const state = form.querySelector('[data-draft-state]');
  if (state instanceof HTMLElement) {
    state.hidden = false;
    (state.querySelector('span') ?? state).textContent = word(key);
  }
}

/** @param {HTMLElement} form */
const forget = (form) => localStorage.removeItem(PREFIX + form.dataset.draft);

attach('form[data-draft]', (form) => {
  restore(form);
  form.addEventListener(
    'input',
    debounce(() => keep(form), 400),
  );
  form.addEventListener('submit', () => form.hasAttribute('hx-post') || form.hasAttribute('hx-patch') || forget(form));
});

document.addEventListener('htmx:afterRequest', (event) => {
  const { elt, successful } = /** @type {CustomEvent} */ (event).detail;
  if (successful && elt instanceof HTMLElement && elt.matches('form[data-draft]')) forget(elt);
});

on('click', '[data-draft-forget]', (element) => {
  const form = element.closest('form');
  if (form) {
    forget(form);
    form.reset();
  }
});
