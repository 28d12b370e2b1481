// The plain page of examples/page, where its readers open it: beside pkg/.
import { readFileSync } from 'node:fs';
import { Card, expect, STRICT_CSP, test } from '../element.mjs';

const HTML = readFileSync(new URL('../../../examples/page/index.html', import.meta.url), 'utf8');

test.beforeEach(async ({ page }) => {
  await page.route('**/examples/page/', (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      headers: { 'Content-Security-Policy': STRICT_CSP },
      body: HTML,
    }),
  );
});

test('the page shows the price that the element has', async ({ page }) => {
  await page.goto('/examples/page/');
  const card = await new Card(page.locator('rate-card')).ready();
  const total = await card.host.evaluate((element) => element.estimate.items[0].total);
  await expect(card.whole).toHaveAttribute('data-value', total);
  await expect(page.getByRole('link', { name: 'Our prices' })).toBeHidden();
});

test('without the element, what stands inside it is there', async ({ page, complaints }) => {
  await page.route('**/pkg/element.js', (route) => route.abort());
  await page.goto('/examples/page/');
  await expect(page.getByRole('link', { name: 'Our prices' })).toBeVisible();
  expect(complaints.splice(0)).toHaveLength(1);
});
