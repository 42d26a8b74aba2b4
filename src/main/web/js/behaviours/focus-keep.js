// Focus is never lost to a partial update. htmx finds an element again by its id; here: the first thing that asks for
// focus in the new fragment (an error summary, [autofocus], the control edited in place), else the region that was
// replaced.
import { attach } from '../attach.js';
import { say } from '../say.js';

const WANTS = `[data-focus], .summary, [autofocus], form[data-escape] :is(input:not([type=hidden]), select, textarea)`;

/** @type {{ id: string, inside: Element | null } | undefined} */
let before;

// Several parts may be on their way at once: the one in which the focus was is not forgotten over the next.
document.addEventListener('htmx:beforeSwap', () => {
  const active = document.activeElement;
  if (active && active !== document.body) before = { id: active.id, inside: active.closest('[id]') };
});
for (const act of ['pointerdown', 'keydown']) document.addEventListener(act, () => (before = undefined), true);

document.addEventListener('htmx:afterSettle', (event) => {
  const root = /** @type {CustomEvent} */ (event).detail.elt;
  if (!(root instanceof HTMLElement)) return;
  const wants = root.querySelector(WANTS);
  if (wants instanceof HTMLElement) focus(wants);
  else if (before && (document.activeElement === document.body || !document.activeElement)) {
    const again = document.getElementById(before.id) ?? (before.inside && document.getElementById(before.inside.id));
    focus(again ?? document.getElementById('main'));
  }
  const result = root.querySelector('[data-say]');
  if (result instanceof HTMLElement) say(result.dataset.say ?? '');
});

/** @param {HTMLElement | null} element */
function focus(element) {
  if (!element) return;
  if (element.tabIndex < 0 && !element.hasAttribute('tabindex')) element.setAttribute('tabindex', '-1');
  element.focus({ preventScroll: element.id === 'main' });
}

// A form that came back as a whole page begins at its summary too; [data-still] is a page that only shows one.
attach('.summary', (summary) => summary.closest('[data-still]') || focus(summary));

// A link of the summary goes to its field, also when that is a picker whose first part is hidden.
document.addEventListener('click', (event) => {
  const link = event.target instanceof Element && event.target.closest('.summary a[href^="#"]');
  if (!link) return;
  const field = document.getElementById(link.getAttribute('href')?.slice(1) ?? '');
  if (!field) return;
  event.preventDefault();
  focus(field);
});

// One line at the top of the window while something is on its way.
let busy = 0;
/** @param {number} step one more, or one less */
export const count = (step) => {
  busy = Math.max(0, busy + step);
  document.documentElement.classList.toggle('busy', busy > 0);
};
// What asked may be gone from the page when the answer comes, and then no event of it gets here.
document.addEventListener('htmx:beforeSend', (event) => {
  count(1);
  /** @type {CustomEvent} */ (event).detail.xhr.addEventListener('loadend', () => count(-1));
});
