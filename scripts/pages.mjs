#!/usr/bin/env node
// Completes the site in a folder that has the front page in it:
//
//   node scripts/pages.mjs FOLDER [--cards FILE-or-FOLDER]
//
// The front page in the languages of www/words.json; a page for each product that there is a rate card of, in
// the languages of its texts in www/products.json, or in English where it has none; the pages in www/pages/; and
// on each of them the head and foot of the front page, with prices for visitors to see before anything has loaded.
//
// Where they stand in a page, these comments are replaced:
//
//   <!-- top --> <!-- bottom -->   what is on every page
//   <!-- products -->              the products, with what they cost at least
//   <!-- glance --> <!-- proofs --> three figures that the project's own commands print, and what they mean
//   <!-- views -->                 the views, each with a link to it
//   <!-- options -->               the products as options
//   <!-- languages -->             the languages as options
//   <!-- file PATH -->             a file of the project, as text
//   <!-- document PATH -->         one in Markdown, as HTML
//   <!-- prerender -->             within an element: its prices (scripts/prerender.mjs)
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { VIEWS } from '../pkg/element/attributes.js';
import { LANGUAGES, OTHERS, sentence } from './languages.mjs';
import { escaped, html } from './pages/html.mjs';
import { inLayout } from './pages/layout.mjs';
import { markdown } from './pages/markdown.mjs';
import { fragmentOf, productPage, requestOf, said } from './pages/product.mjs';
import { glance, proofs } from './pages/proofs.mjs';
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

/** What cards are called in languages that they do not have themselves. */
const foreign = Object.fromEntries(
  OTHERS.map((tag) => [tag, JSON.parse(read(`pkg/build/locales/${tag}.json`)).labels]),
);

/** A text of a card in every language, by where it stands among the labels of its product. */
function inAll(own, product, ...path) {
  const added = OTHERS.map((tag) => [tag, [product, ...path].reduce((at, step) => at?.[step], foreign[tag])?.label]);
  return { ...Object.fromEntries(added.filter(([, label]) => label)), ...own };
}

/** The file of a page in a language: the first of its languages has the name for itself. */
const fileIn = (name, spoken, tag) => `./${name}${tag === spoken[0] ? '' : `.${tag.toLowerCase()}`}.html`;
const alternatesOf = (name, spoken) => spoken.map((tag) => ({ tag, href: fileIn(name, spoken, tag) }));

function described([product, cards]) {
  const about = abouts[product];
  const spoken = Object.keys(about?.what ?? { en: '' });
  const card = ask('card', { id: current(cards).id }, further);
  const answers = (about?.questions ?? []).map((question) => {
    const [item] = ask('estimate', requestOf(product, question), further).items;
    return { question, item };
  });
  return {
    product,
    about,
    answers,
    spoken,
    fileFor: (language) => fileIn(product, spoken, spoken.includes(language) ? language : spoken[0]),
    labels: inAll(card.label, product),
    editionFor: (id) => inAll(card.editions.find((edition) => edition.id === id).label, product, 'editions', id),
    cards: cards.map((card) => ({ ...card, superseded: supersededOn(cards, card) })),
    card,
  };
}

const products = productsOf(JSON.parse(ratecard(['cards', ...further]))).map(described);
const spoken = Object.keys(languages);
const homeFor = (language) => fileIn('index', spoken, spoken.includes(language) ? language : spoken[0]);
const site = { products, languages, today, homeFor };

/** What the element's own list says of each product: the words of its facts, and the figure in the first. */
function offersIn(language) {
  const list = ratecard(['prerender', '--only-template', `--lang=${language}`, ...further]);
  const offers = [...list.matchAll(/data-product="([^"]+)"([\s\S]*?)<\/button>/g)];
  const facts = (text) =>
    text
      .split('<span class="fact">')
      .slice(1)
      .map((fact) => fact.replace(/<[^>]*>/g, ''));
  return new Map(
    offers.map(([, product, text]) => {
      const [, value, figure] = /data-figure="price" data-value="([^"]*)">([^<]*)</.exec(text) ?? [];
      return [product, { facts: facts(text), value, figure }];
    }),
  );
}

/** A sentence, with the figure in it made strong. */
function withFigure(sentence, { value, figure }) {
  if (figure === undefined) return html`${sentence}`;
  const [before, after] = sentence.split(figure);
  return html`${before}<strong class="figure" data-value="${value}">${figure}</strong>${after}`;
}

/** The products as they are shown on the front page: what they are, the least that they cost, how many editions. */
function tiles(language) {
  const offers = offersIn(language);
  return products.map(({ product, labels, about, fileFor }) => {
    // Both lists are of all rate cards.
    const { facts, ...figure } = /** @type {any} */ (offers.get(product));
    const [price, ...others] = facts;
    return html`
          <li class="tile">
            <h3><a href="${fileFor(language)}" data-product="${product}">${said(labels, language)}</a></h3>
            ${about?.what && html`<p>${said(about.what, language)}</p>`}
            <p class="asked"><span>${withFigure(price, figure)}</span> <span class="aside">${others.slice(0, -1).join(' · ')}</span></p>
          </li>`;
  });
}

/** The views, each with a link to the first product in it. */
function views(language) {
  const { words } = languages[language];
  const [{ product, answers, fileFor }] = products;
  const request = requestOf(product, answers[0].question);
  return VIEWS.map(
    (view) =>
      html`<li><a href="${fileFor(language)}${fragmentOf(request, view)}">${sentence(language, `ui-view-${view}`)}</a> <code>${view}</code><span>${words[`home.view.${view}`]}</span></li>`,
  );
}

const FILLED = {
  products: (_, language) => html`<ul class="tiles">${tiles(language)}</ul>`,
  proofs: (_, language) => proofs(languages[language].words, language, further),
  glance: (_, language) => glance(languages[language].words, language, further),
  views: (_, language) => html`<ul class="views">${views(language)}</ul>`,
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
    /<!-- (products|glance|proofs|views|options|languages|file|document)(?: (\S+))? -->/g,
    (_, what, path) => String(FILLED[what](path, page.language)),
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

for (const language of spoken) {
  write({ file: homeFor(language), language, alternates: alternatesOf('index', spoken) });
}
for (const name of readdirSync(join(root, 'www/pages')).sort()) write(handWritten(name));
for (const one of products) {
  for (const language of one.spoken) {
    const page = productPage({ ...one, language, words: languages[language].words });
    write({ ...page, file: one.fileFor(language), language, alternates: alternatesOf(one.product, one.spoken) });
  }
}
