// Pages that are written from right to left: words run as their language does, the layout as the page does.
import { VIEWS } from '../../../pkg/element/attributes.js';
import { ownCard, serveCards } from '../cards.mjs';
import { expect, test } from '../element.mjs';

const VOICE = `product="voice-agent" as-of="2026-11-20" months="12"`;
const CHAT = `product="chat" as-of="2026-11-20" demand="mau=25000" months="12"`;

async function page(show, attributes, { dir = 'rtl', lang = 'en' } = {}) {
  const card = await show(`<rate-card ${attributes} lang="${lang}"></rate-card>`);
  await card().host.evaluate((element, dir) => element.ownerDocument.documentElement.setAttribute('dir', dir), dir);
  return card().ready();
}

/**
 * Where the words of an element stand on the screen: for each line from above its words from left to right.
 */
const words = (locator) =>
  locator.evaluate((root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const found = [];
    const range = document.createRange();
    while (walker.nextNode()) {
      const { data } = /** @type {Text} */ (walker.currentNode);
      for (const { index, 0: word } of data.matchAll(/\S+/g)) {
        range.setStart(walker.currentNode, index);
        range.setEnd(walker.currentNode, index + word.length);
        const { left, top, width, height } = range.getBoundingClientRect();
        if (width) found.push({ word, left, right: left + width, middle: top + height / 2 });
      }
    }
    const isAbove = (a, b) => Math.abs(a.middle - b.middle) > 12;
    found.sort((a, b) => (isAbove(a, b) ? a.middle - b.middle : a.left - b.left));
    // What no blank separates is one word, though it may be of several texts.
    return found.reduce((text, { word, left, middle }, place) => {
      const before = found[place - 1];
      const isNext = before && Math.abs(before.middle - middle) <= 12 && left - before.right < 1;
      return isNext || !before ? text + word : `${text} ${word}`;
    }, '');
  });

const said = (locator) => locator.evaluate((root) => root.innerText.replace(/\s+/g, ' ').trim());
const box = (locator) => locator.evaluate((element) => element.getBoundingClientRect().toJSON());

test('words, arithmetic and sentences stand as they are read', async ({ show }) => {
  const card = await page(show, CHAT);
  await card.host.evaluate(({ shadowRoot }) => {
    for (const details of shadowRoot.querySelectorAll('details')) details.open = true;
  });
  const sentences =
    '[part="total-whole"], [part="why"], [part="help"], .bar-figures, .included li, [part="disclaimer"]';
  const all = card.host.locator(sentences);
  expect(await all.count()).toBeGreaterThan(20);
  for (const sentence of await all.all()) {
    if (await sentence.isVisible()) expect(await words(sentence)).toBe(await said(sentence));
  }
  await expect(card.host.locator('section').first()).toHaveAttribute('dir', 'ltr');
  expect(await words(card.whole)).toBe('In all $7,488 for 12 months');
  expect(await words(card.total)).toBe('$624 per month');
  expect(await words(card.host.locator('[data-quota="mau"] .bar-figures'))).toBe(
    '25,000 needed, 10,000 users included',
  );
  expect(await words(card.host.locator('[data-charge="mau_overage"] [part="why"]'))).toContain(
    '(25,000 users − 10,000) × $0.015',
  );
});

test('the layout goes as the page does', async ({ page: browser, show }) => {
  await browser.setViewportSize({ width: 1440, height: 900 });
  for (const dir of ['ltr', 'rtl']) {
    const card = await page(show, `${CHAT} view="${VIEWS.join(' ')}"`, { dir });
    const isLeft = async (one, other) => (await box(one)).left < (await box(other)).left;
    const at = (selector) => card.host.locator(selector);
    const isLtr = dir === 'ltr';
    expect(await isLeft(at('[part="editions"]'), at('[part="total"]'))).toBe(isLtr);
    expect(await isLeft(at('[part="edition"]').first(), at('[part="edition"]').nth(1))).toBe(isLtr);
    expect(await isLeft(at('[part="tab"]').first(), at('[part="tab"]').nth(1))).toBe(isLtr);
    expect(await isLeft(at('.box > input').first(), at('.box > .unit').first())).toBe(isLtr);
    expect(
      await isLeft(at('[data-charge="plan"] [part="line-label"]'), at('[data-charge="plan"] [part="amount"]')),
    ).toBe(isLtr);
    // The text begins at the side where the page does.
    const [heading, around] = [await box(at('[part="name"]')), await box(at('[part="widget"]'))];
    expect(heading.width).toBeLessThanOrEqual(around.width);
    const text = await at('[part="name"]').evaluate((name) => {
      const range = document.createRange();
      range.selectNodeContents(name);
      return range.getBoundingClientRect().toJSON();
    });
    const [left, right] = [text.left - around.left, around.right - text.right];
    expect(left < right).toBe(isLtr);
    // Columns of a table, too.
    await at('[part="tab"][data-view="compare"]').click();
    await card.settled();
    const columns = at('[part="comparison"] thead [part="column"]');
    expect(await isLeft(columns.first(), columns.nth(1))).toBe(isLtr);
  }
});

test('arrow keys go where they point', async ({ show }) => {
  for (const [dir, next, before] of /** @type {const} */ ([
    ['ltr', 'ArrowRight', 'ArrowLeft'],
    ['rtl', 'ArrowLeft', 'ArrowRight'],
  ])) {
    const card = await page(show, `${CHAT} view="calculator matrix chart"`, { dir });
    const tab = (view) => card.host.locator(`[part="tab"][data-view="${view}"]`);
    await tab('calculator').focus();
    await tab('calculator').press(next);
    await expect(tab('matrix')).toBeFocused();
    await expect(tab('matrix')).toHaveAttribute('aria-selected', 'true');
    await tab('matrix').press(before);
    await expect(tab('calculator')).toBeFocused();
    await tab('calculator').press('End');
    await expect(tab('chart')).toBeFocused();
  }
});

test('the calendar’s months stand over what happens in them', async ({ page: browser, show }) => {
  await browser.setViewportSize({ width: 1440, height: 900 });
  const drawn = {};
  for (const dir of ['ltr', 'rtl']) {
    const card = await page(show, VOICE, { dir });
    const picture = await box(card.host.locator('.cal-picture'));
    const places = (selector) =>
      card.host.locator(selector).evaluateAll(
        (nodes, { left, width }) =>
          nodes.map((node) => {
            const box = node.getBoundingClientRect();
            return [Math.round(((box.left - left) / width) * 1000), Math.round(((box.right - left) / width) * 1000)];
          }),
        picture,
      );
    drawn[dir] = { months: await places('.cal-month'), payments: await places('.cal-column [data-money="base"]') };
    const { months, payments } = drawn[dir];
    // Nothing is cut off, and the first month stands in the middle of the first payment.
    for (const [left, right] of months) expect(left >= 0 && right <= 1000).toBe(true);
    const middle = ([left, right]) => (left + right) / 2;
    expect(Math.abs(middle(months[0]) - middle(payments[0]))).toBeLessThanOrEqual(2);
  }
  const flat = ({ months, payments }) => [months, payments].flat(2);
  const [ltr, rtl] = [flat(drawn.ltr), flat(drawn.rtl)];
  expect(rtl.length).toBe(ltr.length);
  for (const [index, place] of ltr.entries()) expect(Math.abs(place - rtl[index])).toBeLessThanOrEqual(2);
});

test('the chart is drawn the same, its marks under their places', async ({ page: browser, show }) => {
  await browser.setViewportSize({ width: 1440, height: 900 });
  const card = await page(show, `${CHAT} view="chart"`);
  const lefts = await card.host
    .locator('.marks-demand > .mark')
    .evaluateAll((marks) => marks.map((mark) => mark.getBoundingClientRect().left));
  expect(lefts).toEqual([...lefts].sort((a, b) => a - b));
  const [cost, drawing] = [
    await box(card.host.locator('.marks-cost > .mark').first()),
    await box(card.host.locator('.drawing')),
  ];
  expect(Math.abs(cost.left - drawing.left)).toBeLessThanOrEqual(1);
  // Names stand at the ends of the lines, which is on the right.
  expect((await box(card.host.locator('.end-name').first())).left).toBeGreaterThanOrEqual(drawing.right);
});

test('amounts stand as a whole, whatever their digits', async ({ show }) => {
  for (const lang of ['ar-EG', 'fa', 'he', 'en-u-nu-arab', 'ja-u-nu-arab']) {
    const card = await page(show, CHAT, { lang });
    const [amount, per] = [
      await box(card.total.locator('[data-currency]')),
      await box(card.total.locator('.per-month')),
    ];
    const apart = amount.right <= per.left + 1 || per.right <= amount.left + 1;
    expect(apart, lang).toBe(true);
    const words = await card.host.locator('[data-currency]').evaluateAll((nodes) =>
      nodes.map((node) => {
        const range = document.createRange();
        range.selectNodeContents(node);
        const tops = [...range.getClientRects()].map(({ top }) => Math.round(top));
        return [new Set(tops).size, getComputedStyle(node).unicodeBidi];
      }),
    );
    for (const [lines, bidi] of words) expect([lines <= 1, bidi], lang).toEqual([true, 'isolate']);
  }
});

test('the host’s own buttons keep the direction of the page', async ({ show }) => {
  const card = await show(`<rate-card ${CHAT}><button slot="action">شراء</button></rate-card>`);
  await card().host.evaluate((element) => element.ownerDocument.documentElement.setAttribute('dir', 'rtl'));
  await card().ready();
  const direction = await card()
    .host.locator('button[slot]')
    .evaluate((button) => getComputedStyle(button).direction);
  expect(direction).toBe('rtl');
});

test('in no view does a box that is laid out the page’s way hold words of its own', async ({ show }) => {
  for (const product of ['chat', 'desk', 'voice-agent', 'contact-center-cn']) {
    const card = await page(show, `product="${product}" as-of="2026-11-20" months="3" view="${VIEWS.join(' ')}"`);
    for (const view of VIEWS) {
      await card.host.locator(`[part="tab"][data-view="${view}"]`).click();
      await card.settled();
      const found = await card.host.evaluate(({ shadowRoot }) => {
        for (const details of shadowRoot.querySelectorAll('details')) details.open = true;
        const hasWords = (node) =>
          [...node.childNodes].some((child) => child.nodeType === 3 && /[\p{L}\p{N}]/u.test(child.data));
        return [...shadowRoot.querySelectorAll('section, section *')]
          .filter((node) => hasWords(node) && getComputedStyle(node).direction === 'rtl')
          .map((node) => `${node.localName}.${node.className}: ${node.textContent.slice(0, 40)}`);
      });
      expect(found, `${product} ${view}`).toEqual([]);
    }
  }
});

test('labels in another language than the sentences say so', async ({ page: browser, show }) => {
  const own = ownCard();
  const german = structuredClone(own);
  german.dimensions[0].label.de = 'Plätze';
  german.dimensions[0].unit.de = { one: 'Platz', other: 'Plätze' };
  german.editions[0].label.ar = 'الوحيد';
  german.label.de = 'Unseres';
  await serveCards(browser, '/cards.json', [german]);
  const card = await (
    await show(
      '<rate-card product="ours" cards="/cards.json" as-of="2026-11-20" demand="seats=12" months="2" lang="de"></rate-card>',
    )
  )().ready();
  await expect(card.host.locator('[part="name"] > [lang]')).toHaveText('Unseres');
  await expect(card.host.locator('[part="name"] > [lang]')).toHaveAttribute('lang', 'de');
  await expect(card.host.locator('[data-dimension="seats"] [part="label"] > [lang="de"]')).toHaveText('Plätze');
  await expect(card.host.locator('[data-dimension="seats"] .unit > [lang="de"]')).toHaveText('Plätze');
  await expect(card.host.locator('[data-quota="seats"] .bar-figures [lang="de"]')).toHaveText('5 Plätze');
  // What is English is not marked, and figures are as the English sentences want them.
  await expect(card.whole).toHaveText(/€48 for 2 months$/);
  expect(await card.host.locator('[part="total-whole"] [lang]').count()).toBe(0);
  // In a language that is there, what the card has in English alone is marked, too.
  await card.host.evaluate((element) => element.setAttribute('lang', 'ja'));
  await card.settled();
  await expect(card.host.locator('[data-dimension="seats"] [part="label"] > [lang="en"]')).toHaveText('Seats');
  // A label that runs the other way does so for itself.
  await card.host.evaluate((element) => element.setAttribute('lang', 'ar'));
  await card.settled();
  const edition = card.host.locator('[part="edition-name"] [lang="ar"]');
  await expect(edition).toHaveText('الوحيد');
  expect(await edition.evaluate((span) => getComputedStyle(span).direction)).toBe('rtl');
});
