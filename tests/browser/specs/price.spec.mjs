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

test('a line tells its arithmetic, exactly, and each document is told once', async ({ show }) => {
  const card = await (await show(CHAT))().ready();
  await card.field('Monthly active users').fill('25000');
  const line = card.host.locator('[data-charge="mau_overage"]');
  await expect(line).toContainText('(25,000 users − 10,000) × $0.015');
  await expect(line.locator('[data-figure="demand"]')).toHaveAttribute('data-value', '25000');
  await expect(line.locator('[data-figure="allowance"]')).toHaveAttribute('data-value', '10000');
  await expect(line.locator('[data-figure="price"]')).toHaveAttribute('data-value', '0.015');
  await expect(line.locator('td [data-value="225"]')).toHaveText('$225');
  await expect(line).toHaveAttribute('data-money', 'used');
  const sources = card.host.locator('[part="breakdown"] [part="source"]');
  await expect(sources).toHaveText(['Chat Purchase Guide, section PricingJul 22, 2024']);
});

test('the whole time is the sum of its months', async ({ show }) => {
  const card = await (await show(CHAT))().ready();
  await card.field('Monthly active users').fill('25000');
  await card.field('Months').fill('12');
  await expect(card.whole).toHaveAttribute('data-value', '7488');
  await expect(card.whole).toHaveText(/^In all\s*\$7,488 for 12 months$/);
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
  // What is asked leads to its field.
  await page.keyboard.press('Tab');
  await expect(card.host.getByRole('button', { name: '1 month' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(card.field('Months')).toBeFocused();
  for (const back of ['First day', 'Months']) {
    await page.keyboard.press(back === 'Months' ? 'Shift+Tab' : 'Tab');
    await expect(card.field(back)).toBeFocused();
  }
  const users = card.field('Monthly active users');
  await users.focus();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('25000');
  await expect(card.total).toHaveAttribute('data-value', '624');
  // From stop to stop of the slider, each a round number.
  await page.keyboard.press('Tab');
  const slider = card.field('Monthly active users, as a slider');
  await expect(slider).toBeFocused();
  await expect(slider).toHaveAttribute('aria-valuetext', '25,000 users');
  await page.keyboard.press('ArrowRight');
  await expect(users).toHaveValue('28,000');
  await expect(card.total).toHaveAttribute('data-value', '669');
  await card.edition('Standard').focus();
  await page.keyboard.press('ArrowDown');
  await expect(card.edition('Premium')).toBeChecked();
  await expect(card.total).toHaveAttribute('data-value', '969');
});

test('a month that is an average or rounded says so, beside what is due first and what follows', async ({ show }) => {
  const demand = 'licenses=10 ai_messages=40000';
  const card = await (
    await show(
      `<rate-card product="desk" edition="standard" as-of="2026-11-20" start="2026-11-29" months="12" demand="${demand}"></rate-card>`,
    )
  )().ready();
  const { items, schedule } = await card.host.evaluate(({ estimate }) => estimate);
  const [{ total, per_month }] = items;
  expect(Number(per_month) * 12).not.toBe(Number(total));
  await expect(card.total).toHaveText(/^≈\u00a0\$.* per month on average$/);
  await expect(card.total).toHaveAttribute('data-rounded', per_month);
  await expect(card.total).toHaveAttribute('data-value', total);
  const first = card.host.locator('[data-total="first"]');
  await expect(first).toHaveAttribute('data-value', schedule[0].amount);
  await expect(first).toHaveText(/^Due on Nov 29, 2026\s*\$550$/);
  await expect(card.host.getByText('$550 to $3,150 a month')).toBeVisible();
  // What is the same every month and exact says nothing of the kind.
  await card.field('AI agent messages').fill('0');
  await expect(card.total).toHaveText('$550 per month');
  await expect(card.total).not.toHaveAttribute('data-rounded');
  await expect(first).toHaveText(/^Due on Nov 29, 2026\s*\$550$/);
  await expect(card.host.getByText('$550 to $3,150 a month')).toHaveCount(0);
});

test('a trial is shown in its own time, and what was asked stays', async ({ show }) => {
  const card = await (
    await show(
      '<rate-card product="desk" edition="trial" as-of="2026-11-20" start="2026-11-29" months="12" demand="licenses=10 ai_messages=40000"></rate-card>',
    )
  )().ready();
  const [{ total }] = await card.host.evaluate(({ estimate }) => estimate.items);
  const request = await card.host.evaluate((element) => element.request);
  expect(request.months).toBe(12);
  // Seven more licenses, once; the messages of two weeks are within what it holds.
  await expect(card.total).toHaveText('$350 for 14 days');
  await expect(card.whole).toHaveText(/^Ends on\s*Dec 13, 2026$/);
  expect(total).not.toBe('350');
  await expect(card.host.locator(`[data-value="${total}"]`)).toHaveCount(0);
  await card.field('Desk licenses').fill('3');
  await expect(card.total).toHaveText('Free for 14 days');
  const status = card.host.getByRole('status');
  await expect(status).toHaveText('Premium Desk trial: free, ends on Dec 13, 2026');
  await card.host.getByRole('radio', { name: 'Standard Desk' }).check();
  await expect(card.whole).toContainText('for 12 months');
  await expect(status).toHaveText(/^Standard Desk: .* a month on average, .* for 12 months$/);
});
