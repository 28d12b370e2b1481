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

// The one list of what is downloaded.
const downloads = {
  element: ['element.js', 'element.css', 'build/ratecard-element.js', 'build/ratecard-element_bg.wasm'],
  // Beside it, the one of these that a page is in; English is in the module.
  'zh-CN': ['build/locales/zh-CN.json'],
  ja: ['build/locales/ja.json'],
  id: ['build/locales/id.json'],
  // Only where an element asks for it.
  'element, on demand': ['element/adopt.js', 'element/cards.js', 'element/link.js'],
  engine: ['index.js', 'build/ratecard-engine.js', 'build/ratecard-engine_bg.wasm'],
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

const missing = Object.values(downloads).flat().filter((path) => !existsSync(new URL(`pkg/${path}`, root)));
if (missing.length > 0) {
  fail([...missing.map((path) => `pkg/${path} is missing`), 'Build it first: make package']);
}

const sizes = {};
const row = (name, ...cells) => console.log(name.padEnd(36) + cells.map((cell) => String(cell).padStart(10)).join(''));
row('bytes', 'raw', 'gzip -9', 'brotli 11');
for (const [name, paths] of Object.entries(downloads)) {
  const total = { raw: 0, gzip: 0, brotli: 0 };
  for (const path of paths) {
    sizes[path] = measure(path);
    row(path, ...Object.values(sizes[path]));
    for (const kind in total) total[kind] += sizes[path][kind];
  }
  row(`${name}, all together`, ...Object.values(total));
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
