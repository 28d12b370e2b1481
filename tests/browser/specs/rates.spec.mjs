// Which rates are there, and which of them are mine?
import { expect, test } from '../element.mjs';

test('all rates of a charge are listed, those that are paid marked', async ({ show }) => {
  const asked = 'product="contact-center-cn" months="6" demand="seats=2 landline_numbers=1 outbound_minutes=500"';
  const card = await (await show(`<rate-card ${asked}></rate-card>`))().ready();
  const chosen = card.host.locator('[data-edition]:has(:checked)');
  const rates = chosen.locator('[part~="edition-rates"]').first();
  await expect(rates.locator('table')).toBeHidden();
  await rates.locator('summary').click();
  await expect(rates.getByRole('row')).toHaveCount(5);

  const paid = () =>
    card.host.evaluate(({ estimate }) => {
      const { entries } = estimate.items[0].lines.find(({ charge }) => charge === 'outbound_packs');
      return [...new Set(entries.map(({ unit_price }) => Number(unit_price)))];
    });
  const marked = async () => {
    const cells = await rates.locator('[data-paid]').getByRole('cell').allTextContents();
    return cells.map((text) => Number(text.match(/[\d.]+/)[0]));
  };
  const few = await paid();
  expect(few).toHaveLength(1);
  await expect.poll(marked).toEqual(few);
  await card.field('Outbound landline minutes a month').fill('20000');
  await expect.poll(async () => (await paid())[0]).toBeLessThan(few[0]);
  const many = await paid();
  expect((await marked()).sort()).toEqual(many.sort());
});

test('a single rate is no list', async ({ show }) => {
  const card = await (await show('<rate-card product="chat"></rate-card>'))().ready();
  await expect(card.host.locator('[part~="edition-rates"]')).toHaveCount(0);
});

test('the figure moves to its new value, and not for those who want no motion', async ({ page, show }) => {
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  const asked = 'product="chat" edition="standard" months="12" demand="mau=25000"';
  const card = await (await show(`<rate-card ${asked}></rate-card>`))().ready();
  const running = () =>
    card.host
      .locator('[part~="total-amount"]')
      .evaluate((amount) => amount.getAnimations().map(({ animationName }) => animationName));
  expect(await running()).toEqual([]);
  const started = async (number) => {
    // It listens before anything is entered, or the animation may have begun already.
    await card.host.evaluate(({ shadowRoot }) => {
      window.moved = new Promise((resolve) =>
        shadowRoot.addEventListener('animationstart', ({ animationName }) => resolve(animationName), { once: true }),
      );
    });
    await card.field('Monthly active users').fill(number);
    return page.evaluate(() => window.moved);
  };
  expect(await started('30000')).toBe('up');
  expect(await started('40000')).toBe('up-again');
  expect(await started('20000')).toBe('down');
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await card.field('Monthly active users').fill('21000');
  await expect(card.total).toHaveAttribute('data-value', '564');
  expect(await running()).toEqual([]);
});
