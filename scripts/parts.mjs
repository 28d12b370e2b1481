#!/usr/bin/env node
// What the parts of the element's module weigh, in bytes before compression:
//
//   node scripts/parts.mjs
//
// The module is the one that scripts/build-wasm.sh element has built, optimised once more with the
// names of its functions kept. A function counts for the module of the project, or the crate, that it
// is named after; what one has inlined of another counts for the one that it was inlined into.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const built = join(root, 'target/wasm/element/ratecard-element_bg.wasm');
const STANDARD = ['core', 'alloc', 'std', 'compiler_builtins', 'hashbrown', 'dlmalloc'];
const SECTIONS = { import: 2, code: 10, data: 11 };

if (!existsSync(built)) {
  console.error('There is no module to look at: run  scripts/build-wasm.sh element');
  process.exit(1);
}

/** The module with its names. */
function named() {
  const folder = mkdtempSync(join(tmpdir(), 'ratecard-'));
  try {
    const out = join(folder, 'named.wasm');
    // As in scripts/build-wasm.sh, but for -g.
    const flags = readFileSync(join(root, 'scripts/build-wasm.sh'), 'utf8').match(/--enable-[a-z-]+/g);
    execFileSync('wasm-opt', ['-Oz', '-g', ...flags, built, '-o', out]);
    return readFileSync(out);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Reads a module piece by piece. */
class Reader {
  constructor(bytes, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  number() {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.bytes[this.at++];
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
  }

  text() {
    const length = this.number();
    this.at += length;
    return this.bytes.toString('utf8', this.at - length, this.at);
  }
}

/** Each section's bytes, by its number. */
function sections(bytes) {
  const reader = new Reader(bytes, 8);
  const found = new Map();
  while (reader.at < bytes.length) {
    const id = bytes[reader.at++];
    const size = reader.number();
    found.set(id, bytes.subarray(reader.at, reader.at + size));
    reader.at += size;
  }
  return found;
}

/** The functions' names by their number; imports are counted first. */
function names(module) {
  const [section] = WebAssembly.Module.customSections(module, 'name');
  const reader = new Reader(Buffer.from(section));
  const found = new Map();
  while (reader.at < reader.bytes.length) {
    const kind = reader.bytes[reader.at++];
    const end = reader.number() + reader.at;
    if (kind === 1) {
      for (let left = reader.number(); left > 0; left -= 1) found.set(reader.number(), reader.text());
    }
    reader.at = end;
  }
  return found;
}

/** What a function belongs to: `<ratecard::widget::chart::Plot as …>::f` to `widget::chart`. */
function part(name) {
  const path = name.replace(/^[<&(*\[]*(mut |dyn )?/, '').split(/[ <>(]/)[0].split('::');
  if (path[0] === 'ratecard') return ['ratecard', ...path.slice(1, path[1] === 'widget' ? 3 : 2).filter((step) => /^[a-z_]+$/.test(step))].join('::');
  if (STANDARD.includes(path[0])) return 'the standard library';
  return path.length > 1 ? path[0] : 'others';
}

const bytes = named();
const module = new WebAssembly.Module(bytes);
const imported = WebAssembly.Module.imports(module).filter(({ kind }) => kind === 'function').length;
const known = names(module);
const found = sections(bytes);
const weights = new Map([['data: rate cards, English, texts', found.get(SECTIONS.data).length]]);
const code = new Reader(found.get(SECTIONS.code));
for (let index = 0, count = code.number(); index < count; index += 1) {
  const size = code.number();
  code.at += size;
  const of = part(known.get(imported + index) ?? '');
  weights.set(of, (weights.get(of) ?? 0) + size);
}
const row = (name, weight) => console.log(name.padEnd(40) + String(weight).padStart(10));
row('bytes', 'raw');
for (const [name, weight] of [...weights].sort(([, a], [, b]) => b - a)) row(name, weight);
row('all of this', [...weights.values()].reduce((sum, weight) => sum + weight, 0));
