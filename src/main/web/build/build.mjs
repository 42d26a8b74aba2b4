// Builds the web assets into target/classes/static: one sheet, one script with lazy chunks, fonts, the icon sprite,
// and a .br and .gz beside each text file. Fails when the sheet outgrows its budget.
import { readFileSync, rmSync, mkdirSync, writeFileSync, cpSync, readdirSync, watch } from 'node:fs';
import { createHash } from 'node:crypto';
import { brotliCompressSync, gzipSync, constants } from 'node:zlib';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { build } from 'esbuild';
import { bundle } from 'lightningcss';
import { sprite } from './icons.mjs';

const web = fileURLToPath(new URL('..', import.meta.url));
const root = join(web, '../../..');
const out = join(root, 'target/classes/static');
const CSS_BUDGET = 16 * 1024;

/** The sheet, with the fonts by the names that they have been given. */
const css = (/** @type {Record<string, string>} */ names) =>
  Object.entries(names).reduce(
    (sheet, [plain, named]) => sheet.replaceAll(plain, named),
    bundle({ filename: join(web, 'css/app.css'), minify: true }).code.toString(),
  );

/**
 * The fonts, named by their content: the sheet and the page ask for the same address, or they would be fetched twice.
 *
 * @returns {Record<string, string>} the name in the sheet, and the name in the folder
 */
function fonts() {
  const files = join(root, 'node_modules/@fontsource-variable/vazirmatn/files');
  mkdirSync(join(out, 'fonts'), { recursive: true });
  /** @type {Record<string, string>} */
  const names = {};
  for (const subset of ['arabic', 'latin']) {
    const bytes = readFileSync(join(files, `vazirmatn-${subset}-wght-normal.woff2`));
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 10);
    names[`fonts/vazirmatn-${subset}.woff2`] = `fonts/vazirmatn-${subset}-${hash}.woff2`;
    writeFileSync(join(out, `fonts/vazirmatn-${subset}-${hash}.woff2`), bytes);
  }
  return names;
}

/**
 * htmx as its makers made it small: it holds an `eval`, which we never reach, and which keeps esbuild from shortening names.
 *
 * @type {import('esbuild').Plugin}
 */
const smallHtmx = {
  name: 'small-htmx',
  setup: ({ onLoad }) =>
    onLoad({ filter: /htmx\.esm\.js$/ }, ({ path }) => ({
      contents: `${readFileSync(path.replace('htmx.esm.js', 'htmx.min.js'), 'utf8')}\nexport default htmx;`,
    })),
};

const scripts = () =>
  build({
    entryPoints: [join(web, 'js/app.js')],
    outdir: out,
    bundle: true,
    minify: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    chunkNames: 'js/[name]-[hash]',
    legalComments: 'none',
    logLevel: 'warning',
    metafile: true,
    plugins: [smallHtmx],
  });

/** The chunks app.js needs at once, so that the page can ask for them before app.js has arrived. */
function preloads(/** @type {import('esbuild').Metafile} */ { outputs }) {
  const entry = Object.keys(outputs).find((name) => name.endsWith('/app.js')) ?? '';
  const chunks = outputs[entry].imports
    .filter(({ kind }) => kind === 'import-statement')
    .map(({ path }) => path.slice(path.indexOf('/js/') + 1));
  if (chunks.length > 1) throw new Error(`A part loaded later passes kit.js by; app.js needs ${chunks.join(', ')}`);
  return chunks;
}

/** @param {string} name */
function compress(name) {
  const raw = readFileSync(join(out, name));
  const br = brotliCompressSync(raw, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
  writeFileSync(join(out, `${name}.br`), br);
  writeFileSync(join(out, `${name}.gz`), gzipSync(raw, { level: 9 }));
  return { name, raw: raw.length, br: br.length };
}

async function all() {
  for (const part of ['js', 'fonts', 'icons', 'app.css', 'app.js', 'icons.svg', 'logo.svg']) {
    rmSync(join(out, part), { recursive: true, force: true });
  }
  mkdirSync(out, { recursive: true });
  const names = fonts();
  writeFileSync(join(out, 'app.css'), css(names));
  writeFileSync(join(out, 'icons.svg'), sprite(root, join(web, 'icons.txt')));
  cpSync(join(web, 'logo.svg'), join(out, 'logo.svg'));
  cpSync(join(web, 'icons'), join(out, 'icons'), { recursive: true });
  const early = [...Object.values(names), ...preloads((await scripts()).metafile)];
  writeFileSync(join(out, 'preload.txt'), early.join('\n'));
  mkdirSync(join(out, 'js'), { recursive: true });
  const chunks = readdirSync(join(out, 'js')).map((file) => `js/${file}`);
  const sizes = ['app.css', 'app.js', 'icons.svg', 'logo.svg', ...chunks].map(compress);
  for (const { name, raw, br } of sizes) {
    console.log(`${name.padEnd(34)} ${String(raw).padStart(7)} B  ${String(br).padStart(6)} B brotli`);
  }
  const sheet = sizes[0];
  if (sheet.br > CSS_BUDGET) throw new Error(`app.css is ${sheet.br} bytes of brotli; the budget is ${CSS_BUDGET}`);
}

await all();
if (process.argv.includes('--watch')) {
  let timer = setTimeout(() => {}, 0);
  watch(web, { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(() => all().catch((error) => console.error(error.message)), 80);
  });
}
