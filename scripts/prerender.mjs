#!/usr/bin/env node
// Puts prices into built pages, for visitors to see before anything has loaded:
//
//   node scripts/prerender.mjs PAGE…
//
// An element asks for it by the comment <!-- prerender --> as the first thing in it. The program
// gets the element's attributes as options; what it prints takes the comment's place.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const root = new URL('../', import.meta.url);
const STYLES = './pkg/element.css';
const MARKED = /(<rate-card\b([^>]*)>\s*)<!-- prerender -->/g;
const ATTRIBUTE = /([\w-]+)="([^"]*)"/g;
/** What the view depends on; any other attribute is the page's own. */
const ASKED = ['product', 'view', 'edition', 'demand', 'months', 'start', 'as-of', 'billing', 'requires', 'lang'];

const unescaped = (text) =>
  text.replace(/&(amp|quot|lt|gt);/g, (_, name) => ({ amp: '&', quot: '"', lt: '<', gt: '>' })[name]);

function ratecard(options) {
  const cargo = ['run', '--locked', '--quiet', '--', 'prerender', '--only-template', ...options];
  return execFileSync('cargo', cargo, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
}

for (const page of process.argv.slice(2)) {
  const html = readFileSync(page, 'utf8');
  const language = /<html\b[^>]*\blang="([^"]*)"/.exec(html)?.[1] ?? 'en';
  const filled = html.replace(MARKED, (_, before, attributes) => {
    const given = { lang: language };
    for (const [, name, value] of attributes.matchAll(ATTRIBUTE)) given[name] = unescaped(value);
    const options = ASKED.filter((name) => name in given).map((name) => `--${name}=${given[name]}`);
    return before + ratecard([`--styles=${STYLES}`, ...options]).trim();
  });
  writeFileSync(page, filled);
}
