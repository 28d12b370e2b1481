// The application of Leptos in examples/leptos, as scripts/leptos-example.sh builds it.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '../element.mjs';

const BUILT = fileURLToPath(new URL('../../../target/leptos-example/', import.meta.url));

test.beforeEach(async ({ page }) => {
  // A development build is large, and slow to compile in a browser beside others.
  test.slow();
  await page.route('**/leptos-example/*', (route) => {
    const name = new URL(route.request().url()).pathname.split('/').at(-1);
    return route.fulfill({ path: join(BUILT, name || 'index.html') });
  });
  await page.goto('/leptos-example/');
});

// A development build of Leptos warns where a signal is read once and not heard of again, which the views
// do on purpose. Anything else on the console is a fault.
test.afterEach(({ complaints }) => {
  const others = complaints.filter((said) => !said.includes('outside a reactive tracking context'));
  complaints.splice(0, complaints.length, ...others);
});

test('the application hears of what is typed into the calculator', async ({ page }) => {
  const verdict = page.locator('.budget output');
  await expect(verdict).toHaveText('399 a month, within the budget.');
  await page.getByRole('textbox', { name: 'Monthly active users' }).fill('25000');
  await expect(page.locator('[data-total="month"]')).toHaveAttribute('data-value', '624');
  await expect(verdict).toHaveText('624 a month, 124 beyond the budget.');
  await page.getByLabel('Budget for a month, USD').fill('624');
  await expect(verdict).toHaveText('624 a month, within the budget.');
});

test('the views show what the application asks for, in the styles of the element', async ({ page }) => {
  await page.getByRole('button', { name: 'Plan for 50,000 users' }).click();
  await expect(page.getByRole('textbox', { name: 'Monthly active users' })).toHaveValue('50,000');
  await expect(page.getByRole('slider', { name: 'Monthly active users', exact: true })).toHaveValue('50000');
  await expect(page.locator('.budget output')).toHaveText('999 a month, 499 beyond the budget.');
  await expect(page.getByRole('figure')).toBeVisible();
  await expect(page.locator('.columns').first()).toHaveCSS('display', /flex|grid/);
});
