// The icon sprite: the symbols named in icons.txt, taken from Tabler's node lists.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Each path of Tabler begins with an absolute move, so several are one. */
const BETWEEN_PATHS = '"/><path d="';

/** @typedef {[string, Record<string, string | number>][]} Shapes */

/**
 * @param {string} root the project
 * @param {string} list a file with one icon name a line; `-filled` takes the filled drawing
 */
export function sprite(root, list) {
  const tabler = join(root, 'node_modules/@tabler/icons');
  const outline = read(join(tabler, 'tabler-nodes-outline.json'));
  const filled = read(join(tabler, 'tabler-nodes-filled.json'));
  const symbols = readFileSync(list, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((name) => {
      const solid = name.endsWith('-filled');
      const shapes = solid ? filled[name.slice(0, -7)] : outline[name];
      if (!shapes) throw new Error(`Tabler has no icon "${name}"`);
      return `<symbol id="${name}" viewBox="0 0 24 24"${solid ? ' fill="currentColor" stroke="none"' : ''}>${shapes.map(draw).join('').replaceAll(BETWEEN_PATHS, '')}</symbol>`;
    });
  return `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>`;
}

/** @param {string} file @returns {Record<string, Shapes>} */
const read = (file) => JSON.parse(readFileSync(file, 'utf8'));

/** @param {Shapes[number]} shape */
const draw = ([tag, attributes]) =>
  `<${tag} ${Object.entries(attributes)
    .map(([name, value]) => `${name}="${value}"`)
    .join(' ')}/>`;
