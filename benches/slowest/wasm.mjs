// What `cargo bench --bench slowest` has found, asked in WebAssembly: time and memory of each.
//
//   scripts/build-wasm.sh engine
//   node benches/slowest/wasm.mjs [FOLDER]        # target/slowest
//
// Each in a process of its own, as the memory of a module never shrinks.

import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = new URL('../../', import.meta.url);
const [what, file] = process.argv.slice(2);

async function ask(file) {
  const { card, command, request } = JSON.parse(readFileSync(file, 'utf8'));
  const { default: init } = await import(new URL('pkg/build/ratecard-engine.js', root).href);
  const code = readFileSync(new URL('pkg/build/ratecard-engine_bg.wasm', root));
  const { memory } = await init({ module_or_path: code });
  const api = await import(new URL('pkg/api.js', root).href);
  const before = memory.buffer.byteLength;
  const began = process.cpuUsage();
  const spent = () => {
    const { user, system } = process.cpuUsage(began);
    return (user + system) / 1e3;
  };
  let said = 'accepted';
  let read = 0;
  try {
    api.rateCards.add(card);
    read = spent();
    api[command](request);
  } catch (error) {
    said = `refused: ${error.message}`.slice(0, 80);
  }
  const kilobytes = (memory.buffer.byteLength - before) / 1024;
  console.log(
    `card ${read.toFixed(0)} ms, answer ${(spent() - read).toFixed(0)} ms, ${kilobytes.toFixed(0)} kB of memory; ${said}`,
  );
}

if (what === '--ask') await ask(file);
else {
  const folder = resolve(what ?? fileURLToPath(new URL('target/slowest', root)));
  for (const name of readdirSync(folder).filter((name) => name !== 'candidate.json')) {
    const said = execFileSync(process.execPath, [fileURLToPath(import.meta.url), '--ask', resolve(folder, name)]);
    process.stdout.write(`${name}: ${said}`);
  }
}
