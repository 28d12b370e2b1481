// What the native programs print; cargo sees to it that they are current.
import { execFileSync } from 'node:child_process';
import { ratecard } from '../../scripts/ratecard.mjs';

const root = new URL('../../', import.meta.url);

/** The element as HTML, by options of `ratecard prerender`. */
export const prerender = (...options) => ratecard(['prerender', '--styles=/pkg/element.css', ...options]);

/** How the languages write things: rows of language, kind, what is written, text. */
export const formats = (...languages) =>
  execFileSync('cargo', ['run', '--locked', '--quiet', '--example', 'formats', '--', ...languages], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
    // What ICU4X says in a debug build of a currency that has no sign.
    stdio: ['ignore', 'pipe', 'ignore'],
  })
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
