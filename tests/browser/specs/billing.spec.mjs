// From when, how billed, and what is paid when?
import { expect, test } from '../element.mjs';

const CENTER = '<rate-card product="contact-center" as-of="2024-06-01" months="12"></rate-card>';
const CHAT = '<rate-card product="chat" as-of="2026-11-20" months="3"></rate-card>';

test('each way of billing says what it costs', async ({ show }) => {
  const card = await (await show(CENTER))().ready();
  const monthly = await card.host.evaluate((element) => element.estimate.totals.USD);
  const way = (name) => card.host.locator(`[data-billing="${name}"]`);
  await expect(way('monthly').locator('[data-figure="total"]')).toHaveAttribute('data-value', monthly);
  const promised = await way('annual').locator('[data-figure="total"]').getAttribute('data-value');
  await card.host.getByRole('radio', { name: /^Annual/ }).check();
  await expect(card.whole).toHaveAttribute('data-value', promised);
  expect(await card.host.evaluate((element) => element.request.items[0].billing)).toBe('annual');
});

test('a card that is billed in one way does not ask', async ({ show }) => {
  const card = await (await show(CHAT))().ready();
  await expect(card.host.locator('[data-billing]')).toHaveCount(0);
});

test('the first day moves the payments', async ({ show }) => {
  const card = await (await show(CHAT))().ready();
  await card.field('First day').fill('2027-01-31');
  await expect(card.host.locator('[data-total="first"]')).toContainText('Due on Jan 31, 2027');
  await card.host.locator('summary', { hasText: 'What is paid when' }).click();
  const rows = card.host.locator('[data-on]');
  const { schedule, totals } = await card.host.evaluate((element) => element.estimate);
  expect(schedule[0].on).toBe('2027-01-31');
  await expect(rows.first()).toHaveAttribute('data-on', '2027-01-31');
  // Several charges may be paid on a day.
  const paid = await rows.evaluateAll((rows) =>
    rows.map((row) => [row.dataset.on, row.querySelector('[part="amount"]').dataset.value]),
  );
  expect([...new Set(paid.map(([on]) => on))]).toEqual(schedule.map(({ on }) => on));
  for (const { on, amount } of schedule) {
    const ofDay = paid.filter(([day]) => day === on).map(([, paid]) => Number(paid));
    expect(ofDay.reduce((sum, paid) => sum + paid, 0)).toBe(Number(amount));
  }
  await expect(card.host.locator('[part="schedule"] tfoot [part="amount"]')).toHaveAttribute('data-value', totals.USD);
});

test('a day out of bounds is told at its field, and the last price stays', async ({ show }) => {
  const card = await (await show(CHAT))().ready();
  const day = card.field('First day');
  await day.fill('1999-12-31');
  await expect(day).toHaveAttribute('aria-invalid', 'true');
  await expect(day).toHaveAccessibleDescription(/Enter a day that exists/);
  await expect(card.total).toHaveAttribute('data-value', '399');
  await day.fill('');
  await expect(day).not.toHaveAttribute('aria-invalid');
});
