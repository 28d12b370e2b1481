// Every product with everything open, for every eye and width.
import AxeBuilder from '@axe-core/playwright';
import { Card, expect, test } from '../element.mjs';

const PRODUCTS = {
  chat: 'product="chat" edition="premium" demand="mau=25000"',
  center: 'product="contact-center" as-of="2024-06-01" edition="premium"',
  mainland: 'product="contact-center-cn"',
  desk: 'product="desk"',
  agent: 'product="voice-agent"',
};

/** Everything unfolded, months one by one, something needed of everything. */
const unfold = async (card) => {
  await card.ready();
  for (const field of await card.host.locator('[part="inputs"] [part="field"] > .box > input').all()) {
    await field.fill('120,000');
  }
  await card.host.evaluate(({ shadowRoot }) => {
    for (const box of shadowRoot.querySelectorAll('[part="by-month"] input')) box.click();
    for (const details of shadowRoot.querySelectorAll('details')) details.open = true;
  });
  await card.settled();
  await card.host.evaluate(({ shadowRoot }) => {
    for (const box of [...shadowRoot.querySelectorAll('[part="feature"] input')].slice(0, 2)) box.click();
    for (const details of shadowRoot.querySelectorAll('details')) details.open = true;
  });
  await card.settled();
  return card;
};

for (const [name, attributes] of Object.entries(PRODUCTS)) {
  const body = `<main><h1>Prices</h1><rate-card ${attributes} months="6"></rate-card></main>`;
  const head = '<meta name="color-scheme" content="light dark"><script type="module" src="/pkg/element.js"></script>';

  for (const colorScheme of ['light', 'dark']) {
    test(`axe finds nothing in ${name}, ${colorScheme}`, async ({ page, show }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await unfold((await show(body, head))());
      // The page of the test brings no style sheet, and so no colours of its own.
      const { violations } = await new AxeBuilder({ page }).include('rate-card').analyze();
      expect(violations).toEqual([]);
    });
  }

  test(`${name} fits on 320 px, with targets large enough`, async ({ page, show }) => {
    await page.setViewportSize({ width: 320, height: 800 });
    const card = await unfold((await show(body, head))());
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    const targets = card.host.locator('label:has(input), summary, button, input[type="text"]');
    const small = await targets.evaluateAll((all) =>
      all
        .map((target) => [target.textContent, target.getBoundingClientRect()])
        .filter(([, { width, height }]) => width > 0 && Math.min(width, height) < 24)
        .map(([text]) => text),
    );
    expect(small).toEqual([]);
  });
}

test('the keyboard reaches the months, the growth and back', async ({ page, show }) => {
  const card = await (await show('<rate-card product="chat" as-of="2026-11-20" months="2"></rate-card>'))().ready();
  await card.field('Monthly active users').focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await expect(card.host.getByLabel('Growth per month')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(card.host.getByRole('button', { name: 'Fill in' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('40000');
  await expect
    .poll(() => card.host.evaluate((element) => element.request.items[0].demand))
    .toEqual({ mau: [40000, 0] });
});

test('printed, it shows what matters and no buttons', async ({ page, show }) => {
  const card = await unfold(new Card((await show(`<rate-card ${PRODUCTS.chat}></rate-card>`))().host));
  await page.emulateMedia({ media: 'print' });
  await expect(card.total).toBeVisible();
  await expect(card.host.locator('[part="lines"]')).toBeVisible();
  await expect(card.host.getByRole('button')).toHaveCount(0);
});
