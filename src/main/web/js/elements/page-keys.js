// [data-page-keys]: the keys that the page behind the sheet binds, by what they do there. [data-key] binds a key to its
// element, [data-binds] tells of keys that a script of the page listens to ("Ctrl ArrowLeft"); [data-means] says it better
// than the label. The template inside is one line.
import { attach } from '../kit.js';

const SHOWN = /** @type {Record<string, string>} */ ({ Enter: '\u21b5', ArrowLeft: '\u2190', ArrowRight: '\u2192' });

/** @param {HTMLElement} element */
const meaning = (element) =>
  element.dataset.means || element.title || element.textContent?.trim() || element.getAttribute('aria-label') || '';

attach('[data-page-keys]', (list) => {
  const line = list.querySelector('template')?.content.firstElementChild;
  /** @type {Map<string, string>} */
  const keys = new Map();
  for (const area of ['main', 'body']) {
    for (const element of document.querySelectorAll(`${area} :is([data-key], [data-binds])`)) {
      if (!(element instanceof HTMLElement) || element.closest('dialog, template')) continue;
      const key = element.dataset.key ?? element.dataset.binds ?? '';
      if (!keys.has(key)) keys.set(key, meaning(element));
    }
  }
  for (const [key, means] of keys) {
    const row = line?.cloneNode(true);
    if (!(row instanceof HTMLElement)) continue;
    for (const dt of row.querySelectorAll('dt')) dt.textContent = means;
    for (const each of key.split(' ')) {
      const kbd = document.createElement('kbd');
      kbd.textContent = SHOWN[each] ?? (each.length === 1 ? each.toUpperCase() : each);
      row.querySelector('dd')?.append(kbd);
    }
    list.append(row);
  }
  const section = list.closest('section');
  if (section) section.hidden = keys.size === 0;
});
