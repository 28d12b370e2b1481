#!/usr/bin/env node
// What a browser downloads, and how much of it:
//
//   node scripts/sizes.mjs           print the table
//   node scripts/sizes.mjs --write   and keep it as tests/sizes.json
//   node scripts/sizes.mjs --check   and compare it with that file
//
// The sizes are committed, so that whoever reviews a change sees what it costs.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { OTHERS } from './languages.mjs';

// The one list of what is downloaded: the parts of each download. One that begins `with` another
// comes beside all of that.
/** @type {Record<string, Record<string, string>>} */
const downloads = {
  'the element': {
    script: 'element.js',
    styles: 'element.css',
    glue: 'build/ratecard-element.js',
    module: 'build/ratecard-element_bg.wasm',
  },
  // English is in the module.
  ...Object.fromEntries(
    OTHERS.map((tag) => [`the element in ${tag}`, { with: 'the element', language: `build/locales/${tag}.json` }]),
  ),
  // Only where an element asks for it.
  'the element on demand': {
    adoption: 'build/element/adopt.js',
    'further cards': 'build/element/cards.js',
    link: 'build/element/link.js',
    'further views': 'build/ratecard-element_views.wasm',
  },
  'the engine': {
    script: 'index.js',
    interface: 'api.js',
    glue: 'build/ratecard-engine.js',
    module: 'build/ratecard-engine_bg.wasm',
  },
};
// Below this, a difference is that of two compilers, not of two commits.
const tolerance = 0.01;

const root = new URL('../', import.meta.url);
const snapshot = new URL('tests/sizes.json', root);

function measure(path) {
  const bytes = readFileSync(new URL(`pkg/${path}`, root));
  const brotli = brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });
  return { raw: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length, brotli: brotli.length };
}

function fail(lines) {
  console.error(lines.join('\n'));
  process.exit(1);
}

/** @param {Record<string, string>} download */
const partsOf = ({ with: _, ...parts }) => Object.entries(parts);
const paths = Object.values(downloads)
  .flatMap(partsOf)
  .map(([, path]) => path);
const missing = paths.filter((path) => !existsSync(new URL(`pkg/${path}`, root)));
if (missing.length > 0) {
  fail([...missing.map((path) => `pkg/${path} is missing`), 'Build it first: make package']);
}

const sizes = {};
const totals = {};
const row = (part, path, { raw, gzip, brotli }) =>
  console.log(
    part.padEnd(16) + path.padEnd(36) + [raw, gzip, brotli].map((cell) => String(cell).padStart(10)).join(''),
  );
row('part', 'file', { raw: 'bytes', gzip: 'gzip -9', brotli: 'brotli 11' });
for (const [name, parts] of Object.entries(downloads)) {
  const total = { raw: 0, gzip: 0, brotli: 0, ...totals[parts.with] };
  for (const [part, path] of partsOf(parts)) {
    sizes[path] = measure(path);
    row(part, path, sizes[path]);
    for (const kind in total) total[kind] += sizes[path][kind];
  }
  totals[name] = total;
  row('together', name, total);
}

if (process.argv.includes('--write')) {
  writeFileSync(snapshot, JSON.stringify(sizes, null, 2) + '\n');
}
if (process.argv.includes('--check')) {
  const accept = 'If the change is worth it, accept it with  make sizes  and commit tests/sizes.json.';
  if (!existsSync(snapshot)) fail(['tests/sizes.json is missing.', accept]);
  const before = JSON.parse(readFileSync(snapshot, 'utf8'));
  const problems = [];
  for (const path of new Set([...Object.keys(before), ...Object.keys(sizes)])) {
    const [old, now] = [before[path]?.brotli, sizes[path]?.brotli];
    if (old === undefined || now === undefined) {
      problems.push(`${path} is ${old === undefined ? 'new' : 'gone'}`);
    } else if (Math.abs(now - old) > old * tolerance) {
      const percent = ((now / old - 1) * 100).toFixed(1);
      problems.push(`${path}: ${old} → ${now} bytes in brotli (${now > old ? '+' : ''}${percent} %)`);
    }
  }
  if (problems.length > 0) fail(['', ...problems, accept]);
  console.log('As in tests/sizes.json.');
}
