/**
 * Reads a sentence to those who listen instead of looking.
 *
 * @param {string} text
 */
export function say(text) {
  const region = document.getElementById('live');
  if (!region) return;
  region.textContent = '';
  setTimeout(() => {
    region.textContent = text;
  }, 50);
}

/**
 * A word the page carries for scripts: an attribute of the element, or of the template `#words`.
 *
 * @param {string} key in camel case
 * @param {Record<string, string>} [holes] values for `{name}`
 */
export function word(key, holes = {}) {
  const text = document.getElementById('words')?.dataset[key] ?? '';
  return text.replace(/\{(\w+)\}/g, (_, name) => holes[name] ?? '');
}
