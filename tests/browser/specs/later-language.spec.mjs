// A language that is set later: everything stands there as in an element that has had it from the start, text by
// text and attribute by attribute, in every view of every product.
import { VIEWS } from '../../../pkg/element/attributes.js';
import { LANGUAGES } from '../../../scripts/languages.mjs';
import { ratecard } from '../../../scripts/ratecard.mjs';
import { expect, test } from '../element.mjs';

const PRODUCTS = [...new Set(JSON.parse(ratecard(['cards'])).map(({ product }) => product))];
/** Those that there are, and one that there is not. */
const SPOKEN = [...LANGUAGES, 'de'];

/** A way from the first language through all, on which each follows each other once. */
function tour(languages) {
  const count = languages.length;
  const steps = [...Array(count - 1).keys()].map((step) => step + 1);
  // The count is a prime: whatever the step, all come up before the first one comes back.
  expect(count).toBe(5);
  return steps.flatMap((step) => [...languages.keys()].map((place) => languages[((place + 1) * step) % count]));
}

/** Opens whatever can be opened, and shows months one by one. */
async function unfold(card) {
  for (const selector of ['details:not([open])', '[part="by-month"] input:not(:checked)']) {
    await card.host.evaluate(({ shadowRoot }, selector) => {
      for (const found of shadowRoot.querySelectorAll(selector)) {
        if (found instanceof HTMLDetailsElement) found.open = true;
        else found.click();
      }
    }, selector);
    await card.settled();
  }
}

/** All that stands in the shadow root, a line for each text and each element with its attributes. */
const all = (card) =>
  card.host.evaluate(({ shadowRoot }) => {
    const lines = [];
    const walk = (node, depth) => {
      const indent = ' '.repeat(depth);
      if (node.nodeType === Node.TEXT_NODE) {
        if (node.data) lines.push(`${indent}${node.data}`);
        return;
      }
      if (node.nodeType !== Node.ELEMENT_NODE) return;
      // What has been said aloud is past.
      if (node.matches('[part="announcement"]')) return;
      const attributes = [...node.attributes].map(({ name, value }) => `${name}=${value}`).sort();
      const held = 'value' in node && node.localName !== 'li' ? [`.value=${node.value}`] : [];
      lines.push(`${indent}<${[node.localName, ...attributes, ...held].join(' ')}>`);
      node.normalize();
      for (const child of node.childNodes) walk(child, depth + 1);
    };
    walk(shadowRoot.querySelector('section'), 0);
    return lines;
  });

for (const product of PRODUCTS) {
  test(`${product}: every text follows the language`, async ({ show }) => {
    test.setTimeout(300_000);
    const html = (id, lang) =>
      `<rate-card id="${id}" product="${product}" as-of="2026-11-20" months="3" lang="${lang}" loading="eager"></rate-card>`;
    const card = await show([...SPOKEN, 'later'].map((lang) => html(lang, lang === 'later' ? 'en' : lang)).join(''));
    const later = await card('#later').ready();
    const fresh = Object.fromEntries(
      await Promise.all(SPOKEN.map(async (lang) => [lang, await card(`#${lang}`).ready()])),
    );
    for (const view of VIEWS) {
      const expected = {};
      for (const [lang, card] of Object.entries(fresh)) {
        await card.host.evaluate((element, view) => element.setAttribute('view', view), view);
        await card.settled();
        await unfold(card);
        expected[lang] = await all(card);
      }
      await later.host.evaluate((element, view) => element.setAttribute('view', view), view);
      await later.settled();
      await unfold(later);
      let before = 'en';
      for (const lang of tour(SPOKEN)) {
        await later.host.evaluate((element, lang) => element.setAttribute('lang', lang), lang);
        await later.settled();
        await unfold(later);
        expect(await all(later), `${view}, from ${before} to ${lang}`).toEqual(expected[lang]);
        before = lang;
      }
      // The walk ends where it began.
      expect(before).toBe('en');
    }
  });
}

test('the list of all products follows the language', async ({ show }) => {
  const html = (lang) =>
    `<rate-card id="${lang}" as-of="2026-11-20" lang="${lang === 'later' ? 'en' : lang}"></rate-card>`;
  const card = await show([...SPOKEN, 'later'].map(html).join(''));
  const later = await card('#later').ready();
  for (const lang of tour(SPOKEN)) {
    await later.host.evaluate((element, lang) => element.setAttribute('lang', lang), lang);
    await later.settled();
    expect(await all(later), lang).toEqual(await all(await card(`#${lang}`).ready()));
  }
});
