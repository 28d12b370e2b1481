// The package as npm would publish it: packed, installed into an empty project, and used there.

import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';

const pkg = new URL('../../pkg/', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'ratecard-'));
after(() => rmSync(folder, { recursive: true }));

const npm = (...args) => execFileSync('npm', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
const [packed] = JSON.parse(npm('pack', pkg, '--json', '--pack-destination', folder));
const paths = packed.files.map(({ path }) => path);

/** The files that a text names by `from "./x"`, `import("./x")` or `new URL("./x", …)`. */
function named(text) {
  const quoted = /(?:from|import|import\(|new URL\()\s*["']\.\/([^"'#?]+)["']/g;
  return Array.from(text.matchAll(quoted), ([, path]) => path);
}

test('it has all that its modules name', () => {
  let seen = 0;
  for (const path of paths.filter((path) => /\.js$|\.d\.ts$/.test(path))) {
    const near = path.includes('/') ? path.slice(0, path.lastIndexOf('/') + 1) : '';
    for (const other of named(readFileSync(join(pkg, path), 'utf8'))) {
      const types = path.endsWith('.d.ts') && paths.includes(near + other.replace(/\.js$/, '.d.ts'));
      assert.ok(types || paths.includes(near + other), `${path} names ./${other}`);
      seen += 1;
    }
  }
  assert.ok(seen > 5, `only ${seen} files are named`);
});

test('it has both licences and what to read', () => {
  for (const path of ['LICENSE-MIT', 'LICENSE-APACHE', 'README.md', 'package.json']) {
    assert.ok(paths.includes(path), path);
  }
});

test('it has nothing that only the project needs', () => {
  const strange = paths.filter(
    (path) => !/\.(js|css|d\.ts|wasm|json|md)$|^LICENSE-/.test(path) || path.startsWith('element/'),
  );
  assert.deepEqual(strange, []);
});

test('bundlers leave alone what is imported by an address made up at run time', () => {
  const element = readFileSync(join(pkg, 'element.js'), 'utf8');
  const madeUp = Array.from(element.matchAll(/import\(\s*((?:\/\*.*?\*\/\s*)*)`/g), ([, comments]) => comments);
  assert.equal(madeUp.length, 1);
  assert.match(madeUp[0], /\/\* @vite-ignore \*\/\s*\/\* webpackIgnore: true \*\//);
});

test('the size of all that browsers load is watched', () => {
  const loaded = paths.filter(
    (path) => /\.(js|css|wasm)$|^build\/locales\//.test(path) && !['node.js', 'worker.js'].includes(path),
  );
  const sizes = JSON.parse(readFileSync(new URL('../sizes.json', import.meta.url), 'utf8'));
  assert.deepEqual(loaded.toSorted(), Object.keys(sizes).toSorted());
});

test("installed, it answers, and the element's module loads where there is no page", () => {
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
  npm('install', '--offline', '--no-audit', '--no-fund', '--prefix', folder, join(folder, packed.filename));
  const script = `
    import { estimate } from "ratecard";
    import { RateCardElement } from "ratecard/element";
    const items = [{ product: "chat", edition: "standard", demand: { mau: 25000 } }];
    console.log(estimate({ as_of: "2026-11-20", items }).totals.USD, RateCardElement.name);`;
  const args = ['--input-type=module', '--eval', script];
  const said = execFileSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
  assert.equal(said.trim(), '624 RateCardElement');
});

test('a package that is not complete is not packed', () => {
  const prepack = new URL('../../scripts/prepack.mjs', import.meta.url).pathname;
  const copy = join(folder, 'pkg');
  const pack = () => spawnSync(process.execPath, [prepack, copy], { encoding: 'utf8' });
  cpSync(pkg, copy, { recursive: true });
  assert.equal(pack().status, 0);
  for (const path of ['build/ratecard-engine_bg.wasm', 'build/ratecard-element_views.wasm', 'build/locales/ja.json']) {
    rmSync(join(copy, path));
    const { status, stderr } = pack();
    assert.equal(status, 1, path);
    assert.ok(stderr.includes(path), stderr);
    cpSync(join(pkg, path), join(copy, path));
  }
});
