// .toast: a short note that leaves by itself, waits while it is looked at and is read aloud. The server appends one
// with hx-swap-oob="beforeend:#toasts" or renders it into the page after a redirect.
import { attach, on } from '../attach.js';
import { signIn } from '../http.js';
import { say, word } from '../say.js';

const PLAIN = 6_000;
const WITH_UNDO = 15_000;

attach('.toast', (toast) => {
  raise();
  say(toast.querySelector('p')?.textContent ?? '');
  let left = toast.querySelector('form, [hx-post]') ? WITH_UNDO : PLAIN;
  let timer = setTimeout(() => leave(toast), left);
  let since = Date.now();
  const wait = () => {
    clearTimeout(timer);
    left -= Date.now() - since;
  };
  const go = () => {
    since = Date.now();
    timer = setTimeout(() => leave(toast), Math.max(left, 1500));
  };
  toast.addEventListener('mouseenter', wait);
  toast.addEventListener('focusin', wait);
  toast.addEventListener('mouseleave', go);
  toast.addEventListener('focusout', go);
});

on('click', '.toast [data-close]', (element) => leave(element.closest('.toast')));

/** The region is a popover, so that a note stands above an open dialog. */
function raise() {
  const region = document.getElementById('toasts');
  if (!region?.showPopover) return;
  if (region.matches(':popover-open')) region.hidePopover();
  region.showPopover();
}

/** @param {Element | null} toast */
function leave(toast) {
  toast?.classList.add('leaving');
  setTimeout(() => toast?.remove(), 250);
}

/**
 * Shows a note made by a script.
 *
 * @param {string} text
 * @param {'good' | 'bad'} [tone]
 * @param {string} [href] where the text leads
 */
export function note(text, tone = 'good', href = '') {
  const source = /** @type {HTMLTemplateElement | null} */ (document.getElementById(`toast-${tone}`));
  const toast = source?.content.firstElementChild?.cloneNode(true);
  if (!(toast instanceof HTMLElement)) return;
  const sentence = toast.querySelector('p');
  const link = href ? Object.assign(document.createElement('a'), { href }) : null;
  if (link) sentence?.append(link);
  (link ?? sentence ?? toast).textContent = text;
  document.getElementById('toasts')?.append(toast);
  raise();
  say(text);
  setTimeout(() => leave(toast), PLAIN);
}

/** What a person can do about each status; 0 when nothing answered. @type {Record<number, string>} */
const WORDS = { 0: 'offline', 403: 'forbidden', 404: 'absent', 429: 'tooMany', 503: 'unavailable' };

/** Tells that a request failed. @param {number} status 0 when nothing answered */
export const failed = (status) => note(word(WORDS[status] ?? 'failed'), 'bad');

document.addEventListener('htmx:responseError', (event) => {
  const { xhr } = /** @type {CustomEvent} */ (event).detail;
  if (xhr.status === 401) location.assign(signIn());
  else failed(xhr.status);
});
document.addEventListener('htmx:sendError', () => failed(0));

// #offline says so for as long as there is no network; what was typed stays where it is.
const connection = () => document.getElementById('offline')?.toggleAttribute('hidden', navigator.onLine);
for (const change of ['online', 'offline']) addEventListener(change, connection);
connection();
