// What the page itself offers, for those who command it by name or by key.

/** @param {string | undefined} selector @returns {HTMLElement | null} */
export const offered = (selector) => (selector ? document.querySelector(selector) : null);

/** The key that the page binds to the act of an option of the palette, if it does. @param {HTMLElement} option */
export const keyOf = ({ dataset }) =>
  (offered(dataset.presses) ?? offered(`[data-key][href="${dataset.dialog ?? dataset.href}"]`))?.dataset.key;

/** Presses an element, or puts the focus into a box to type in; whatever it is folded into opens. @param {HTMLElement} element */
export function press(element) {
  for (let around = element.closest('details'); around; around = around.parentElement?.closest('details') ?? null) {
    around.open = true;
  }
  if (element.matches('input:not([type=checkbox], [type=radio]), select, textarea')) element.focus();
  else element.click();
}
