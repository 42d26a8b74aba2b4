import htmx from 'htmx.org';

/**
 * Connects a behaviour to every element that matches, once each, now and whenever a fragment arrives.
 *
 * @param {string} selector
 * @param {(element: HTMLElement) => void} connect
 */
export function attach(selector, connect) {
  const seen = new WeakSet();
  /** @param {Node} node */
  const scan = (node) => {
    const root = /** @type {HTMLElement} */ (node);
    const found = /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll(selector));
    for (const element of root.matches(selector) ? [root, ...found] : found) {
      if (!seen.has(element)) {
        seen.add(element);
        connect(element);
      }
    }
  };
  // What is loaded late has missed the first announcement.
  if (document.readyState !== 'loading') scan(document.body);
  htmx.onLoad(scan);
}

/**
 * Listens on the document for events on elements that match, present or future.
 *
 * @template {keyof DocumentEventMap} K
 * @param {K} type
 * @param {string} selector
 * @param {(element: HTMLElement, event: DocumentEventMap[K]) => void} act
 */
export function on(type, selector, act) {
  document.addEventListener(type, (event) => {
    const element = event.target instanceof Element && event.target.closest(selector);
    if (element instanceof HTMLElement) act(element, event);
  });
}

/** @param {() => void} act @param {number} milliseconds of quiet to wait for */
export function debounce(act, milliseconds) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(act, milliseconds);
  };
}
