// What if we grow? Months one by one, growth, pasted columns, calls.
import { expect, test } from '../element.mjs';

const CHAT =
  '<rate-card product="chat" as-of="2026-11-20" start="2026-12-01" months="3" demand="mau=25000"></rate-card>';
const USERS = 'Monthly active users';

const demand = (card) => card.host.evaluate((element) => element.request.items[0].demand);
const byMonth = (card) => card.host.getByLabel(`Changes by month: ${USERS}`, { exact: true });
const month = (card, name) =>
  card.host.getByRole('group', { name: `${USERS} by month`, exact: true }).getByLabel(name, { exact: true });

test('months are given one by one, and one for all again', async ({ show }) => {
  const card = await (await show(CHAT))().ready();
  await byMonth(card).check();
  expect(await demand(card)).toEqual({ mau: [25000, 25000, 25000] });
  await month(card, 'Jan 2027').fill('30,000');
  await expect.poll(() => demand(card)).toEqual({ mau: [25000, 30000, 25000] });
  const estimate = await card.host.evaluate((element) => element.estimate);
  await expect(card.whole).toHaveAttribute('data-value', estimate.totals.USD);
  await expect(card.field(USERS)).toHaveValue('25,000 to 30,000');
  await expect(card.field(USERS)).not.toBeEditable();
  await byMonth(card).uncheck();
  await expect(byMonth(card)).toBeFocused();
  expect(await demand(card)).toEqual({ mau: 25000 });
  await expect(card.field(USERS)).toBeEditable();
});

for (const [growth, series] of [
  ['5%', [25000, 26250, 27563]],
  ['2.5 %', [25000, 25625, 26266]],
  ['1,000', [25000, 26000, 27000]],
  ['-50%', [25000, 12500, 6250]],
]) {
  test(`growth of ${growth} fills in whole numbers`, async ({ page, show }) => {
    const card = await (await show(CHAT))().ready();
    await byMonth(card).check();
    await card.host.getByLabel('Growth per month').fill(growth);
    await page.keyboard.press('Enter');
    await expect.poll(() => demand(card)).toEqual({ mau: series });
    await expect(month(card, 'Feb 2027')).toHaveValue(series[2].toLocaleString('en'));
  });
}

test('growth that is none is told at its field', async ({ show }) => {
  const card = await (await show(CHAT))().ready();
  await byMonth(card).check();
  const growth = card.host.getByLabel('Growth per month');
  await growth.fill('fast');
  await card.host.getByRole('button', { name: 'Fill in' }).click();
  await expect(growth).toHaveAttribute('aria-invalid', 'true');
  await expect(growth).toHaveAccessibleDescription(/Enter a percentage/);
  expect(await demand(card)).toEqual({ mau: [25000, 25000, 25000] });
});

for (const [what, text] of [
  ['column', '26000\n27,000\r\n'],
  ['row', '26 000\t27000'],
  ['column that is too long', '26000\n27000\n28000\n29000'],
]) {
  test(`a ${what} is spread over the months`, async ({ show }) => {
    const card = await (await show(CHAT))().ready();
    await byMonth(card).check();
    await month(card, 'Jan 2027').evaluate((input, text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text);
      const paste = { clipboardData, bubbles: true, cancelable: true, composed: true };
      input.dispatchEvent(new ClipboardEvent('paste', paste));
    }, text);
    await expect.poll(() => demand(card)).toEqual({ mau: [25000, 26000, 27000] });
    await expect(month(card, 'Feb 2027')).toHaveValue('27,000');
  });
}

test('a bad month is told at its field, and the last price stays', async ({ show }) => {
  const card = await (await show(CHAT))().ready();
  await byMonth(card).check();
  const whole = await card.whole.getAttribute('data-value');
  await month(card, 'Jan 2027').fill('many');
  await expect(month(card, 'Jan 2027')).toHaveAttribute('aria-invalid', 'true');
  await expect(month(card, 'Jan 2027')).toHaveAccessibleDescription(/Enter a whole number/);
  await expect(card.whole).toHaveAttribute('data-value', whole);
});

test('a series that the host gives is shown, and edited month by month', async ({ show }) => {
  const card = await (await show(CHAT))().ready();
  const request = {
    as_of: '2026-11-20',
    start: '2026-12-01',
    months: 3,
    items: [{ product: 'chat', edition: 'standard', demand: { mau: [1, 20000, 30000] } }],
  };
  await card.host.evaluate((element, request) => {
    element.request = request;
  }, request);
  await card.settled();
  await expect(byMonth(card)).toBeChecked();
  await expect(month(card, 'Feb 2027')).toHaveValue('30,000');
  await month(card, 'Dec 2026').fill('2');
  await expect.poll(() => demand(card)).toEqual({ mau: [2, 20000, 30000] });
});

test('the series follows the months and forgets nothing on the way', async ({ show }) => {
  const card = await (await show(CHAT))().ready();
  await byMonth(card).check();
  await month(card, 'Feb 2027').fill('40000');
  await card.field('Months').fill('1');
  await expect.poll(() => demand(card)).toEqual({ mau: [25000] });
  await card.field('Months').fill('5');
  await expect.poll(() => demand(card)).toEqual({ mau: [25000, 25000, 40000, 40000, 40000] });
});

test('calls are rounded up as the engine says', async ({ show }) => {
  const card = await (await show('<rate-card product="contact-center-cn"></rate-card>'))().ready();
  const dimension = await card.host.evaluate(async () => {
    const { rateCard, rateCards } = await import('/pkg/index.js');
    const { id } = rateCards().find((card) => card.product === 'contact-center-cn');
    return rateCard(id).dimensions.find((dimension) => dimension.calls).id;
  });
  const calls = card.host.locator(`[data-calls="${dimension}"]`);
  await calls.locator('summary').click();
  await calls.getByLabel('Calls', { exact: true }).first().fill('3000');
  await calls.getByLabel('Seconds each', { exact: true }).first().fill('61');
  await expect(calls.locator('[data-calls-minutes] [data-value]')).toHaveAttribute('data-value', '6000');
  const item = () => card.host.evaluate((element) => element.request.items[0].calls);
  expect(await item()).toEqual({ [dimension]: [{ count: 3000, seconds: 61 }] });
  await calls.getByLabel('Calls', { exact: true }).nth(1).fill('10');
  await calls.getByLabel('Seconds each', { exact: true }).nth(1).fill('60');
  await expect(calls.locator('[data-calls-minutes] [data-value]')).toHaveAttribute('data-value', '6010');
});

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
