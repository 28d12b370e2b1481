// An edition that is sold on request has no price in any view: no figure, no “Free”, no line, no recommendation.
import { ladderCard, serveCards } from '../cards.mjs';
import { expect, test } from '../element.mjs';

test.describe.configure({ timeout: 120_000 });

const ACTION = { label: { en: 'Talk to us' }, url: '/contact' };

/** The element with the ladder, in a view. */
const open = async (page, show, { attributes = '', action = undefined, inner = '' } = {}) => {
  await serveCards(page, '/ladder.json', ladderCard({ action }));
  const body = `<rate-card cards="ladder.json" product="ladder" as-of="2026-06-01" months="12" ${attributes}>${inner}</rate-card>`;
  return (await show(body))().ready();
};

const enterprise = (card) => card.host.locator('.edition[data-edition="enterprise"]');
const link = (place) => place.getByRole('link', { name: 'Talk to us' });

test('the calculator says so in the place of a price, and where to ask', async ({ page, show }) => {
  const card = await open(page, show, { action: ACTION, inner: '<a slot="action" href="/buy">Buy</a>' });
  await expect(enterprise(card)).toHaveAttribute('data-sold', 'on-request');
  await expect(enterprise(card).locator('.edition-price')).toHaveText('Price on request');
  await expect(enterprise(card)).toContainText('Does all you need, at a price on request');
  await expect(enterprise(card).locator('.edition-prices')).not.toContainText(/Free|\$/);
  await expect(link(enterprise(card))).toHaveAttribute('href', '/contact');
  await expect(card.host.locator('.edition[data-edition="free"]')).toContainText('Lowest price that fits');
  // Nothing asks the visitor to choose it.
  await expect(card.host.locator('.best-advice, .findings')).not.toContainText(['Enterprise']);
  const buy = page.getByRole('link', { name: 'Buy' });
  await expect(buy).toBeVisible();

  await card.edition('Enterprise').check();
  const total = card.host.locator('.total');
  await expect(card.total).toHaveText('Price on request');
  await expect(card.total).not.toHaveAttribute('data-value');
  await expect(total.locator('[data-value]:visible')).toHaveCount(0);
  await expect(total).not.toContainText(/\$|month/);
  await expect(link(total)).toBeVisible();
  await expect(buy).toBeHidden();
  await expect(
    card.host.locator('.lines, .calendar, .schedule[part], .best-advice').filter({ visible: true }),
  ).toHaveCount(0);
  await expect(card.host.locator('[data-quota="seats"]')).toHaveAttribute('data-limit', '5000');
  await expect(card.host.locator('[part~="announcement"]')).toHaveText('Enterprise: price on request');

  const { estimate, state } = await card.host.evaluate(({ estimate, state }) => ({ estimate, state }));
  expect(estimate).toMatchObject({ totals: {}, schedule: [] });
  expect(estimate.items[0]).toMatchObject({ on_request: true, total: null, per_month: null, lines: [] });
  expect(state.answer).toEqual({ rate_card: 'ladder/2026-01-01', currency: 'USD' });
  await card.edition('Pro').check();
  await expect(card.total).toHaveAttribute('data-value', '10');
  await expect(buy).toBeVisible();
});

test('without a link of the card the page’s own buttons stay', async ({ page, show }) => {
  const inner = '<a slot="action" href="/buy">Buy</a>';
  const card = await open(page, show, { attributes: 'edition="enterprise"', inner });
  await expect(card.total).toHaveText('Price on request');
  await expect(page.getByRole('link', { name: 'Buy' })).toBeVisible();
  await expect(card.host.locator('[part~="edition-action"]')).toHaveCount(0);
});

test('where nothing else does what is needed, that is said', async ({ page, show }) => {
  const card = await open(page, show);
  const said = card.host.locator('.on-request');
  await expect(said).toHaveCount(0);
  await card.host.evaluate((element) => {
    element.setAttribute('demand', 'seats=500');
    return element.settled();
  });
  await expect(said).toHaveText('No edition with a published price does all you need. On request: Enterprise');
  await expect(card.host.getByText('Lowest price that fits')).toHaveCount(0);
  await card.edition('Enterprise').check();
  await expect(said).toHaveCount(0);
  await expect(card.host.locator('[data-problem]')).toHaveCount(0);
});

test('what is not said of it is on request, not too little', async ({ page, show }) => {
  const card = await open(page, show, { attributes: 'edition="enterprise" demand="requests=70000"' });
  const quota = card.host.locator('[data-quota="requests"]');
  await expect(quota).toHaveAttribute('data-status', 'contact_sales');
  await expect(quota).toContainText('More on request');
  await expect(enterprise(card)).toHaveAttribute('data-fits', 'true');
});

test('the comparison has words in its column', async ({ page, show }) => {
  const card = await open(page, show, { attributes: 'view="compare" demand="requests=12000"', action: ACTION });
  const head = card.host.locator('th[data-edition="enterprise"]');
  await expect(head.locator('.column-price')).toHaveText('Price on request');
  await expect(head.locator('[part="column-whole"]')).toHaveCount(0);
  await expect(link(head)).toHaveAttribute('href', '/contact');
  await expect(head.locator('[data-verdict]')).toHaveAttribute('data-verdict', 'on-request');
  const column = card.host.locator('[data-edition="enterprise"]');
  await expect(column.locator('[data-currency]')).toHaveCount(0);
  await expect(column.filter({ hasText: /\$|Not sold/ })).toHaveCount(0);
  for (const charge of ['plan', 'more']) {
    const charged = card.host.locator(`tr[data-charge="${charge}"] td[data-edition="enterprise"]`);
    await expect(charged.locator('[data-kind]')).toHaveAttribute('data-kind', 'on-request');
  }
  const included = card.host.locator('tr[data-dimension="requests"] td[data-edition="enterprise"]');
  await expect(included).toContainText('On request');
});

test('the matrix has its features, and no price', async ({ page, show }) => {
  const card = await open(page, show, { attributes: 'view="matrix"' });
  const column = card.host.locator('[data-edition="enterprise"]');
  await expect(card.host.locator('th[data-edition="enterprise"] .column-price')).toHaveText('Price on request');
  await expect(column.filter({ hasText: /\$/ })).toHaveCount(0);
  await expect(card.host.locator('tr[data-feature="sso"] td[data-edition="enterprise"]')).toContainText('Yes');
});

for (const [kind, demand] of [
  ['demand', '12000'],
  ['month', '0'],
]) {
  test(`the chart by ${kind} names it and draws the others`, async ({ page, show }) => {
    const card = await open(page, show, { attributes: `view="chart" demand="requests=${demand}"` });
    if (kind === 'month') {
      await card.host.evaluate((element) => {
        const [item] = element.request.items;
        const requests = Array.from({ length: 12 }, (_, month) => 5000 + 4000 * month);
        element.request = { ...element.request, items: [{ ...item, demand: { requests } }] };
        return element.settled();
      });
    }
    await expect(card.host.locator('.chart')).toHaveAttribute('data-by', kind);
    const drawn = card.host.locator('.drawing path.line[data-edition]');
    await expect
      .poll(() => drawn.evaluateAll((lines) => [...new Set(lines.map((line) => line.dataset.edition))]))
      .toEqual(['free', 'pro']);
    await expect(card.host.locator('.legend-entry')).toHaveCount(2);
    await expect(card.host.locator('.on-request')).toHaveText('Not drawn, as the price is on request: Enterprise');
    await card.edition('Table').check();
    await expect(card.host.locator('.chart-table thead')).not.toContainText('Enterprise');
  });
}

test('the list of products counts published prices only', async ({ page, show }) => {
  const bought = /** @type {any} */ (ladderCard());
  bought.editions = bought.editions.slice(1);
  const onRequest = {
    ...bought,
    editions: bought.editions.slice(1),
    charges: [],
    product: 'asked',
    id: 'asked/2026-01-01',
  };
  for (const part of [...bought.dimensions.map((d) => d.limit ?? d.allowance), bought.charges[0].price])
    delete part.free;
  for (const feature of bought.features) delete feature.values.free;
  onRequest.dimensions = [];
  onRequest.features = [];
  await serveCards(page, '/cards.json', [
    bought,
    onRequest,
    { ...ladderCard(), product: 'free', id: 'free/2026-01-01' },
  ]);
  const card = await (await show('<rate-card cards="cards.json" as-of="2026-06-01"></rate-card>'))().ready();
  const product = (id) => card.host.locator(`[data-product="${id}"]`);
  await expect(product('ladder')).toContainText('From $10 per month');
  await expect(product('asked')).toContainText('No published price');
  await expect(product('free')).toContainText('Free, or from $10 per month');
});

test('a link that was made when it had a price says what has changed', async ({ page, show }) => {
  const request = { as_of: '2026-06-01', months: 12, items: [{ product: 'ladder', edition: 'enterprise' }] };
  const card = await open(page, show);
  const set = (total) =>
    card.host.evaluate(
      (element, [request, total]) => {
        const answer = { rate_card: 'ladder/2026-01-01', currency: 'USD', ...(total && { total }) };
        element.state = { version: 1, view: 'calculator', request, answer };
        return element.settled();
      },
      [request, total],
    );
  const note = card.host.locator('[data-link]');
  await set('4800');
  await expect(note).toContainText('$4,800 then');
  await expect(note).toContainText('a price on request now');
  await set(undefined);
  await expect(note).toHaveCount(0);
});
