// Every rate card in every view, language, theme and width: nothing is cut off, axe finds nothing, and the
// figures are the engine's.
//
// Of the combinations as many as it takes for any two values to meet; with RATECARD_EVERYTHING=1
// (make test-all) all of them.
import { AxeBuilder } from '@axe-core/playwright';
import { VIEWS } from '../../../pkg/element/attributes.js';
import { LANGUAGES } from '../../../scripts/languages.mjs';
import { ask, ratecard } from '../../../scripts/ratecard.mjs';
import { expect, test } from '../element.mjs';
import { every, pairwise } from '../pairwise.mjs';
import { told, Visitor } from '../visitor.mjs';

/** Of a card that is in force; another one is asked for on its first day. */
const TODAY = '2026-11-20';
const CARDS = Object.fromEntries(JSON.parse(ratecard(['cards'])).map((card) => [card.id, card]));
const FACTORS = {
  id: Object.keys(CARDS),
  view: VIEWS,
  language: LANGUAGES,
  theme: ['light', 'dark'],
  width: [320, 768, 1440],
  colours: ['own', 'forced'],
};
const isAll = process.env.RATECARD_EVERYTHING === '1';
const CASES = (isAll ? every : pairwise)(FACTORS);

/** Whatever can be opened is, months stand one by one, numbers are large, something is needed. */
async function unfold(card) {
  for (const field of await card.host
    .locator('[part="inputs"] [part="field"] > .box > input[inputmode="numeric"]')
    .all()) {
    await field.fill('123,456,789');
    if (await field.getAttribute('aria-invalid')) await field.fill('120,000');
  }
  await card.host.evaluate(({ shadowRoot }) => {
    for (const box of shadowRoot.querySelectorAll('[part="by-month"] input')) box.click();
    for (const details of shadowRoot.querySelectorAll('details')) details.open = true;
  });
  await card.settled();
  await card.host.evaluate(({ shadowRoot }) => {
    const features = '[part="needs"] [part="feature"] input, [part="features"] [part="feature"] input';
    for (const box of [...shadowRoot.querySelectorAll(features)].slice(0, 2)) box.click();
    for (const details of shadowRoot.querySelectorAll('details')) details.open = true;
  });
  await card.settled();
}

/**
 * How far the page scrolls sideways; what stands out of its place, but for what scrolls by itself or is for
 * screen readers alone; and what is too small to be pressed.
 */
const troubles = (card) =>
  card.host.locator('[part="widget"]').evaluate((root) => {
    const { left, right } = root.getBoundingClientRect();
    const said = (node) => `${node.localName}.${node.className}: ${node.textContent.slice(0, 40)}`;
    const bound = [
      ...root.querySelectorAll(':not(.visually-hidden, .visually-hidden *, .strip *, .scroll[tabindex] *, svg *)'),
    ];
    const targets = [
      ...root.querySelectorAll('label:has(input), summary, button, select, input[type="text"], input[type="range"]'),
    ];
    const isMisplaced = ({ width, ...box }) => width > 0 && (box.right > right + 1 || box.left < left - 1);
    return {
      beyond: Math.max(0, document.documentElement.scrollWidth - innerWidth),
      misplaced: bound.filter((node) => isMisplaced(node.getBoundingClientRect().toJSON())).map(said),
      // What is folded cannot be pressed yet.
      small: targets
        .filter((node) => node.checkVisibility())
        .filter((node) => {
          const { width, height } = node.getBoundingClientRect();
          return width > 0 && Math.min(width, height) < 24;
        })
        .map(said),
    };
  });

/** Where a view shows what an edition costs a month. */
const AMOUNTS = {
  compare: 'th[data-edition]',
  matrix: 'th[data-edition]',
  chart: 'li[data-edition]',
};

/** The price of each edition for a month, as it is shown; nothing where it has none. */
const amounts = (card, view) =>
  card.host.locator(AMOUNTS[view]).evaluateAll((all) =>
    all.map((one) => {
      const { rounded, value } = one.querySelector('[data-currency][data-value]')?.dataset ?? {};
      return [one.dataset.edition, rounded ?? value];
    }),
  );

async function sameFigures(card, view) {
  const request = await card.host.evaluate((element) => element.request);
  if (view === 'calculator') {
    expect(await new Visitor(card).reads()).toEqual(told(ask('estimate', request)));
    return;
  }
  const [{ edition, ...item }] = request.items;
  const { editions } = ask('compare', { ...request, items: [item] });
  const { editions: known, dimensions } = ask('card', { id: editions[0].rate_card });
  const isTrial = (id) => known.find((one) => one.id === id).trial;
  const shown = (await amounts(card, view)).filter(([id]) => !isTrial(id));
  // Without anything that is counted there is nothing to draw.
  if (view === 'chart' && dimensions.length === 0) {
    expect(shown).toEqual([]);
    return;
  }
  // Of a series the chart shows the months one by one.
  if (view === 'chart' && (await card.host.locator('[part="chart"]').getAttribute('data-by')) === 'month') return;
  const answered = editions.filter(({ edition }) => !isTrial(edition));
  expect(shown).toEqual(answered.map(({ edition, per_month }) => [edition, per_month]));
}

const LOOKS = ['theme', 'width', 'colours'];

/** The cases that differ only in how a page looks share one page. */
const PAGES = new Map();
for (const one of CASES) {
  const name = [one.id, one.view, one.language].join(' ');
  PAGES.set(name, [...(PAGES.get(name) ?? []), one]);
}

/** The page as a case has it; a step that names the case where it finds a fault. */
async function looks(page, cases, inspect) {
  for (const one of cases) {
    await test.step(LOOKS.map((name) => one[name]).join(' '), async () => {
      await page.setViewportSize({ width: one.width, height: 800 });
      await page.emulateMedia({
        colorScheme: one.theme,
        forcedColors: one.colours === 'forced' ? 'active' : 'none',
        reducedMotion: 'reduce',
      });
      await inspect();
    });
  }
}

for (const [name, cases] of PAGES) {
  const { id, view, language } = cases[0];
  const said = isAll ? name : [name, ...cases.map((one) => LOOKS.map((look) => one[look]).join(' '))].join(', ');
  test(said, async ({ page, show }) => {
    // Each of them is as much as a test elsewhere.
    test.setTimeout(cases.length * 30_000);
    const others = VIEWS.filter((other) => other !== view).join(' ');
    const head = '<meta name="color-scheme" content="light dark"><script type="module" src="/pkg/element.js"></script>';
    const { product, effective, superseded_by: later } = CARDS[id];
    const asOf = later ? effective : TODAY;
    const body = `<main><h1>Test</h1><rate-card product="${product}" view="${view} ${others}" lang="${language}" as-of="${asOf}" months="6"></rate-card></main>`;
    const card = await (await show(body, head))().ready();
    await expect(card.host.locator('[part="widget"]')).toHaveAttribute('data-rate-card', id);
    await expect(card.host.locator('[part="widget"]')).toHaveAttribute('data-view', view);
    await expect(card.host.locator('section').first()).toHaveAttribute('lang', language);
    const nothing = { beyond: 0, misplaced: [], small: [] };
    await looks(page, cases, async () => expect(await troubles(card)).toEqual(nothing));
    await unfold(card);
    await looks(page, cases, async () => {
      expect(await troubles(card)).toEqual(nothing);
      const { violations } = await new AxeBuilder({ page }).include('rate-card').analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 200))])).toEqual([]);
    });
    await sameFigures(card, view);
  });
}

test('any two values of any two factors meet', () => {
  const names = Object.keys(FACTORS);
  const missing = [];
  for (const [position, a] of names.entries()) {
    for (const b of names.slice(position + 1)) {
      for (const x of FACTORS[a]) {
        for (const y of FACTORS[b]) {
          if (!CASES.some((one) => one[a] === x && one[b] === y)) missing.push(`${a} ${x}, ${b} ${y}`);
        }
      }
    }
  }
  expect(missing).toEqual([]);
  const most = Object.values(FACTORS)
    .map(({ length }) => length)
    .sort((x, y) => y - x);
  // There cannot be fewer than the two largest factors have pairs; a choice is not worth much more.
  if (!isAll) expect(CASES.length).toBeLessThanOrEqual(most[0] * most[1] * 1.25);
});
