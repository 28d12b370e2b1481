// Why not the cheaper one, and what is to be bought when?
import { expect, test } from '../element.mjs';

const PREMIUM = '<rate-card product="chat" as-of="2026-11-20" edition="premium" demand="mau=20000"></rate-card>';

test('a cheaper edition that fits is taken with one press', async ({ show }) => {
  const card = await (await show(PREMIUM))().ready();
  const { advice } = await card.host.evaluate((element) => element.estimate.items[0]);
  const cheaper = advice.find(({ code }) => code === 'cheaper-edition');
  const best = card.host.locator('[part="best-advice"]');
  await expect(best).toHaveAttribute('data-advice', 'cheaper-edition');
  await expect(best.locator('[data-figure="saves"]')).toHaveAttribute('data-value', cheaper.args.saves);
  // Said once.
  await expect(card.host.locator('[data-advice="cheaper-edition"]')).toHaveCount(1);
  await best.getByRole('button', { name: /^Choose / }).press('Enter');
  await expect(card.whole).toHaveAttribute('data-value', cheaper.args.total);
  await expect(card.host.locator('[part="total"]')).toBeFocused();
  await expect(card.host.locator('[part="best-advice"][data-advice="cheaper-edition"]')).toHaveCount(0);
});

test('why not the cheaper one is said at the total', async ({ show }) => {
  const body =
    '<rate-card product="chat" as-of="2026-11-20" edition="premium" demand="members_per_group=500"></rate-card>';
  const card = await (await show(body))().ready();
  const best = card.host.locator('[part="best-advice"]');
  await expect(best).toHaveAttribute('data-advice', 'ruled-out');
  await expect(best.getByRole('button')).toHaveCount(0);
});

test('all that the engine advises is said, each once', async ({ show }) => {
  const card = await (await show(PREMIUM))().ready();
  const { advice } = await card.host.evaluate((element) => element.estimate.items[0]);
  const said = await card.host.locator('[data-advice]').evaluateAll((all) => all.map(({ dataset }) => dataset.advice));
  expect(said.toSorted()).toEqual(advice.map(({ code }) => code).toSorted());
});

test('packs are told one by one, on demand', async ({ show }) => {
  const body = '<rate-card product="voice-agent" months="12"></rate-card>';
  const card = await (await show(body))().ready();
  const known = await card.host.evaluate(async () => {
    const { rateCard, rateCards } = await import('/pkg/index.js');
    const { id } = rateCards().find((card) => card.product === 'voice-agent');
    const packs = rateCard(id).charges.find(({ model }) => model === 'pack');
    return { charge: packs.id, dimension: packs.dimension };
  });
  await card.host.evaluate((element, { dimension }) => {
    element.setAttribute('demand', `${dimension}=50000`);
  }, known);
  await card.settled();
  const { packs } = await card.host.evaluate((element) => element.estimate.items[0]);
  const plan = packs.find(({ charge }) => charge === known.charge);
  const shown = card.host.locator(`[data-packs="${known.charge}"]`);
  await expect(shown).toBeVisible();
  await shown.getByText('What to buy when').click();
  const rows = shown.locator('[data-pack]');
  await expect(rows).toHaveCount(plan.purchases.length);
  expect(await rows.evaluateAll((rows) => rows.map(({ dataset }) => [dataset.month, dataset.pack]))).toEqual(
    plan.purchases.map(({ month, quantity }) => [String(month), String(quantity)]),
  );
});
