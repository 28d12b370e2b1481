// What the native program prints. It has been built by the native tests; cargo sees to that.
import { execFileSync } from 'node:child_process';

const root = new URL('../../', import.meta.url);

function cargo(...options) {
  return execFileSync('cargo', ['run', '--locked', '--quiet', ...options], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
    // What ICU4X says in a debug build of a currency that has no sign.
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}

/** The element as HTML, by options of `ratecard prerender`. */
export const prerender = (...options) =>
  cargo('--bin', 'ratecard', '--', 'prerender', '--styles=/pkg/element.css', ...options);

/** How the languages write things: rows of language, kind, what is written, text. */
export const formats = (...languages) =>
  cargo('--example', 'formats', '--', ...languages).trim().split('\n').map((line) => JSON.parse(line));
