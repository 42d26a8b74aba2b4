// The command palette `#palette`: fetches /search/suggest?q=&at= while typing, arrows choose, Enter does it (with Ctrl in
// a new tab). An option opens a page ([data-href]), opens a form ([data-dialog]) or presses what the page offers
// ([data-presses], a selector; where the page has no such thing the option is not shown). One question is under way at a
// time; what was typed meanwhile is asked when it is answered, or when the answer is late.
import { attach, debounce, on } from '../attach.js';
import { openDialog } from './dialog-open.js';
import { visit } from './visit.js';
import { fragment } from '../http.js';
import { keyOf, offered, press } from '../press.js';
import { say, word } from '../say.js';
import { toReader } from '../digits.js';

const QUIET_MS = 90;
const LATE_MS = 700;
const REMEMBERED = 30;

attach('#palette', (element) => {
  const dialog = /** @type {HTMLDialogElement} */ (element);
  const input = dialog.querySelector('input');
  const list = dialog.querySelector('[role=listbox]');
  if (!input || !(list instanceof HTMLElement)) return;
  /** @type {Map<string, string>} */
  const answers = new Map();
  /** @type {AbortController | undefined} */
  let asking;
  /** @type {string | undefined} */
  let shown;
  let hurry = false;

  /** @returns {HTMLElement[]} */
  const options = () => [...list.querySelectorAll('[role=option]')].map((o) => /** @type {HTMLElement} */ (o));

  /** @param {HTMLElement | undefined} option */
  const choose = (option) => {
    for (const other of options()) {
      other.classList.toggle('on', other === option);
      other.setAttribute('aria-selected', String(other === option));
    }
    if (option) input.setAttribute('aria-activedescendant', option.id);
    else input.removeAttribute('aria-activedescendant');
    option?.scrollIntoView({ block: 'nearest' });
  };

  /** @param {string} words @param {string} html */
  const show = (words, html) => {
    shown = words;
    list.innerHTML = html;
    list.scrollTop = 0;
    for (const option of options()) if (option.dataset.presses && !offered(option.dataset.presses)) option.remove();
    for (const group of list.querySelectorAll('[role=group]:not(:has(*))')) {
      group.previousElementSibling?.remove();
      group.remove();
    }
    options().forEach((option, index) => {
      option.id = `palette-${index}`;
      const key = keyOf(option);
      if (!key) return;
      const kbd = document.createElement('kbd');
      kbd.textContent = key.toUpperCase();
      option.append(kbd);
    });
    choose(options()[0]);
    say(options().length ? word('results', { count: toReader(options().length) }) : (list.textContent ?? ''));
    if (hurry) go(options()[0]);
  };

  const ask = async () => {
    const words = input.value.trim();
    if (asking || words === shown) return;
    const known = answers.get(words);
    if (known !== undefined) return show(words, known);
    const now = new AbortController();
    asking = now;
    const late = setTimeout(() => input.value.trim() !== words && now.abort(), LATE_MS);
    const query = new URLSearchParams({ q: words, at: location.pathname });
    const answer = await fragment(`${dialog.dataset.url}?${query}`, { signal: now.signal }).catch(() => null);
    clearTimeout(late);
    asking = undefined;
    if (!dialog.open) return;
    if (answer?.ok) {
      if (answers.size >= REMEMBERED) answers.clear();
      answers.set(words, answer.html);
    }
    if (input.value.trim() !== words) void ask();
    else if (answer?.ok) show(words, answer.html);
  };

  const open = () => {
    if (dialog.open) return;
    dialog.showModal();
    answers.clear();
    shown = undefined;
    hurry = false;
    input.select();
    void ask();
  };

  /** @param {HTMLElement | undefined} option @param {boolean} [apart] in a tab of its own */
  const go = (option, apart = false) => {
    hurry = false;
    const {
      href,
      dialog: form,
      presses,
    } = option?.dataset ?? { href: `/search?${new URLSearchParams({ q: input.value })}` };
    if (apart && href) return void window.open(href, '_blank', 'noopener');
    const control = offered(presses);
    dialog.close();
    if (form) void openDialog(form);
    else if (control) press(control);
    else if (href) void visit(href);
  };

  input.addEventListener(
    'input',
    debounce(() => void ask(), QUIET_MS),
  );
  input.addEventListener('keydown', (event) => {
    const all = options();
    const now = all.findIndex((option) => option.classList.contains('on'));
    if (event.key === 'ArrowDown') choose(all[(now + 1) % all.length]);
    else if (event.key === 'ArrowUp') choose(all[(now - 1 + all.length) % all.length]);
    else if (event.key === 'Enter' && !event.isComposing) {
      // Whoever types fast means the answer to all of it, not the one that still stands there.
      hurry = shown !== input.value.trim();
      if (hurry) void ask();
      else if (all[now] || input.value) go(all[now], event.ctrlKey || event.metaKey);
    } else return;
    event.preventDefault();
  });
  list.addEventListener('click', (event) => {
    const option = event.target instanceof Element && event.target.closest('[role=option]');
    if (option instanceof HTMLElement) go(option, event.ctrlKey || event.metaKey);
  });
  document.addEventListener('palette-open', open);
  on('click', '[data-palette]', (_, event) => {
    event.preventDefault();
    open();
  });
});
