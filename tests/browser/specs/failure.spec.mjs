// Where the module cannot run: the page's own content stays, and the page is told.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test, WASM } from '../element.mjs';

const BODY = '<rate-card product="chat"><p>See our price list.</p></rate-card>';
/** Told before anything is loaded: an external script would be too late. */
const watch = (page) =>
  page.addInitScript(() => {
    window.errors = [];
    addEventListener('rate-card-error', (event) => errors.push(event.detail));
    addEventListener('unhandledrejection', (event) => errors.push(String(event.reason)));
  });

for (const [what, handle] of /** @type {const} */ ([
  ['blocked', (route) => route.abort()],
  ['missing', (route) => route.fulfill({ status: 404, body: 'not here' })],
  ['something else', (route) => route.fulfill({ contentType: 'application/wasm', body: '<!doctype html>' })],
])) {
  test(`with the module ${what}, the fallback stays`, async ({ page, show, complaints }) => {
    await watch(page);
    await page.route(WASM, handle);
    const card = (await show(BODY))();
    await expect.poll(() => page.evaluate(() => errors.length)).toBe(1);
    await expect(card.host.getByText('See our price list.')).toBeVisible();
    const [error] = await page.evaluate(() => errors);
    expect(error.code).toBe('unavailable');
    const rejected = await card.host.evaluate((element) => element.ready.catch((error) => error.code));
    expect(rejected).toBe('unavailable');
    expect(await page.evaluate(() => errors.length)).toBe(1);
    // What the browser says of a request that failed; nothing of ours.
    expect(complaints.filter((text) => !text.includes('Failed to load resource'))).toEqual([]);
    complaints.length = 0;
  });
}

test('without a fallback, a message stands there', async ({ page, show, complaints }) => {
  await page.route(WASM, (route) => route.abort());
  const card = (await show('<rate-card product="chat"></rate-card>'))();
  await expect(card.host.getByRole('alert')).toHaveText('The price calculator could not be loaded.');
  complaints.length = 0;
});

test('a wrong content type is no reason to give up', async ({ page, show }) => {
  await page.route(WASM, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { 'Content-Type': 'text/plain' } });
  });
  const card = await (await show(BODY))().ready();
  await expect(card.total).toHaveAttribute('data-value', '399');
  await expect(card.host.getByText('See our price list.')).toBeHidden();
});

test('the module can be imported where there are no elements', () => {
  const input = readFileSync(new URL('../../../pkg/element.js', import.meta.url));
  execFileSync(process.execPath, ['--input-type=module'], { input });
});
