// Builds the web assets into target/classes/static: one sheet, one script with lazy chunks, fonts, the icon sprite,
// and a .br and .gz beside each text file. Fails when the sheet outgrows its budget.
import { readFileSync, rmSync, mkdirSync, writeFileSync, cpSync, readdirSync, watch } from 'node:fs';
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

const css = () => bundle({ filename: join(web, 'css/app.css'), minify: true }).code;

function fonts() {
  const files = join(root, 'node_modules/@fontsource-variable/vazirmatn/files');
  mkdirSync(join(out, 'fonts'), { recursive: true });
  for (const subset of ['arabic', 'latin']) {
    cpSync(join(files, `vazirmatn-${subset}-wght-normal.woff2`), join(out, `fonts/vazirmatn-${subset}.woff2`));
  }
}

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
  });

/** The chunks app.js needs at once, so that the page can ask for them before app.js has arrived. */
function preloads(/** @type {import('esbuild').Metafile} */ { outputs }) {
  const entry = Object.keys(outputs).find((name) => name.endsWith('/app.js')) ?? '';
  return outputs[entry].imports
    .filter(({ kind }) => kind === 'import-statement')
    .map(({ path }) => path.slice(path.indexOf('/js/') + 1));
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
  for (const part of ['js', 'fonts', 'app.css', 'app.js', 'icons.svg', 'logo.svg']) {
    rmSync(join(out, part), { recursive: true, force: true });
  }
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, 'app.css'), css());
  writeFileSync(join(out, 'icons.svg'), sprite(root, join(web, 'icons.txt')));
  cpSync(join(web, 'logo.svg'), join(out, 'logo.svg'));
  fonts();
  writeFileSync(join(out, 'preload.txt'), preloads((await scripts()).metafile).join('\n'));
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
