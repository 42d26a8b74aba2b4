// The command palette `#palette`: fetches /search/suggest?q= while typing, arrows choose, Enter goes, Tab takes what
// was typed literally when the keyboard had been read as the other layout ([data-literal] in the answer).
import { attach, debounce, on } from '../attach.js';
import { openDialog } from './dialog-open.js';
import { fragment } from '../http.js';
import { say, word } from '../say.js';
import { toReader } from '../digits.js';

attach('#palette', (element) => {
  const dialog = /** @type {HTMLDialogElement} */ (element);
  const input = dialog.querySelector('input');
  const list = dialog.querySelector('[role=listbox]');
  if (!input || !(list instanceof HTMLElement)) return;
  let asked = new AbortController();

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

  const ask = async (literal = false) => {
    asked.abort();
    asked = new AbortController();
    const url = new URL(dialog.dataset.url ?? '/search/suggest', location.href);
    url.searchParams.set('q', input.value);
    if (literal) url.searchParams.set('literal', 'true');
    const answer = await fragment(url.pathname + url.search, { signal: asked.signal }).catch(() => null);
    if (!answer?.ok) return;
    list.innerHTML = answer.html;
    options().forEach((option, index) => {
      option.id ||= `palette-${index}`;
    });
    choose(options()[0]);
    say(word('results', { count: toReader(options().length) }));
  };

  const open = () => {
    if (dialog.open) return;
    dialog.showModal();
    input.select();
    void ask();
  };
  /** @param {HTMLElement} option */
  const go = (option) => {
    dialog.close();
    if (option.dataset.dialog) void openDialog(option.dataset.dialog);
    else if (option.dataset.href) location.assign(option.dataset.href);
  };

  input.addEventListener(
    'input',
    debounce(() => void ask(), 110),
  );
  input.addEventListener('keydown', (event) => {
    const all = options();
    const now = all.findIndex((option) => option.classList.contains('on'));
    if (event.key === 'ArrowDown') choose(all[Math.min(now + 1, all.length - 1)]);
    else if (event.key === 'ArrowUp') choose(all[Math.max(now - 1, 0)]);
    else if (event.key === 'Tab' && !event.shiftKey && list.querySelector('[data-literal]')) void ask(true);
    else if (event.key === 'Enter' && now >= 0 && !event.isComposing) go(all[now]);
    else if (event.key === 'Enter' && input.value) location.assign(`/search?q=${encodeURIComponent(input.value)}`);
    else return;
    event.preventDefault();
  });
  list.addEventListener('click', (event) => {
    const option = event.target instanceof Element && event.target.closest('[role=option]');
    if (option instanceof HTMLElement) go(option);
  });
  document.addEventListener('palette-open', open);
  on('click', '[data-palette]', (_, event) => {
    event.preventDefault();
    open();
  });
});
