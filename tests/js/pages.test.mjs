// The pages of the demo site as they are made from the rate cards.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { LANGUAGES } from '../../scripts/languages.mjs';
import { requestOf } from '../../scripts/pages/product.mjs';
import { ask } from '../../scripts/ratecard.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'ratecard-pages-'));
const pages = {};

// A card that the site knows nothing else of.
const card = JSON.parse(readFileSync(join(root, 'www/ours.json'), 'utf8'));
card.label.en = 'Ours & "theirs" <b>';

before(() => {
  // What trunk copies: whatever the front page says so of.
  const layout = readFileSync(join(root, 'www/index.html'), 'utf8');
  const copied = [...layout.matchAll(/<link data-trunk rel="copy-(?:file|dir)" href="([\w.-]+)">/g)];
  for (const name of ['index.html', ...copied.map(([, name]) => name)]) {
    cpSync(join(root, 'www', name), join(folder, name), { recursive: true });
  }
  cpSync(join(root, 'pkg'), join(folder, 'pkg'), { recursive: true });
  const cards = join(folder, 'card.json');
  writeFileSync(cards, JSON.stringify(card));
  execFileSync('node', [join(root, 'scripts/pages.mjs'), folder, '--cards', cards], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  for (const name of readdirSync(folder))
    if (name.endsWith('.html')) pages[name] = readFileSync(join(folder, name), 'utf8');
});
after(() => rmSync(folder, { recursive: true }));

/** The page's own part, without what is rendered into elements. */
const own = (page) => page.replace(/<template shadowrootmode[\s\S]*?<\/template>/g, '');

test('a new rate card has its page, and every other page leads there', () => {
  assert.match(pages['ours.html'], /<title>Ours &amp; &quot;theirs&quot; &lt;b&gt;: /);
  assert.match(pages['ours.html'], /<rate-card [^>]*product="ours"[^>]*>\s*<template shadowrootmode="open">/);
  assert.match(pages['ours.html'], /<td>Our prices<\/td><td>All<\/td><td>Jan 1, 2026<\/td>/);
  for (const [name, page] of Object.entries(pages)) assert.match(own(page), /<a href="\.\/ours\.html"/, name);
});

test('every product of the program has a page', () => {
  const known = readdirSync(join(root, 'cards')).map((name) => readFileSync(join(root, 'cards', name), 'utf8'));
  const products = new Set(known.map((text) => /^product = "(.*)"$/m.exec(text)?.[1]));
  assert.ok(products.size > 5);
  for (const product of products) assert.ok(`${product}.html` in pages, product);
});

test('links lead to pages and places that there are, and to nothing outside', () => {
  let checked = 0;
  for (const [name, page] of Object.entries(pages)) {
    // Trunk's own links are gone once it has built the page.
    const left = own(page).replace(/<link data-trunk[^>]*>/g, '');
    for (const [, to] of left.matchAll(/<(?:a|link|script|img)\b[^>]*\s(?:href|src)="([^"]*)"/g)) {
      if (to.startsWith('data:') || to.startsWith('#rate-card=')) continue;
      const [file, place] = to.split('#');
      assert.match(file, /^(\.\/|$)/, `${name}: ${to}`);
      const target = file.slice('./'.length) || name;
      // What is built later is no page.
      if (!target.startsWith('pkg/build/')) assert.ok(existsSync(join(folder, target)), `${name}: ${to}`);
      // What a calculator is set to is no place of the page.
      if (place && !place.startsWith('rate-card='))
        assert.ok(own(pages[target]).includes(` id="${place}"`), `${name}: ${to}`);
      checked += 1;
    }
  }
  assert.ok(checked > 200);
});

test('nothing in a page needs a weaker policy', () => {
  for (const [name, page] of Object.entries(pages)) {
    assert.match(page, /http-equiv="Content-Security-Policy"/, name);
    assert.doesNotMatch(page, /<style|\sstyle=|\son[a-z]+="|<script(?![^>]*\ssrc=)/, name);
  }
});

test('no page is left with a comment that asks for something', () => {
  for (const [name, page] of Object.entries(pages)) {
    assert.doesNotMatch(page, /<!-- (top|bottom|products|glance|proofs|views|options|file|document|prerender)\b/, name);
    assert.doesNotMatch(own(page), /\{\{[\w.]+\}\}/, name);
    assert.doesNotMatch(own(page), /undefined|\[object|NaN/, name);
  }
});

test('ids are unique, and there is one heading of the first order', () => {
  for (const [name, page] of Object.entries(pages)) {
    const ids = [...own(page).matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
    assert.deepEqual(ids, [...new Set(ids)], name);
    assert.equal([...own(page).matchAll(/<h1\b/g)].length, 1, name);
  }
});

test('every page says that prices are no offer, in its language', () => {
  const words = JSON.parse(readFileSync(join(root, 'www/words.json'), 'utf8'));
  for (const [name, page] of Object.entries(pages)) {
    const [, language] = /<html lang="([^"]*)">/.exec(page) ?? [];
    assert.ok(own(page).includes(words[language].offer), name);
  }
});

test('a question names all that it asks for: no other edition does the same for less', () => {
  const abouts = JSON.parse(readFileSync(join(root, 'www/products.json'), 'utf8'));
  let asked = 0;
  for (const [product, { questions }] of Object.entries(abouts)) {
    for (const question of questions) {
      const [item] = ask('estimate', requestOf(product, question), []).items;
      const cheaper = item.advice.filter(({ code }) => code === 'cheaper-edition');
      assert.deepEqual(cheaper, [], `${product}: ${question.ask.en}`);
      asked += 1;
    }
  }
  assert.ok(asked > 20);
});

test('the site says the same things in every language, and with the same places', () => {
  const words = JSON.parse(readFileSync(join(root, 'www/words.json'), 'utf8'));
  const places = (text) => (JSON.stringify(text).match(/\{[a-z]+\}|`[^`]+`/g) ?? []).sort();
  assert.deepEqual(Object.keys(words).sort(), [...LANGUAGES].sort());
  for (const [language, texts] of Object.entries(words)) {
    assert.deepEqual(Object.keys(texts).sort(), Object.keys(words.en).sort(), language);
    for (const [name, text] of Object.entries(texts)) {
      assert.deepEqual(new Set(places(text)), new Set(places(words.en[name])), `${language}: ${name}`);
    }
  }
});

test('the front page shows what commands of the project print', () => {
  const sizes = JSON.parse(readFileSync(join(root, 'tests/sizes.json'), 'utf8'));
  const parts = ['element.js', 'element.css', 'build/ratecard-element.js', 'build/ratecard-element_bg.wasm'];
  const bytes = parts.reduce((sum, part) => sum + sizes[part].brotli, 0);
  const page = own(pages['index.html']);
  assert.ok(page.includes(`>${Math.round(bytes / 1000)} kB<`));
  const [item] = ask('estimate', {
    months: 1,
    items: [{ product: 'chat', edition: 'standard', demand: { mau: 10_001 } }],
  }).items;
  assert.ok(page.includes(`>$${item.total}<`));
});
