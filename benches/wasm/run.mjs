// The pack planner in WebAssembly over the table of large instances.
//
//   cargo build --release --target wasm32-unknown-unknown \
//     --manifest-path benches/wasm/Cargo.toml --target-dir target/bench-wasm
//   node benches/wasm/run.mjs [FILE.wasm]
//
// With `--profile fast` instead of `--release` it is built for speed; the file
// is then target/bench-wasm/wasm32-unknown-unknown/fast/packs_wasm.wasm.

import { readFile } from 'node:fs/promises';

const root = new URL('../../', import.meta.url);
const file = process.argv[2] ?? new URL('target/bench-wasm/wasm32-unknown-unknown/release/packs_wasm.wasm', root);
const code = await readFile(file);
const { instance } = await WebAssembly.instantiate(code, {});
const { memory, buffer, plan } = /** @type {any} */ (instance.exports);
const table = JSON.parse(await readFile(new URL('tests/packs/instances.json', root), 'utf8'));
const address = buffer();
const before = memory.buffer.byteLength;

const median = (list) => list.toSorted((a, b) => a - b)[list.length >> 1];

const results = [];
for (const { name, offer: id, needs, cost, solver_ms } of table.instances) {
  const { min, step, life, block = 0, price = 0, tiers } = table.offers[id];
  const input = [min, step, life, block, price, tiers.length, ...tiers.flat(), needs.length, ...needs].map(BigInt);
  const times = [];
  for (let i = 0; i < 11; i++) {
    new BigUint64Array(memory.buffer, address).set(input);
    const began = performance.now();
    plan();
    times.push(performance.now() - began);
  }
  const found = new BigUint64Array(memory.buffer, address)[0];
  if (found !== BigInt(cost)) throw new Error(`${name}: ${found} is not ${cost}`);
  results.push({ name, id, ms: median(times), solver_ms, months: needs.length });
}

const report = (title, list) => {
  const worst = list.reduce((a, b) => (a.ms > b.ms ? a : b));
  console.log(
    `${title}: ${list.length} instances, median ${median(list.map((r) => r.ms)).toFixed(3)} ms` +
      ` (solver ${median(list.map((r) => r.solver_ms))} ms),` +
      ` worst ${worst.ms.toFixed(3)} ms (${worst.name}, solver ${worst.solver_ms} ms)`,
  );
};
for (const id of Object.keys(table.offers)) {
  report(
    `${id}, 36 months`,
    results.filter((r) => r.id === id && r.months === 36),
  );
}
report('all', results);
console.log(`module ${code.length} bytes; memory ${before} bytes before, ${memory.buffer.byteLength} after`);
