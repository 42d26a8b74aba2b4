// <form data-draft="name" data-draft-owner="id" data-draft-kept="{…}">: what is typed survives a closed window. It is kept on
// the server, and in the browser only while the server does not answer; the later of both is put back when the form is
// opened again. [data-draft-state] says so and [data-draft-forget] throws it away. Secrets and files are never kept.
import { attach, debounce, on } from '../attach.js';
import { token } from '../http.js';
import { word } from '../say.js';

const KEPT =
  ':is(input, select, textarea)[name]:not([type=hidden], [type=password], [type=file]), p-combobox input[type=hidden][name], [name=version], [name^="was."]';

/** @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} Control */
/** @typedef {{ at: number, values: Record<string, (string | boolean | null)[]> }} Draft */

/** @param {HTMLElement} form @returns {Control[]} */
const controls = (form) => [...form.querySelectorAll(KEPT)].map((control) => /** @type {Control} */ (control));

/** @param {Control} control */
const isTick = (control) => control instanceof HTMLInputElement && /^(checkbox|radio)$/.test(control.type);

/** @param {HTMLElement} form */
const place = (form) => `draft:${form.dataset.draftOwner}:${form.dataset.draft}`;

// Null where nothing ever stood, which must not empty what the form brings along by then.
/** @param {Control} control */
function typed(control) {
  const stood =
    control instanceof HTMLSelectElement
      ? [...control.options].find((option) => option.defaultSelected)?.value
      : control.defaultValue;
  return control.value || stood ? control.value : null;
}

/** @param {HTMLElement} form @returns {Draft['values']} */
function read(form) {
  /** @type {Draft['values']} */
  const values = {};
  for (const control of controls(form)) {
    values[control.name] ??= [];
    values[control.name].push(isTick(control) ? /** @type {HTMLInputElement} */ (control).checked : typed(control));
  }
  return values;
}

/** @param {HTMLElement} form */
async function keep(form) {
  if (!form.isConnected || form.hasAttribute('data-draft-sent')) return;
  const draft = JSON.stringify({ at: Date.now(), values: read(form) });
  localStorage.setItem(place(form), draft);
  tell(form, 'draftKept');
  const well = await send(form, 'PUT', draft);
  if (well && localStorage.getItem(place(form)) === draft) localStorage.removeItem(place(form));
}

/** @type {WeakMap<HTMLElement, AbortController>} */
const sending = new WeakMap();

/** @param {HTMLElement} form @param {string} method @param {string} [body] */
function send(form, method, body) {
  sending.get(form)?.abort();
  const controller = new AbortController();
  sending.set(form, controller);
  return fetch(`/drafts/${form.dataset.draft}`, {
    method,
    body,
    signal: controller.signal,
    redirect: 'manual',
    keepalive: true,
    headers: { 'X-XSRF-TOKEN': token(), 'Content-Type': 'application/octet-stream' },
  }).then(
    (answer) => answer.ok,
    () => false,
  );
}

/** @param {HTMLElement} form */
function restore(form) {
  if (form.querySelector('[aria-invalid=true]')) return;
  const kept = [form.dataset.draftKept, localStorage.getItem(place(form))]
    .filter((text) => text)
    .map((text) => /** @type {Draft} */ (JSON.parse(text ?? '')))
    .sort((one, other) => other.at - one.at)[0];
  if (!kept || JSON.stringify(kept.values) === JSON.stringify(read(form))) return;
  /** @type {Record<string, number>} */
  const seen = {};
  for (const control of controls(form)) {
    const at = seen[control.name] ?? 0;
    seen[control.name] = at + 1;
    const value = kept.values[control.name]?.[at];
    if (typeof value === 'boolean') /** @type {HTMLInputElement} */ (control).checked = value;
    else if (typeof value === 'string') control.value = value;
  }
  tell(form, 'draftRestored');
}

/** @param {HTMLElement} form @param {'draftKept' | 'draftRestored'} key */
function tell(form, key) {
  const state = form.querySelector('[data-draft-state]');
  if (!(state instanceof HTMLElement)) return;
  state.hidden = false;
  const words = state.querySelector('span');
  if (words) words.textContent = word(key);
  const discard = state.querySelector('[data-draft-forget]');
  if (discard instanceof HTMLElement) discard.hidden = key !== 'draftRestored';
}

attach('form[data-draft]', (form) => {
  restore(form);
  const later = debounce(() => void keep(form), 500);
  form.addEventListener('input', later);
  form.addEventListener('change', later);
  // A copy stays in the browser until it is known that all went well; what is on its way to the server comes too late.
  form.addEventListener('submit', () => {
    localStorage.setItem(place(form), JSON.stringify({ at: Date.now(), values: read(form) }));
    form.dataset.draftSent = '';
    sending.get(form)?.abort();
  });
});

// What was sent well is told by a cookie that lives for a moment; the server has forgotten its own copy.
function sent() {
  const form = document.cookie.match(/(?:^|; )draft=([^;]*)/)?.[1];
  if (!form) return;
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store is not everywhere yet
  document.cookie = 'draft=; path=/; max-age=0';
  for (const key of Object.keys(localStorage))
    if (key.startsWith('draft:') && key.endsWith(`:${form}`)) localStorage.removeItem(key);
}
sent();
document.addEventListener('htmx:afterRequest', (event) => {
  const { elt, successful } = /** @type {CustomEvent} */ (event).detail;
  if (!successful && elt instanceof HTMLElement && elt.matches('form[data-draft]')) delete elt.dataset.draftSent;
  sent();
});

on('click', '[data-draft-forget]', (element) => {
  const form = element.closest('form');
  if (!form) return;
  localStorage.removeItem(place(form));
  void send(form, 'DELETE');
  form.reset();
  const state = form.querySelector('[data-draft-state]');
  if (state instanceof HTMLElement) state.hidden = true;
});
