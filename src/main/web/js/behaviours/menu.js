// .menu[popover]: opened by an ordinary popovertarget button; arrows, Home, End and first letters move, Escape and a
// choice close it and give the focus back.
import { on } from '../attach.js';
import { place } from '../place.js';

const ANCHORED = CSS.supports('position-area', 'block-end');

document.addEventListener(
  'toggle',
  (event) => {
    const menu = event.target;
    if (!(menu instanceof HTMLElement) || !menu.matches('.pop[popover]')) return;
    const opener = document.querySelector(`[popovertarget="${menu.id}"]`);
    const open = /** @type {ToggleEvent} */ (event).newState === 'open';
    opener?.setAttribute('aria-expanded', String(open));
    if (!open || !(opener instanceof HTMLElement)) return;
    if (!ANCHORED) place(menu, opener);
    if (menu.matches('.menu') && opener.matches(':focus-visible')) items(menu)[0]?.focus();
  },
  true,
);

/** @param {Element} menu @returns {HTMLElement[]} */
const items = (menu) =>
  [...menu.querySelectorAll('a[href], button:not(:disabled), input')].map((e) => /** @type {HTMLElement} */ (e));

on('keydown', '.menu[popover]', (menu, event) => {
  const all = items(menu);
  const now = all.indexOf(/** @type {HTMLElement} */ (document.activeElement));
  const { key } = /** @type {KeyboardEvent} */ (event);
  const next =
    key === 'ArrowDown'
      ? (now + 1) % all.length
      : key === 'ArrowUp'
        ? (now - 1 + all.length) % all.length
        : key === 'Home'
          ? 0
          : key === 'End'
            ? all.length - 1
            : key.length === 1
              ? all.findIndex((item, index) => index > now && item.textContent?.trim().startsWith(key))
              : -1;
  if (next < 0) return;
  event.preventDefault();
  all[next]?.focus();
});

on('click', '.menu[popover] :is(a, button)', (element) => {
  /** @type {HTMLElement | null} */ (element.closest('.menu[popover]'))?.hidePopover();
});
