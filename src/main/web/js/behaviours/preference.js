// <input type=radio name=theme data-preference>: applies a choice of look at once (data-theme or data-density of the
// page); its form keeps it with the reader. The theme is also kept in a cookie, for pages before signing in.
import { on } from '../attach.js';

const YEAR = 31_536_000;

on('change', 'input[data-preference]', (element) => {
  const { name, value } = /** @type {HTMLInputElement} */ (element);
  document.documentElement.setAttribute(`data-${name}`, value);
  if (name !== 'theme') return;
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not everywhere yet
  document.cookie = `${name}=${value}; path=/; max-age=${YEAR}; SameSite=Lax`;
});

// <button data-reveal="#password">: shows what was typed, and hides it again.
on('click', '[data-reveal]', (element) => {
  const field = document.querySelector(element.dataset.reveal ?? '');
  if (!(field instanceof HTMLInputElement)) return;
  field.type = field.type === 'password' ? 'text' : 'password';
  element.setAttribute('aria-pressed', String(field.type === 'text'));
});

// <input type=password data-layout="#hint">: tells when the keyboard writes Persian.
on('input', 'input[data-layout]', (element) => {
  const hint = document.querySelector(element.dataset.layout ?? '');
  const { value } = /** @type {HTMLInputElement} */ (element);
  if (hint instanceof HTMLElement) hint.hidden = !/[\u0600-\u06ff]/.test(value);
});
