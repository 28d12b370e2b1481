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
export function fragmentOf(request, view = 'calculator') {
  const state = JSON.stringify({ version: 1, view, request });
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
    // Whoever follows a question is brought there. On the element itself, the number would take all that is in
    // it out of the order of the keyboard.
    live: html`<div id="calculator" tabindex="-1"><rate-card${attributes.map(([name, value]) => html` ${name}="${value}"`)}>
        <!-- prerender -->
        <p>${words.fallback}</p>
      </rate-card></div>`,
    lines: `<script type="module" src="/pkg/element.js"></script>
<rate-card${attributes.map(([name, value]) => `\n  ${name}="${value}"`).join('')}></rate-card>`,
  };
}

/** The questions: the calculator stands at the first of them, until another one is followed (www/questions.js). */
const asked = ({ product, about, answers, editionFor, language, words }) =>
  html`<section class="wide" aria-labelledby="questions">
        ${about?.what && html`<p class="lead narrow">${said(about.what, language)}</p>`}
        <h2 id="questions">${words.more}</h2>
        <p class="small">${words.act}</p>
        <ul class="tiles worked">${answers.map(({ question, item }, index) => {
          const link = fragmentOf(requestOf(product, question));
          return html`
          <li class="tile">
            <h3><a href="${link}" data-total="${item.total}"${index === 0 && raw(' aria-current="true"')}>${said(question.ask, language)}</a></h3>
            <p class="asked"><strong class="figure" data-answer data-value="${item.total}">${amount(language, item.currency, item.total)}</strong>
              <span>${said(editionFor(item.edition), language)} · ${counted(language, words.months, question.months)}</span></p>
            ${!item.fits && html`<p class="not-all">${words.notAll}</p>`}
            ${question.answer && html`<p>${filled(said(question.answer, language), placesOf(language, item))}</p>`}
          </li>`;
        })}
        </ul>
      </section>`;

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
              ({ document, section, updated, url }) =>
                html`<tr><td>${url ? html`<a href="${url}">${document}</a>` : document}</td><td>${section}</td><td>${updated ? day(language, updated) : words.undated}</td></tr>`,
            )}</tbody>
          </table>
        </div>
      </section>`;
}

/** What stands in the page: `<header>` and `<main>`, and what its head says. */
export function productPage(one) {
  const { card, labels, about, answers, language, words } = one;
  const name = said(labels, language);
  const [first] = answers;
  const { live, lines } = element(card, first?.question, words);
  const what = about?.what && said(about.what, language);
  return {
    title: filled(words.title, { product: name }),
    description: what ?? filled(words.description, { product: name }),
    head: first ? '<script type="module" src="./questions.js"></script>' : '',
    body: html`<header class="opening product">
      <h1>${name}</h1>
      ${what && html`<p class="lead">${what}</p>`}
    </header>
    <main id="content">
      ${live}
      ${first && asked(one)}
      <div class="pair">
        ${sources(one)}
        <section aria-labelledby="embed">
          <h2 id="embed">${words.embed}</h2>
          <div class="code">
            <pre role="region" tabindex="0" aria-label="${words.embedLabel}"><code id="lines">${lines}</code></pre>
            <button type="button" data-copies="lines" data-copied="${words.copied}" data-selected="${words.selected}">${words.copy}</button>
          </div>
        </section>
      </div>
    </main>`,
  };
}
