// The page of a product: made from its rate cards, and from what www/products.json adds to them.
import { deflateSync } from 'node:zlib';
import { amount, counted, day, filled, placesOf } from './figures.mjs';
import { html, raw } from './html.mjs';

/** What there is to see of a card; without a number that is counted there is no chart. */
const viewsOf = ({ dimensions }) =>
  ['calculator', 'compare', 'matrix', ...(dimensions.length > 0 ? ['chart'] : [])].join(' ');

/** A text of a card or a page in a language, else in English. */
export const said = (texts, language) =>
  texts[language] ?? texts[language.split('-')[0]] ?? texts.en ?? Object.values(texts)[0];

/** The request that a question stands for. */
export const requestOf = (product, { months, edition, demand, calls, requires }) => ({
  months,
  items: [{ product, edition, demand, ...(calls && { calls }), ...(requires && { requires }) }],
});

/** The fragment that the element reads: docs/element.md, "State and links". */
function fragmentOf(request) {
  const state = JSON.stringify({ version: 1, view: 'calculator', request });
  return `#rate-card=1.${deflateSync(state, { level: 9 }).toString('base64url')}`;
}

function element(card, question, words) {
  const { product } = card;
  const { edition, months, demand, requires } = question ?? {};
  const asked = Object.entries(demand ?? {})
    .map(([dimension, quantity]) => `${dimension}=${quantity}`)
    .join(' ');
  const given = {
    product,
    view: viewsOf(card),
    edition,
    months,
    demand: asked || undefined,
    requires: requires?.join(' '),
    link: 'fragment',
  };
  const attributes = Object.entries(given).filter(([, value]) => value !== undefined);
  return {
    // What follows a question puts the focus there.
    live: html`<rate-card tabindex="-1"${attributes.map(([name, value]) => html` ${name}="${value}"`)}>
        <!-- prerender -->
        <p>${words.fallback}</p>
      </rate-card>`,
    lines: `<script type="module" src="/pkg/element.js"></script>
<rate-card${attributes.map(([name, value]) => `\n  ${name}="${value}"`).join('')}></rate-card>`,
  };
}

/** The question that the calculator stands at; the others wait until one of them is followed (www/questions.js). */
function answer({ product, question, item, card, language, words }, index) {
  const edition = card.editions.find(({ id }) => id === item.edition);
  const link = fragmentOf(requestOf(product, question));
  return html`<div class="answer" data-question="${link}"${index > 0 && raw(' hidden')}>
          <p class="eyebrow">${words.question}</p>
          <h2>${said(question.ask, language)}</h2>
          <p class="total"><strong class="amount" data-value="${item.total}">${amount(language, item.currency, item.total)}</strong>
            <span>${said(edition.label, language)} · ${counted(language, words.months, question.months)}</span></p>
          ${question.answer && html`<p>${filled(said(question.answer, language), placesOf(language, item))}</p>`}
          <p class="small">${words.own}</p>
        </div>`;
}

/** What stands there once the visitor has changed a number: the calculator's own answer. */
const ownAnswer = ({ words }) =>
  html`<div class="answer" data-own hidden data-months="${JSON.stringify(words.months)}">
          <p class="eyebrow">${words.calculator}</p>
          <p class="total"><strong class="amount"></strong> <span></span></p>
        </div>`;

const asked = ({ product, answers, language, words }) =>
  html`<div class="further">
          <h2 id="further">${words.more}</h2>
          <ul>${answers.map(
            ({ question, item }) => html`
            <li><a href="${fragmentOf(requestOf(product, question))}">${said(question.ask, language)}</a>
              <span class="figure" data-answer data-value="${item.total}">${amount(language, item.currency, item.total)}</span>${item.fits ? '' : html` <span class="small">${words.notAll}</span>`}</li>`,
          )}
          </ul>
        </div>`;

function sources({ cards, card, language, words }) {
  const validity = ({ effective, superseded }) =>
    [
      effective ? filled(words.inForce, { date: day(language, effective) }) : words.always,
      superseded && filled(words.superseded, { date: day(language, superseded) }),
    ]
      .filter(Boolean)
      .join('. ');
  return html`<section aria-labelledby="sources">
        <h2 id="sources">${words.sources}</h2>
        <ul>${cards.map((one) => html`<li><code>${one.id}</code> ${validity(one)}</li>`)}</ul>
        <div class="scroll" role="region" tabindex="0" aria-label="${words.documents}">
          <table>
            <thead><tr><th scope="col">${words.document}</th><th scope="col">${words.section}</th><th scope="col">${words.updated}</th></tr></thead>
            <tbody>${Object.values(card.sources).map(
              ({ document, section, updated }) =>
                html`<tr><td>${document}</td><td>${section}</td><td>${updated ? day(language, updated) : words.undated}</td></tr>`,
            )}</tbody>
          </table>
        </div>
        <p class="small">${words.offer}</p>
      </section>`;
}

/** What stands in the page: `<header>` and `<main>`, and what its head says. */
export function productPage({ product, cards, card, about, answers, language, languages, words, fileOf }) {
  const name = said(card.label, language);
  const [first] = answers;
  const { live, lines } = element(card, first?.question, words);
  const what = about?.what && said(about.what, language);
  const others = languages.filter((other) => other.tag !== language);
  return {
    title: filled(words.title, { product: name }),
    description: what ?? filled(words.description, { product: name }),
    head: first ? '<script type="module" src="./questions.js"></script>' : '',
    body: html`<header class="opening">
      <h1>${name}</h1>
      ${what && html`<p class="lead">${what}</p>`}
      ${others.map(({ tag, name }) => html`<p class="languages"><a href="${fileOf(product, tag)}" lang="${tag}" hreflang="${tag}">${name}</a></p>`)}
    </header>
    <main id="content">
      ${
        first &&
        html`<div class="questions">
        <div>${answers.map((one, index) => answer({ product, ...one, card, language, words }, index))}
        ${ownAnswer({ words })}</div>
        ${asked({ product, answers, language, words })}
      </div>`
      }
      ${live}
      ${sources({ cards, card, language, words })}
      <section aria-labelledby="embed">
        <h2 id="embed">${words.embed}</h2>
        <pre role="region" tabindex="0" aria-label="${words.embedLabel}"><code>${lines}</code></pre>
      </section>
    </main>`,
  };
}
