// Links and forms that ask (GET) lead to the next page without loading the frame around it again: the page is fetched, its
// <main> takes the place of this one and the address follows. data-frame of <body> names the frame that stands; the
// server sends only what it lacks. What comes without one (another language, a new build, the sign-in page, a file) is
// loaded as a whole, and so is everything without this script.
import htmx from 'htmx.org';
import { failed } from './toast.js';
import { count } from './focus-keep.js';
import { say } from '../say.js';

const LEFT_ALONE = '[target], [download], [data-dialog], [data-palette], [hx-get], [hx-post], [data-whole]';

/** @type {AbortController | undefined} */
let underWay;
let shown = location.pathname + location.search;
let entry = Number(history.state?.entry ?? 0);
/** How far each page of this window was read, by its entry in the history. @type {Map<number, number>} */
const read = new Map();

/** What scrolls: the sheet at a desk, the window on a telephone. */
const scroller = () => {
  const main = document.getElementById('main');
  return main && main.scrollHeight > main.clientHeight + 1 && getComputedStyle(main).overflowY !== 'visible'
    ? main
    : document.documentElement;
};

/**
 * Goes to a page of the program.
 *
 * @param {string} address
 * @param {number} [back] the entry of the history that is already shown in the address, when one went there by the browser
 */
export async function visit(address, back) {
  const { frame } = document.body.dataset;
  if (!frame) return location.assign(address);
  underWay?.abort();
  const mine = new AbortController();
  underWay = mine;
  count(1);
  const headers = { Accept: 'text/html', 'Peyvand-Frame': frame };
  const answer = await fetch(address, { headers, signal: mine.signal }).catch(() => null);
  const html =
    answer?.ok && answer.headers.get('Content-Type')?.startsWith('text/html')
      ? await answer.text().catch(() => '')
      : '';
  count(-1);
  if (mine.signal.aborted) return;
  const page = new DOMParser().parseFromString(html, 'text/html');
  if (!answer && back === undefined) return failed(0);
  if (!answer || page.body.dataset.frame?.split('.')[0] !== frame.split('.')[0]) {
    mine.abort();
    return location.assign(answer?.redirected ? answer.url : address);
  }
  const url = new URL(answer.url);
  url.hash = new URL(address, location.href).hash;
  read.set(entry, scroller().scrollTop);
  entry = back ?? entry + 1;
  if (back === undefined) history.pushState({ entry }, '', url);
  else if (answer.redirected) history.replaceState({ entry }, '', url);
  shown = url.pathname + url.search;
  show(page);
  const target = url.hash && document.getElementById(decodeURIComponent(url.hash.slice(1)));
  if (target) target.scrollIntoView();
  else scroller().scrollTop = (back !== undefined && read.get(back)) || 0;
}

/** @param {Document} page */
function show(page) {
  const main = document.getElementById('main');
  const next = page.getElementById('main');
  if (!main || !next) return;
  const held = document.activeElement;
  document.dispatchEvent(new CustomEvent('dialog-close'));
  for (const open of document.querySelectorAll('[popover]:popover-open:not(#toasts)')) {
    /** @type {HTMLElement} */ (open).hidePopover();
  }
  document.title = page.title;
  document.body.className = page.body.className;
  document.body.dataset.frame = page.body.dataset.frame;
  main.replaceWith(next);
  for (const part of ['#side', '.tabbar', '#new-menu']) {
    const fresh = page.querySelector(part);
    if (fresh) document.querySelector(part)?.replaceWith(fresh);
  }
  const here = location.pathname;
  for (const link of document.querySelectorAll('.side > ul a, .tabbar > a')) {
    const href = link.getAttribute('href') ?? '';
    if (here === href || (href.length > 1 && here.startsWith(`${href}/`))) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  const notes = [...page.querySelectorAll('#toasts > *')];
  document.getElementById('toasts')?.append(...notes);
  say(page.title);
  for (const fresh of [next, ...notes]) {
    htmx.process(fresh);
    htmx.trigger(fresh, 'htmx:load');
  }
  hold(held, next);
}

/**
 * Gives the focus back to what has the same name on the next page, with what was typed meanwhile, or to the page itself.
 *
 * @param {Element | null} held @param {HTMLElement} main
 */
function hold(held, main) {
  const again = (held?.id && document.getElementById(held.id)) || main.querySelector('[autofocus]') || main;
  /** @type {HTMLElement} */ (again).focus({ preventScroll: true });
  if (
    held instanceof HTMLInputElement &&
    again instanceof HTMLInputElement &&
    again.type === held.type &&
    again !== held
  ) {
    const { selectionStart, selectionEnd, value } = held;
    if (again.value !== value) {
      again.value = value;
      again.dispatchEvent(new Event('input', { bubbles: true }));
    }
    if (/^(text|search|tel)$/.test(again.type)) again.setSelectionRange(selectionStart, selectionEnd);
  }
}

document.addEventListener('click', (event) => {
  const link = event.target instanceof Element && event.target.closest('a[href]');
  if (!(link instanceof HTMLAnchorElement) || event.defaultPrevented || event.button !== 0) return;
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || link.matches(LEFT_ALONE)) return;
  if (link.origin !== location.origin || link.getAttribute('href')?.startsWith('#')) return;
  event.preventDefault();
  void visit(link.href);
});

document.addEventListener('submit', (event) => {
  const form = /** @type {HTMLFormElement} */ (event.target);
  if (event.defaultPrevented || form.method !== 'get' || form.matches(LEFT_ALONE)) return;
  const url = new URL(form.action);
  if (url.origin !== location.origin) return;
  event.preventDefault();
  url.search = String(new URLSearchParams(/** @type {any} */ (new FormData(form, event.submitter))));
  void visit(url.href);
});

addEventListener('popstate', (event) => {
  if (location.pathname + location.search !== shown) void visit(location.href, Number(event.state?.entry ?? 0));
});
