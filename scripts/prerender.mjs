#!/usr/bin/env node
// Puts prices into built pages, for visitors to see before anything has loaded:
//
//   node scripts/prerender.mjs PAGE…
//
// An element asks for it by the comment <!-- prerender --> as the first thing in it. The program
// gets the element's attributes as options; what it prints takes the comment's place.
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { READ_BY_MODULE } from '../pkg/element/attributes.js';
import { ratecard } from './ratecard.mjs';

const STYLES = './pkg/element.css';
const MARKED = /(<rate-card\b([^>]*)>\s*)<!-- prerender -->/g;
const ATTRIBUTE = /([\w-]+)="([^"]*)"/g;
/** What the prices depend on; any other attribute is the page's own. */
const ASKED = [...READ_BY_MODULE, 'lang'];

const unescaped = (text) =>
  text.replace(/&(amp|quot|lt|gt);/g, (_, name) => ({ amp: '&', quot: '"', lt: '<', gt: '>' })[name]);

/** A page with the prices of the elements in it that ask for them; `more` are options of the program. */
export function prerender(html, more = []) {
  const language = /<html\b[^>]*\blang="([^"]*)"/.exec(html)?.[1] ?? 'en';
  return html.replace(MARKED, (_, before, attributes) => {
    const given = { lang: language };
    for (const [, name, value] of attributes.matchAll(ATTRIBUTE)) given[name] = unescaped(value);
    const options = ASKED.filter((name) => name in given).map((name) => `--${name}=${given[name]}`);
    return before + ratecard(['prerender', '--only-template', `--styles=${STYLES}`, ...more, ...options]).trim();
  });
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  for (const page of process.argv.slice(2)) writeFileSync(page, prerender(readFileSync(page, 'utf8')));
}
