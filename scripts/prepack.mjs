// Before npm packs pkg/: puts the licences there, and refuses a package that lacks what its modules name.
//
//   node scripts/prepack.mjs [FOLDER]
import { copyFileSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = process.argv[2] ?? join(root, 'pkg');
const languages = readdirSync(join(root, 'locales')).filter((name) => name.endsWith('.toml'));

/** The files that a text names by `from "./x"`, `import("./x")` or `new URL("./x", …)`. */
function named(path) {
  const quoted = /(?:from|import|import\(|new URL\()\s*["']\.\/([^"'#?]+)["']/g;
  const near = dirname(path);
  return Array.from(readFileSync(join(folder, path), 'utf8').matchAll(quoted), ([, name]) => join(near, name));
}

const entries = ['index.js', 'node.js', 'worker.js', 'element.js', 'index.d.ts', 'element.d.ts', 'element.css'];
const locales = languages
  .filter((name) => name !== 'en.toml')
  .map((name) => `build/locales/${name.replace('.toml', '.json')}`);
const wanted = new Set([...entries, ...locales]);
const missing = [];
// A set is gone through with what is added on the way.
for (const path of wanted) {
  const full = join(folder, path);
  if (!existsSync(full)) {
    // Types say `./x.js` where there is only `x.d.ts`.
    if (!existsSync(full.replace(/\.js$/, '.d.ts'))) missing.push(path);
  } else if (/\.js$|\.d\.ts$/.test(path)) for (const other of named(path)) wanted.add(other);
}
if (missing.length > 0) {
  console.error(`The package is not complete: ${missing.join(', ')} missing. Run  make package`);
  process.exit(1);
}
for (const name of ['LICENSE-MIT', 'LICENSE-APACHE']) copyFileSync(join(root, name), join(folder, name));
