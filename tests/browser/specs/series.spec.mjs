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

for (const text of ['60000', '60k', '60,000 users']) {
  test(`growth to ${text} ends with exactly that`, async ({ page, show }) => {
    const card = await (
      await show('<rate-card product="chat" as-of="2026-11-20" months="12" demand="mau=8000"></rate-card>')
    )().ready();
    await byMonth(card).check();
    await card.host.getByLabel('Number in the last month').fill(text);
    await page.keyboard.press('Enter');
    // Math.round(8000 * (60000 / 8000) ** (month / 11)), none of them near a half.
    const series = [8000, 9608, 11540, 13859, 16645, 19991, 24010, 28837, 34634, 41596, 49957, 60000];
    await expect.poll(() => demand(card)).toEqual({ mau: series });
  });
}

test('growth to a number may be written where the growth is, and what is none is told', async ({ page, show }) => {
  const card = await (await show(CHAT))().ready();
  await byMonth(card).check();
  await card.host.getByLabel('Growth per month').fill('to 36k');
  await page.keyboard.press('Enter');
  await expect.poll(() => demand(card)).toEqual({ mau: [25000, 30000, 36000] });
  const target = card.host.getByLabel('Number in the last month');
  await target.fill('36.000');
  await page.keyboard.press('Enter');
  await expect(target).toHaveAttribute('aria-invalid', 'true');
  await expect(target).toHaveAccessibleDescription(/“36.000” can be 36 or 36,000/);
  await target.fill('soon');
  await card.host.getByRole('button', { name: 'Grow to this' }).click();
  await expect(target).toHaveAccessibleDescription(/Enter a whole number from 0 to/);
  expect(await demand(card)).toEqual({ mau: [25000, 30000, 36000] });
});

/** Writes the months one by one. */
async function write(card, ...numbers) {
  const fields = card.host.locator('[data-month] input');
  for (const [place, number] of numbers.entries()) await fields.nth(place).fill(String(number));
}
const back = (card) => card.host.getByRole('button', { name: 'Bring back the months as they were' });

test('one number for all months and back: what was typed is there again', async ({ show }) => {
  const card = await (await show(CHAT))().ready();
  await byMonth(card).check();
  await write(card, 25000, 30000, 40000);
  await byMonth(card).uncheck();
  await byMonth(card).check();
  await expect.poll(() => demand(card)).toEqual({ mau: [25000, 30000, 40000] });
  await expect(back(card)).toHaveCount(0);
  await byMonth(card).uncheck();
  await card.field(USERS).fill('50000');
  await byMonth(card).check();
  expect(await demand(card)).toEqual({ mau: [50000, 50000, 50000] });
  await back(card).press('Enter');
  await expect(month(card, 'Dec 2026')).toBeFocused();
  expect(await demand(card)).toEqual({ mau: [25000, 30000, 40000] });
  await expect(back(card)).toHaveCount(0);
});

test('growth over what was typed can be taken back', async ({ page, show }) => {
  const card = await (await show(CHAT))().ready();
  await byMonth(card).check();
  await write(card, 25000, 30000, 40000);
  await card.host.getByLabel('Growth per month').fill('10%');
  await page.keyboard.press('Enter');
  await expect.poll(() => demand(card)).toEqual({ mau: [25000, 27500, 30250] });
  await back(card).click();
  expect(await demand(card)).toEqual({ mau: [25000, 30000, 40000] });
  await back(card).click();
  expect(await demand(card)).toEqual({ mau: [25000, 27500, 30250] });
});

test('months that are taken away are not lost by what is written meanwhile', async ({ show }) => {
  const card = await (await show(CHAT))().ready();
  await byMonth(card).check();
  await write(card, 25000, 30000, 40000);
  await card.field('Months').fill('2');
  await month(card, 'Dec 2026').fill('26000');
  await card.field('Months').fill('3');
  await expect.poll(() => demand(card)).toEqual({ mau: [26000, 30000, 40000] });
});

test('a field whose months have the numbers leads to them', async ({ show }) => {
  const card = await (await show(CHAT))().ready();
  await byMonth(card).check();
  await card.host.getByRole('button', { name: 'Edit the months' }).press('Enter');
  await expect(month(card, 'Dec 2026')).toBeFocused();
});

/** Pastes a text into a month. */
const paste = (input, text) =>
  input.evaluate((input, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    input.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true, composed: true }),
    );
  }, text);
const note = (card) => card.host.locator('.series-note');

for (const [text, series] of /** @type {const} */ ([
  ['10\n\n30', [10, 0, 30]],
  ['10\r\n\r\n30\r\n', [10, 0, 30]],
  ['10\r\r30', [10, 0, 30]],
  ['10\t\t30', [10, 0, 30]],
  ['\t20\t30', [0, 20, 30]],
  ['10\n20\n\n', [10, 20, 0]],
  ['10\n20\n30\n\n\n', [10, 20, 30]],
  ['1k\n2.5k users\n3,000', [1000, 2500, 3000]],
])) {
  test(`pasted cells keep their places: ${JSON.stringify(text)}`, async ({ show }) => {
    const card = await (await show(CHAT))().ready();
    await byMonth(card).check();
    await write(card, 7, 8, 9);
    await paste(month(card, 'Dec 2026'), text);
    await expect.poll(() => demand(card)).toEqual({ mau: series });
    await expect(note(card)).toBeEmpty();
    await back(card).click();
    expect(await demand(card)).toEqual({ mau: [7, 8, 9] });
  });
}

test('more cells than months are told, and the months can be as many', async ({ show }) => {
  const card = await (await show(CHAT))().ready();
  await byMonth(card).check();
  await paste(month(card, 'Jan 2027'), '1\n2\n3\n4\n5');
  await expect.poll(() => demand(card)).toEqual({ mau: [25000, 1, 2] });
  await expect(note(card)).toContainText('5 numbers for 2 months: the last 3 are not taken.');
  await note(card).getByRole('button', { name: 'Make it 6 months' }).press('Enter');
  await expect.poll(() => demand(card)).toEqual({ mau: [25000, 1, 2, 3, 4, 5] });
  await expect(note(card)).toBeEmpty();
  await paste(month(card, 'Jan 2027'), Array(40).fill('9').join('\n'));
  await expect(note(card)).toContainText('40 numbers for 5 months: the last 35 are not taken.');
  await expect(note(card).getByRole('button')).toHaveCount(0);
  await month(card, 'Jan 2027').fill('8');
  await expect(note(card)).toBeEmpty();
});

for (const [text, said] of [
  ['10\nmany\n30', 'Nothing was taken. Cell 2: Enter a whole number from 0 to'],
  ['10\n20\n25.000', 'Nothing was taken. Cell 3: “25.000” can be 25 or 25,000'],
  ['Users\n10\n20', 'Nothing was taken. Cell 1: Enter a whole number from 0 to'],
  ['10\n\n-5', 'Nothing was taken. Cell 3: Enter a whole number from 0 to'],
  ['Jan\t10\nFeb\t20', 'Nothing was taken: paste one column or one row.'],
]) {
  test(`one bad cell, and nothing is taken: ${JSON.stringify(text)}`, async ({ show }) => {
    const card = await (await show(CHAT))().ready();
    await byMonth(card).check();
    await write(card, 7, 8, 9);
    await paste(month(card, 'Dec 2026'), text);
    await expect(note(card)).toContainText(said);
    await expect(note(card)).toHaveAttribute('aria-live', 'polite');
    expect(await demand(card)).toEqual({ mau: [7, 8, 9] });
  });
}

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
  await expect(card.field('Monthly active users, as a slider')).toBeFocused();
  // Over the sizes to begin with.
  for (const name of ['Small', 'Medium', 'Large']) {
    await page.keyboard.press('Tab');
    await expect(card.host.getByRole('button', { name })).toBeFocused();
  }
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await expect(card.host.getByLabel('Growth per month')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(card.host.getByRole('button', { name: 'Fill in' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(card.host.getByLabel('Number in the last month')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(card.host.getByRole('button', { name: 'Grow to this' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('40000');
  await expect
    .poll(() => card.host.evaluate((element) => element.request.items[0].demand))
    .toEqual({ mau: [40000, 0] });
});
