// What the linters do not know: only logical properties in the sheets, no file over its cap, no Persian in scripts.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

const web = fileURLToPath(new URL('..', import.meta.url));
const PHYSICAL =
  /(^|[\s;{])((margin|padding|border|inset|scroll-(margin|padding))-(top|right|bottom|left)(-\w+)?|border-(top|bottom)-(left|right)-radius|top|right|bottom|left|width|height|(min|max)-(width|height))\s*:/;
/** A custom property or SVG may need a physical word: say so on the line. */
const EXCUSE = 'physical:';
const problems = [];

/** @param {string} folder @param {string} extension @returns {[string, string[]][]} */
const files = (folder, extension) =>
  readdirSync(join(web, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(extension))
    .map((name) => [
      join(folder, name),
      readFileSync(join(web, folder, name), 'utf8')
        .trimEnd()
        .split('\n'),
    ]);

for (const [name, lines] of files('css', '.css')) {
  if (lines.length > 500) problems.push(`${name} has ${lines.length} lines`);
  lines.forEach((line, index) => {
    const code = line.replace(/\/\*.*?\*\//g, '');
    if (PHYSICAL.test(code) && !line.includes(EXCUSE))
      problems.push(`${name}:${index + 1} physical property: ${line.trim()}`);
    if (/text-align:\s*(left|right)|float:\s*(left|right)/.test(code))
      problems.push(`${name}:${index + 1} ${line.trim()}`);
  });
}
for (const [name, lines] of files('js', '.js')) {
  const cap = name.includes('islands') ? 600 : 150;
  if (lines.length > cap) problems.push(`${name} has ${lines.length} lines, the cap is ${cap}`);
  lines.forEach((line, index) => {
    if (/[\u0621-\u06cc]/.test(line)) problems.push(`${name}:${index + 1} words belong in the message bundles`);
  });
}
if (problems.length) {
  console.error(problems.join('\n'));
  process.exit(1);
}
