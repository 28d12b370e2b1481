#!/usr/bin/env node
// Completes the site in a folder that has the front page in it:
//
//   node scripts/pages.mjs FOLDER [--cards FILE-or-FOLDER]
//
// A page for each product that there is a rate card of, in the languages of its texts in
// www/products.json, or in English where it has none; the pages in www/pages/; and on each of them the
// head and foot of the front page, with prices for visitors to see before anything has loaded.
//
// Where they stand in a page, these comments are replaced:
//
//   <!-- top --> <!-- bottom -->   what is on every page
//   <!-- products -->              the products, with a question and its answer
//   <!-- options -->               the products as options
//   <!-- languages -->             the languages as options
//   <!-- file PATH -->             a file of the project, as text
//   <!-- document PATH -->         one in Markdown, as HTML
//   <!-- prerender -->             within an element: its prices (scripts/prerender.mjs)
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { LANGUAGES } from './languages.mjs';
import { amount } from './pages/figures.mjs';
import { escaped, html } from './pages/html.mjs';
import { inLayout } from './pages/layout.mjs';
import { markdown } from './pages/markdown.mjs';
import { productPage, requestOf, said } from './pages/product.mjs';
import { prerender } from './prerender.mjs';
import { ask, ratecard } from './ratecard.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const { values, positionals } = parseArgs({
  options: { cards: { type: 'string', multiple: true } },
  allowPositionals: true,
});
const [folder] = positionals;
if (!folder) throw new Error('say in which folder the front page is');
const further = (values.cards ?? []).map((path) => `--cards=${path}`);

const read = (path) => readFileSync(join(root, path), 'utf8');
const abouts = JSON.parse(read('www/products.json'));
const languages = Object.fromEntries(
  Object.entries(JSON.parse(read('www/words.json'))).map(([tag, words]) => [tag, { tag, name: words.name, words }]),
);

/** The day at the vendor's, by which a question without a day is answered. */
const today = new Date(Date.now() + 8 * 3600_000).toISOString().slice(0, 10);

/** The rate cards of each product, the newest first. */
function productsOf(cards) {
  /** @type {Map<string, any[]>} */
  const products = new Map(Object.keys(abouts).map((product) => [product, []]));
  for (const card of cards) {
    products.set(card.product, [card, ...(products.get(card.product) ?? [])]);
  }
  return [...products].filter(([, cards]) => cards.length > 0);
}

/** The one in force; of a product that is not sold yet, the first. */
const current = (cards) => cards.find(({ effective }) => !effective || effective <= today) ?? cards.at(-1);

/** The day on which a card gives way to the next one. */
const supersededOn = (cards, { superseded_by: id }) => cards.find((card) => card.id === id)?.effective;

function described([product, cards]) {
  const about = abouts[product];
  const spoken = Object.keys(about?.what ?? { en: '' });
  const fileOf = (_, tag) => `./${product}${tag === spoken[0] ? '' : `.${tag.toLowerCase()}`}.html`;
  const answers = (about?.questions ?? []).map((question) => {
    const [item] = ask('estimate', requestOf(product, question), further).items;
    return { question, item };
  });
  return {
    product,
    about,
    answers,
    fileOf,
    spoken,
    fileFor: (language) => fileOf(product, spoken.includes(language) ? language : spoken[0]),
    cards: cards.map((card) => ({ ...card, superseded: supersededOn(cards, card) })),
    card: ask('card', { id: current(cards).id }, further),
  };
}

const products = productsOf(JSON.parse(ratecard(['cards', ...further]))).map(described);
const site = { products, languages, today };

/** The products as they are shown on the front page. */
const tiles = () =>
  products.map(({ card, about, answers: [first], fileFor, spoken }) => {
    const name = said(card.label, 'en');
    const isForeign = !spoken.includes('en');
    return html`
          <li class="tile">
            <h3><a href="${fileFor('en')}">${name}</a></h3>
            ${about?.what && html`<p${isForeign && html` lang="${spoken[0]}"`}>${said(about.what, 'en')}</p>`}
            ${first && html`<p class="asked"><span>${said(first.question.ask, 'en')}</span> <strong class="figure" data-value="${first.item.total}">${amount('en', first.item.currency, first.item.total)}</strong></p>`}
          </li>`;
  });

const FILLED = {
  products: () => html`<ul class="tiles">${tiles()}</ul>`,
  options: () =>
    products.map(({ product, card }) => html`<option value="${product}">${said(card.label, 'en')}</option>`).join(''),
  languages: () => LANGUAGES.map((tag) => html`<option>${tag}</option>`).join(''),
  file: (path) => escaped(read(path).trim()),
  document: (path) => markdown(read(path)),
};

const layout = readFileSync(join(folder, 'index.html'), 'utf8');
const written = new Set();

function write(page) {
  const name = page.file.slice('./'.length);
  if (written.has(name)) throw new Error(`two pages want to be ${name}`);
  written.add(name);
  const text = inLayout(layout, site, page).replace(
    /<!-- (products|options|languages|file|document)(?: (\S+))? -->/g,
    (_, what, path) => String(FILLED[what](path)),
  );
  writeFileSync(join(folder, name), prerender(text, further));
}

/** A page of www/pages/: what stands before its header belongs to the head. */
function handWritten(name) {
  const text = read(`www/pages/${name}`);
  // A page without one of them is a mistake, at which this fails.
  const [, title] = /** @type {string[]} */ (/<title>(.*?)<\/title>/.exec(text));
  const [, description] = /** @type {string[]} */ (/<meta name="description" content="(.*?)">/.exec(text));
  const start = text.indexOf('<header');
  const head = text
    .slice(0, start)
    .replace(/<title>.*?<\/title>|<meta name="description".*?>/g, '')
    .trim();
  return { file: `./${name}`, language: 'en', title, description, head, body: text.slice(start).trim() };
}

write({ file: './index.html', language: 'en' });
for (const name of readdirSync(join(root, 'www/pages')).sort()) write(handWritten(name));
for (const one of products) {
  for (const language of one.spoken) {
    const { words } = languages[language];
    const spoken = one.spoken.map((tag) => languages[tag]);
    const page = productPage({ ...one, language, languages: spoken, words });
    const alternates =
      one.spoken.length > 1 ? one.spoken.map((tag) => ({ tag, href: one.fileOf(one.product, tag) })) : [];
    write({ ...page, file: one.fileOf(one.product, language), language, alternates });
  }
}
