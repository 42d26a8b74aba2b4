// textarea[data-mentions="/pick/users"]: typing @ and some letters offers colleagues (a listbox steered from the text);
// choosing one writes @[name](users/id).
import { attach, debounce, fragment, place, say, word } from '../kit.js';

attach('textarea[data-mentions]', (element) => {
  const box = /** @type {HTMLTextAreaElement} */ (element);
  const list = document.createElement('div');
  list.className = 'options';
  list.role = 'listbox';
  list.ariaLabel = box.dataset.label ?? '';
  list.id = `${box.id}-mentions`;
  list.popover = 'manual';
  box.after(list);
  box.setAttribute('aria-controls', list.id);
  let current = -1;

  const open = () => list.matches(':popover-open');
  const close = () => {
    if (open()) list.hidePopover();
    current = -1;
    box.removeAttribute('aria-activedescendant');
  };
  const options = () => /** @type {HTMLElement[]} */ ([...list.querySelectorAll('[role=option]')]);

  /** @param {number} to */
  const move = (to) => {
    const all = options();
    current = (to + all.length) % all.length;
    all.forEach((option, index) => {
      option.setAttribute('aria-selected', String(index === current));
      option.classList.toggle('on', index === current);
    });
    box.setAttribute('aria-activedescendant', all[current].id);
  };

  /** @param {HTMLElement} option */
  const choose = (option) => {
    const before = box.value.slice(0, box.selectionStart);
    const start = before.lastIndexOf('@');
    const name = (option.dataset.text ?? '').replace(/[[\]\n]/g, ' ');
    box.setRangeText(`@[${name}](users/${option.dataset.value}) `, start, box.selectionStart, 'end');
    box.dispatchEvent(new Event('input', { bubbles: true }));
    close();
  };

  const ask = debounce(async () => {
    const words = typed(box);
    if (words === null) return close();
    const answer = await fragment(`${box.dataset.mentions}?q=${encodeURIComponent(words)}`).catch(() => null);
    if (!answer?.ok || typed(box) !== words) return;
    list.innerHTML = answer.html;
    options().forEach((option, index) => {
      option.id = `${list.id}-${index}`;
    });
    if (options().length === 0) return close();
    if (!open()) list.showPopover();
    place(list, /** @type {HTMLElement} */ (box.closest('.in') ?? box), { stretch: true });
    move(0);
    say(word('results').replace('{count}', String(options().length)));
  }, 140);

  box.addEventListener('input', ask);
  // what was typed before this script was there
  if (document.activeElement === box) ask();
  box.addEventListener('blur', () => setTimeout(close, 150));
  list.addEventListener('mousedown', (event) => {
    event.preventDefault();
    const option = event.target instanceof Element && event.target.closest('[role=option]');
    if (option instanceof HTMLElement) choose(option);
  });
  box.addEventListener('keydown', (event) => {
    if (!open()) return;
    if (event.key === 'ArrowDown') move(current + 1);
    else if (event.key === 'ArrowUp') move(current - 1);
    else if (event.key === 'Enter' || event.key === 'Tab') choose(options()[current]);
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
});

/** What stands between the last @ and the caret, null when no mention is being typed. @param {HTMLTextAreaElement} box */
function typed(box) {
  const found = /(?:^|\s)@([^\s@[\]()]{0,30}(?: [^\s@[\]()]{1,30})?)$/u.exec(box.value.slice(0, box.selectionStart));
  return found ? found[1] : null;
}
