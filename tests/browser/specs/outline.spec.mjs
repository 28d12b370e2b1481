// What is there before anything is there?
import { expect, test, WASM } from '../element.mjs';

const outline = (card) => card.host.locator('[part="outline"]');

test('an outline keeps the place until the view comes', async ({ page, show }) => {
  /** @type {(value?: unknown) => void} */
  let letIt = () => {};
  const held = new Promise((resolve) => (letIt = resolve));
  await page.route(WASM, async (route) => {
    await held;
    await route.continue();
  });
  const card = (await show('<rate-card product="chat"></rate-card><p>After it</p>'))();
  await expect(outline(card)).toHaveCSS('visibility', 'visible');
  const { height } = await outline(card).boundingBox();
  expect(height).toBeGreaterThan(400);
  // It says nothing.
  await expect(outline(card)).toHaveAttribute('aria-hidden', 'true');
  await expect(outline(card)).toBeEmpty();
  letIt();
  await card.ready();
  await expect(outline(card)).toHaveCount(0);
});

test('what the host has to say stands there instead', async ({ page, show }) => {
  await page.route(WASM, () => {});
  const card = (await show('<rate-card product="chat">See our <a href="#">price list</a>.</rate-card>'))();
  await expect(page.getByText('price list')).toBeVisible();
  await expect(outline(card)).toBeHidden();
});

test('nothing comes any more: no outline', async ({ complaints, page, show }) => {
  await page.route(WASM, (route) => route.abort());
  const card = (await show('<rate-card product="chat"></rate-card>'))();
  await expect(card.host.getByRole('alert')).toBeVisible();
  await expect(outline(card)).toHaveCount(0);
  complaints.length = 0;
});
