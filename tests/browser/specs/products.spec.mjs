// All products, where the page names none.
import { AxeBuilder } from '@axe-core/playwright';
import { ownCard, serveCards } from '../cards.mjs';
import { collect, errors, expect, test, WASM } from '../element.mjs';
import { prerender } from '../native.mjs';

test.describe.configure({ timeout: 300_000 });

const OPEN = '<rate-card as-of="2026-11-20" months="6"></rate-card>';
const product = (card, id) => card.host.locator(`[data-product="${id}"]`);
const back = (card) => card.host.getByRole('button', { name: 'All products' });

/** What the engine says that every product costs at least, and the products that it knows. */
const known = (card) =>
  card.host.evaluate(async () => {
    const { compare, rateCards } = await import('/pkg/index.js');
    const products = [...new Set(rateCards().map(({ product }) => product))];
    return products.map((product) => {
      const { editions } = compare({ as_of: '2026-11-20', months: 6, items: [{ product }] });
      const priced = editions.map(({ per_month }) => Number(per_month)).filter((amount) => amount > 0);
      return { product, least: priced.length ? Math.min(...priced) : null };
    });
  });

test('every product is listed with what it costs at least', async ({ page, show }) => {
  await collect(page, 'rate-card-error', 'errors');
  const card = await (await show(OPEN))().ready();
  await expect(card.host.getByRole('heading', { name: 'Products' })).toBeVisible();
  const products = await known(card);
  await expect(card.host.locator('[data-product]')).toHaveCount(products.length);
  for (const { product: id, least } of products) {
    const price = product(card, id).locator('[data-figure="price"]');
    if (least === null) await expect(price).toHaveAttribute('data-value', /[1-9]/);
    else await expect(price).toHaveAttribute('data-value', String(least));
  }
  await expect(product(card, 'chat')).toHaveAccessibleName('Chat');
  await expect(product(card, 'chat')).toHaveAccessibleDescription(
    /^Private chats.*From \$399 per month.*2 editions.*Free trial for 1 month.*USD.*2024/,
  );
  await expect(product(card, 'contact-center-cn')).toHaveAccessibleDescription(/CNY, rate card without a date/);
  expect(await errors(page)).toEqual([]);
});

test('while nothing is chosen, the question is about nothing', async ({ show }) => {
  const card = await (await show(OPEN))().ready();
  const said = await card.host.evaluate(({ request, estimate, state }) => ({ request, estimate, state }));
  expect(said.request).toEqual({ as_of: '2026-11-20', start: '2026-11-20', months: 6, items: [] });
  expect(said.estimate).toMatchObject({ months: 6, totals: {}, items: [] });
  expect(said.state).toEqual({
    version: 1,
    view: 'calculator',
    request: { as_of: '2026-11-20', months: 6, items: [] },
  });
});

test('one is chosen by keyboard, and left again; months and first day stay', async ({ page, show }) => {
  await collect(page, 'rate-card-change', 'changes');
  const card = await (await show(OPEN))().ready();
  await product(card, 'desk').press('Enter');
  await expect(card.host.getByRole('heading', { name: /^What does Desk cost/ })).toBeFocused();
  await expect(card.field('Months')).toHaveValue('6');
  await card.field('Months').fill('9');
  await card.field('First day').fill('2027-01-01');
  await back(card).press('Enter');
  await expect(product(card, 'desk')).toBeFocused();
  await product(card, 'search').click();
  await expect(card.field('Months')).toHaveValue('9');
  await expect(card.field('First day')).toHaveValue('2027-01-01');
  const changes = await page.evaluate(() =>
    window.changes.map(({ request }) => request.items.map(({ product }) => product).join()),
  );
  expect([changes[0], changes.at(-2), changes.at(-1)]).toEqual(['desk', '', 'search']);
});

test('a card that is added at run time is listed and works like any other', async ({ page, show }) => {
  await serveCards(page, '/ours.json', ownCard());
  const card = await (await show('<rate-card cards="ours.json" as-of="2026-06-01"></rate-card>'))().ready();
  await expect(product(card, 'chat')).toBeVisible();
  await expect(product(card, 'ours')).toHaveAccessibleDescription(/From €10 per month.*EUR/);
  await product(card, 'ours').click();
  await card.field('Seats').fill('8');
  await expect(card.total).toHaveAttribute('data-value', '16');
});

test('a product without a rate card on the day cannot be chosen, and it is said why', async ({ show }) => {
  const card = await (await show('<rate-card as-of="2024-06-01"></rate-card>'))().ready();
  await expect(product(card, 'chat')).toBeDisabled();
  await expect(product(card, 'chat')).toContainText('no rate card of chat is in force');
  await expect(product(card, 'contact-center')).toBeEnabled();
});

test('a product that the page names is not to be left; an unknown one is an error', async ({ page, show }) => {
  await collect(page, 'rate-card-error', 'errors');
  const card = await (await show('<rate-card product="chat"></rate-card>'))().ready();
  await expect(back(card)).toBeHidden();
  await card.host.evaluate((element) => element.setAttribute('product', 'phone'));
  await card.settled();
  expect(await errors(page)).toEqual(['unknown_product at items[0].product']);
  expect(await page.evaluate(() => window.errors[0].message)).toContain('accepted: call, chat, ');
  await card.host.evaluate((element) => element.removeAttribute('product'));
  await card.settled();
  await product(card, 'push').click();
  await expect(back(card)).toBeVisible();
});

test('a link holds the choice and that there is none', async ({ page, show }) => {
  const body = '<rate-card link="fragment" as-of="2026-11-20"></rate-card>';
  const card = await (await show(body))().ready();
  await product(card, 'search').click();
  await expect.poll(() => new URL(page.url()).hash).toContain('rate-card=');
  const chosen = new URL(page.url()).hash;
  await back(card).click();
  await expect.poll(() => new URL(page.url()).hash).not.toBe(chosen);
  const none = new URL(page.url()).hash;
  expect(none).toContain('rate-card=');
  const follow = (hash) => page.evaluate((hash) => (location.hash = hash), hash);
  await follow(chosen);
  await expect(card.host.getByRole('heading', { name: 'Cloud Search' })).toBeVisible();
  await expect(back(card)).toBeVisible();
  await follow(none);
  await expect(product(card, 'search')).toBeVisible();
  await expect(back(card)).toBeHidden();
});

test('what is pressed before the widget is there counts', async ({ page, show }) => {
  /** @type {(value?: unknown) => void} */
  let letIt;
  const held = new Promise((resolve) => (letIt = resolve));
  await page.route(WASM, async (route) => {
    await held;
    await route.continue();
  });
  const card = (await show(prerender('--as-of=2026-11-20', '--lang=zh-CN', '--view=calculator matrix')))();
  await expect(product(card, 'contact-center-cn')).toContainText('腾讯云呼叫中心');
  await expect(card.host.getByRole('tab')).toHaveCount(0);
  await page.waitForFunction(() =>
    performance.getEntriesByType('resource').some(({ name, responseEnd }) => name.endsWith('/adopt.js') && responseEnd),
  );
  await product(card, 'contact-center-cn').click();
  letIt();
  await card.ready();
  await expect(card.host.getByRole('heading', { name: '腾讯云呼叫中心' })).toBeVisible();
  await expect(card.host.getByRole('tab')).toHaveCount(2);
});

for (const [colorScheme, width] of /** @type {const} */ ([
  ['light', 320],
  ['dark', 1440],
])) {
  test(`axe finds nothing, ${colorScheme}, ${width} px`, async ({ page, show }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 800 });
    const head = '<meta name="color-scheme" content="light dark"><script type="module" src="/pkg/element.js"></script>';
    const card = await (await show(`<main><h1>Prices</h1>${OPEN}</main>`, head))().ready();
    const look = async () => (await new AxeBuilder({ page }).include('rate-card').analyze()).violations;
    expect(await look()).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await product(card, 'chat').click();
    await expect(back(card)).toBeVisible();
    expect(await look()).toEqual([]);
  });
}
