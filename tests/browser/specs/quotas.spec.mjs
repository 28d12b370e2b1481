// What is included, and how far does it go?
import { expect, test } from '../element.mjs';

for (const product of [
  'chat',
  'desk',
  'contact-center',
  'contact-center-cn',
  'voice-agent',
  'call',
  'chatbot',
  'push',
  'search',
]) {
  test(`the bars of ${product} are the engine's quotas, without unused nothings`, async ({ show }) => {
    const card = await (await show(`<rate-card product="${product}"></rate-card>`))().ready();
    const { quotas } = await card.host.evaluate((element) => element.estimate.items[0]);
    // What is asked for stands first, the others are folded.
    const asked = quotas.filter(({ demand }) => demand > 0);
    const others = quotas.filter(({ limit, demand }) => demand === 0 && limit !== 0);
    const expected = [...asked, ...others].map(({ dimension, limit, demand, status }) => [
      dimension,
      String(limit ?? 'unlimited'),
      String(demand),
      status,
    ]);
    const shown = await card.host
      .locator('[data-quota]')
      .evaluateAll((bars) => bars.map(({ dataset }) => [dataset.quota, dataset.limit, dataset.demand, dataset.status]));
    expect(shown).toEqual(expected);
  });
}

test('a bar says by word and shape how far it goes', async ({ show }) => {
  const card = await (await show('<rate-card product="chat" as-of="2026-11-20"></rate-card>'))().ready();
  const bar = card.host.locator('[data-quota="mau"]');
  await expect(bar).toHaveAttribute('data-status', 'within');
  await expect(bar).toContainText('0 of 10,000 users');
  await card.field('Monthly active users').fill('40000');
  await expect(bar).toHaveAttribute('data-status', 'overage');
  await expect(bar).toHaveAttribute('data-demand', '40000');
  await expect(bar).toContainText('40,000 needed, 10,000 users included');
  await expect(bar).toContainText('The part above is billed');
  // A quarter is included.
  await expect(bar.locator('.bar-within')).toHaveAttribute('width', '250');
  await expect(bar.locator('.bar-beyond')).toHaveAttribute('width', '750');
});

test('a row stays in the page while its figures change', async ({ show }) => {
  const card = await (await show('<rate-card product="chat" as-of="2026-11-20"></rate-card>'))().ready();
  await card.field('Monthly active users').fill('20000');
  await card.host.evaluate((element) => {
    for (const row of element.shadowRoot.querySelectorAll('[data-quota], [data-charge]')) row.marked = true;
  });
  await card.field('Monthly active users').fill('30000');
  await expect(card.host.locator('[data-quota="mau"]')).toHaveAttribute('data-demand', '30000');
  const fresh = await card.host.evaluate(
    ({ shadowRoot }) =>
      [...shadowRoot.querySelectorAll('[data-quota], [data-charge]')].filter((row) => !row.marked).length,
  );
  expect(fresh).toBe(0);
});
