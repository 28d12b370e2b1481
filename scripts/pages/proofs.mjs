// Three figures of the front page, each as a command of the project prints it.
import { readdirSync, readFileSync } from 'node:fs';
import { ask, ratecard } from '../ratecard.mjs';
import { amount, number } from './figures.mjs';
import { html } from './html.mjs';

const root = new URL('../../', import.meta.url);
/** A price with more digits than the currency has. */
const EXACT = { product: 'chat', edition: 'standard', demand: { mau: 10_001 } };
/** What every page with the element loads: "the element" of scripts/sizes.mjs. */
const LOADED = ['element.js', 'element.css', 'build/ratecard-element.js', 'build/ratecard-element_bg.wasm'];

function loaded(language) {
  const sizes = JSON.parse(readFileSync(new URL('tests/sizes.json', root), 'utf8'));
  const bytes = LOADED.reduce((sum, file) => sum + sizes[file].brotli, 0);
  return new Intl.NumberFormat(language, { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 0 }).format(
    bytes / 1000,
  );
}

/** Figures of all rate cards that are part of the project, each with its source. */
function sourced() {
  const cards = readdirSync(new URL('cards/', root)).filter((name) => name.endsWith('.toml'));
  const checked = JSON.parse(ratecard(['check', '--coverage', '--json', ...cards.map((name) => `cards/${name}`)]));
  return checked.reduce((sum, { figures }) => sum + figures.length, 0);
}

/** The three figures, each with its name and the command that prints it. */
function shown(language, further) {
  const [item] = ask('estimate', { months: 1, items: [EXACT] }, further).items;
  return [
    ['exact', amount(language, item.currency, item.total), 'ratecard estimate'],
    ['small', loaded(language), 'make sizes'],
    ['explained', number(language, sourced()), 'ratecard check --coverage'],
  ];
}

/** The three with what they mean. */
export const proofs = (words, language, further) =>
  html`<ul class="proofs">${shown(language, further).map(
    ([name, figure, command]) => html`
          <li><h3>${words[`home.${name}Title`]}</h3>
            <p class="proof"><strong class="figure">${figure}</strong> <span>${words[`home.${name}`]}</span></p>
            <p>${words[`home.${name}Text`]}</p>
            <p class="small"><code>${command}</code></p></li>`,
  )}</ul>`;

/** The three beside the headline, where there is room: they lead to what they mean. */
export const glance = (words, language, further) =>
  html`<ul class="glance">${shown(language, further).map(
    ([name, figure]) =>
      html`<li><a href="#proofs"><strong class="figure">${figure}</strong> <span>${words[`home.${name}`]}</span></a></li>`,
  )}</ul>`;
