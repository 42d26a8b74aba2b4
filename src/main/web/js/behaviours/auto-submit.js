// <form data-auto-submit>: submits when a choice changes, and shortly after typing stops.
import { debounce, on } from '../attach.js';

/** @type {WeakMap<HTMLFormElement, () => void>} */
const typing = new WeakMap();

on('change', 'form[data-auto-submit]', (form) => /** @type {HTMLFormElement} */ (form).requestSubmit());

on('input', 'form[data-auto-submit]', (element, event) => {
  const form = /** @type {HTMLFormElement} */ (element);
  if (!(event.target instanceof HTMLInputElement) || !/^(text|search|tel|email)$/.test(event.target.type)) return;
  const submit = typing.get(form) ?? debounce(() => form.requestSubmit(), 300);
  typing.set(form, submit);
  submit();
});
