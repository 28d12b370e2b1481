// What does it cost?
import { expect, test } from '../element.mjs';

const CHAT = '<rate-card product="chat" as-of="2026-11-20"></rate-card>';

test('a price is there before anything is chosen', async ({ show }) => {
  const card = await (await show(CHAT))().ready();
  await expect(card.total).toHaveAttribute('data-value', '399');
  await expect(card.total).toContainText('$399');
  await expect(card.edition('Standard')).toBeChecked();
});

for (const typed of ['25000', '25,000', '25 000', '２５０００']) {
  test(`${typed} users cost 624 a month`, async ({ show }) => {
    const card = await (await show(CHAT))().ready();
    await card.field('Monthly active users').fill(typed);
    await expect(card.total).toHaveAttribute('data-value', '624');
    await expect(card.total).toContainText('$624');
    const standard = card.host.locator('[data-edition="standard"]');
    await expect(standard.locator('[data-value="624"]')).toHaveText('$624');
    await card.field('Monthly active users').blur();
    await expect(card.field('Monthly active users')).toHaveValue('25,000');
  });
}

test('a line tells its arithmetic, exactly, and its source on demand', async ({ show }) => {
  const card = await (await show(CHAT))().ready();
  await card.field('Monthly active users').fill('25000');
  const line = card.host.locator('[data-charge="mau_overage"]');
  await expect(line).toContainText('15,000 users above 10,000 × $0.015');
  await expect(line.locator('[data-figure="quantity"]')).toHaveAttribute('data-value', '15000');
  await expect(line.locator('[data-figure="price"]')).toHaveAttribute('data-value', '0.015');
  await expect(line.locator('td [data-value="225"]')).toHaveText('$225');
  const source = line.getByText('Chat Purchase Guide');
  await expect(source).toBeHidden();
  await line.getByText('Source', { exact: true }).click();
  await expect(source).toContainText('updated Jul 22, 2024');
});

test('the whole time is the sum of its months', async ({ show }) => {
  const card = await (await show(CHAT))().ready();
  await card.field('Monthly active users').fill('25000');
  await card.field('Months').fill('12');
  await expect(card.whole).toHaveAttribute('data-value', '7488');
  await expect(card.whole).toHaveText('$7,488 for 12 months from Nov 20, 2026');
  await expect(card.total).toHaveAttribute('data-value', '624');
});

test('an edition that does not fit says why, and is priced all the same', async ({ show }) => {
  const card = await (await show(CHAT))().ready();
  await card.host.getByText('What else you need').click();
  await card.field('Members of one group').fill('500');
  await expect(card.host.locator('[data-edition="standard"]')).toHaveAttribute('data-fits', 'false');
  await expect(card.host.locator('[data-edition="premium"]')).toHaveAttribute('data-fits', 'true');
  await expect(card.host.locator('[data-problem="exceeded"]')).toContainText('500 members needed');
  await expect(card.total).toHaveAttribute('data-value', '399');
  await card.edition('Premium').check();
  await expect(card.total).toHaveAttribute('data-value', '699');
  await expect(card.host.locator('[data-problem]')).toHaveCount(0);
});

test('what is no number is told at its field, and the last price stays', async ({ show }) => {
  const card = await (await show(CHAT))().ready();
  const users = card.field('Monthly active users');
  await users.fill('25000');
  for (const wrong of ['many', '-1', '1.5', '99999999999999']) {
    await users.fill(wrong);
    await expect(users).toHaveAttribute('aria-invalid', 'true');
    await expect(users).toHaveAccessibleDescription(/Enter a whole number from 0 to/);
    await expect(users).toHaveValue(wrong);
  }
  await expect(card.total).toHaveAttribute('data-value', '624');
  await users.fill('');
  await expect(users).not.toHaveAttribute('aria-invalid');
  await expect(card.total).toHaveAttribute('data-value', '399');
});

test('the total is announced once the visitor pauses', async ({ show }) => {
  const card = await (await show(CHAT))().ready();
  const status = card.host.getByRole('status');
  await expect(status).toBeEmpty();
  await card.field('Monthly active users').fill('25000');
  await expect(status).toHaveText('Standard: $624 per month, $624 for 1 month');
});

test('it says where prices come from and what they are not', async ({ show }) => {
  const card = await (await show(CHAT))().ready();
  const note = card.host.getByText(/public documents of Jul 22, 2024/);
  await expect(note).toContainText('Taxes are not included. This is not an offer.');
});

test('the keyboard alone is enough', async ({ page, show }) => {
  const card = await (await show(CHAT))().ready();
  await page.keyboard.press('Tab');
  await expect(card.edition('Standard')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(card.edition('Premium')).toBeChecked();
  await expect(card.total).toHaveAttribute('data-value', '699');
  await page.keyboard.press('Tab');
  await expect(card.field('Monthly active users')).toBeFocused();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('25000');
  await expect(card.total).toHaveAttribute('data-value', '924');
});

test('a trial has no months: its total is told in all', async ({ show }) => {
  const card = await (
    await show(
      '<rate-card product="desk" edition="trial" as-of="2026-11-20" months="12" demand="licenses=10"></rate-card>',
    )
  )().ready();
  const [{ total, per_month }] = await card.host.evaluate(({ estimate }) => estimate.items);
  expect(total).not.toBe(per_month);
  const amount = card.total.locator('[part="total-amount"]');
  await expect(amount).toHaveAttribute('data-value', total);
  await expect(card.total).toContainText('in all');
  // The hook stays the figure of the interface.
  await expect(card.total).toHaveAttribute('data-value', per_month);
  await card.host.getByRole('radio', { name: 'Standard Desk' }).check();
  await expect(card.total).toContainText('per month');
});
