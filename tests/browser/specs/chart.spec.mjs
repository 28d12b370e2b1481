// What if we grow? The cost of every edition against the demand.
import { AxeBuilder } from '@axe-core/playwright';
import { compare, rateCards } from '../../../pkg/node.js';
import { expect, test } from '../element.mjs';

const AS_OF = '2026-11-20';
const element = (product, more = '') =>
  `<rate-card product="${product}" view="chart" as-of="${AS_OF}" ${more}></rate-card>`;
const months = 3;

for (const [product, dimension] of [
  ['chat', 'mau'],
  ['desk', 'licenses'],
  ['contact-center', 'licenses'],
]) {
  test(`${product}: the table says what the engine says`, async ({ show }) => {
    const card = await (await show(element(product, `months="${months}"`)))().ready();
    await card.host.getByText('As a table').click();
    const rows = card.host.locator('tr[data-demand]');
    expect(await rows.count()).toBeGreaterThan(2);
    for (const row of await rows.all()) {
      const demand = Number(await row.getAttribute('data-demand'));
      const { editions } = compare({ as_of: AS_OF, months, items: [{ product, demand: { [dimension]: demand } }] });
      const bought = editions.filter(({ edition }) => edition !== 'trial');
      const cells = row.locator('td');
      await expect(cells).toHaveCount(bought.length);
      for (const [index, item] of bought.entries()) {
        await expect(cells.nth(index)).toHaveAttribute('data-fits', String(item.fits));
        await expect(cells.nth(index).locator('[data-value]')).toHaveAttribute('data-value', item.per_month);
      }
    }
  });
}

test('the slider is the demand, by keyboard too', async ({ page, show }) => {
  const card = await (await show(element('chat', 'demand="mau=10000"')))().ready();
  const slider = card.host.getByRole('slider', { name: 'Monthly active users' });
  await expect(slider).toHaveValue('10000');
  await expect(slider).toHaveAttribute('aria-valuetext', '10,000 users');
  const price = card.host.locator('[data-edition="standard"] [data-value]');
  await expect(price).toHaveAttribute('data-value', '399');
  await slider.focus();
  await page.keyboard.press('End');
  const top = await slider.getAttribute('max');
  await expect(slider).toHaveValue(top);
  const asked = await card.host.evaluate((element) => element.request);
  expect(asked.items[0].demand).toEqual({ mau: Number(top) });
  const { edition: _, ...item } = asked.items[0];
  const { editions } = compare({ ...asked, items: [item] });
  await expect(price).toHaveAttribute('data-value', editions.find(({ edition }) => edition === 'standard').per_month);
  // Dragged to its end, the axis does not run away.
  await expect(slider).toHaveAttribute('max', top);
});

test('another dimension has another drawing', async ({ show }) => {
  const card = await (await show(element('desk')))().ready();
  const chart = card.host.locator('[part="chart"]');
  await expect(chart).toHaveAttribute('data-dimension', 'licenses');
  const before = await card.host.locator('path[data-edition="standard"]').getAttribute('d');
  await card.field('Cost by').selectOption('ai_messages');
  await expect(chart).toHaveAttribute('data-dimension', 'ai_messages');
  await expect(card.host.locator('path[data-edition="standard"]')).not.toHaveAttribute('d', before);
});

test('where the price depends on nothing, it says so', async ({ show }) => {
  const card = await (await show(element('call')))().ready();
  await expect(card.host.getByText('The price depends on no number.')).toBeVisible();
});

const products = [...new Set(rateCards().map(({ product }) => product))];
for (const product of products) {
  test(`axe finds nothing, ${product}, in light and dark`, async ({ page, show }) => {
    const head = '<meta name="color-scheme" content="light dark"><script type="module" src="/pkg/element.js"></script>';
    const card = await (await show(`<main><h1>Test</h1>${element(product)}</main>`, head))().ready();
    await card.host.locator('details').evaluateAll((all) => all.forEach((details) => (details.open = true)));
    for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
      await page.emulateMedia({ colorScheme });
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations, colorScheme).toEqual([]);
    }
  });
}

test('no sideways scrolling at 320 px, and lines keep their width', async ({ page, show }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  for (const product of products) {
    await (await show(element(product, 'demand=""')))().ready();
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(beyond, product).toBeLessThanOrEqual(0);
  }
});
