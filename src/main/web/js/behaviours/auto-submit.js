// <form data-auto-submit>: submits when a choice changes, and shortly after typing stops. What is typed into a combobox is
// no choice yet.
import { debounce, on } from '../attach.js';

/** @type {WeakMap<HTMLFormElement, () => void>} */
const typing = new WeakMap();

/** @param {Event} event */
const searching = (event) => event.target instanceof Element && event.target.matches('[role=combobox]');

on('change', 'form[data-auto-submit]', (form, event) => {
  if (!searching(event)) /** @type {HTMLFormElement} */ (form).requestSubmit();
});

on('input', 'form[data-auto-submit]', (element, event) => {
  const form = /** @type {HTMLFormElement} */ (element);
  if (
    searching(event) ||
    !(event.target instanceof HTMLInputElement) ||
    !/^(text|search|tel|email)$/.test(event.target.type)
  )
    return;
  const submit = typing.get(form) ?? debounce(() => form.requestSubmit(), 300);
  typing.set(form, submit);
  submit();
});
