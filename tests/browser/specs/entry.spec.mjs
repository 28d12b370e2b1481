// What visitors write and paste into number fields, and what is said of it. `docs/numbers.md` lists what is taken.
import { expect, test } from '../element.mjs';

const USERS = 'Monthly active users';
const chat = (more = '') => `<rate-card product="chat" as-of="2026-11-20" ${more}></rate-card>`;

const field = (card) => card.host.locator('#dimension-mau');
const error = (card) => card.host.locator('#dimension-mau-error');
const asked = (card) => card.host.evaluate((element) => element.request.items[0].demand?.mau ?? 0);
const months = (card) => card.host.evaluate((element) => element.request.months);
const proposals = (card) =>
  card.host
    .locator('[data-dimension="mau"] [data-proposal]')
    .evaluateAll((buttons) => buttons.map((button) => Number(button.dataset.proposal)));

/** Pastes a text as a browser does: the field takes it by itself, unless the page does something else. */
const paste = (input, text) =>
  input.evaluate((input, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    input.focus();
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true, composed: true });
    if (input.dispatchEvent(event)) document.execCommand('insertText', false, text.replace(/[\r\n]+/g, ' '));
  }, text);

// Language, what is written, what is asked.
for (const [lang, text, number] of /** @type {const} */ ([
  ['en', '60k', 60_000],
  ['en', '1.5M', 1_500_000],
  ['en', '1.2 bn', 1_200_000_000],
  ['en', '２５，０００', 25_000],
  ['en', '25,000 users', 25_000],
  ['en', '\u202d25,000\u202c', 25_000],
  ['en', '1.234.567', 1_234_567],
  ['en', '25.000,00', 25_000],
  ['en', '1,00,000', 100_000],
  ['zh-CN', '2.5万', 25_000],
  ['zh-CN', '25,000 用户', 25_000],
  ['zh-CN', '25000 users', 25_000],
  ['ja', '1.5億', 150_000_000],
  ['ja', '2万5千人', 25_000],
  ['id', '1,5 jt', 1_500_000],
  ['id', '60 ribu', 60_000],
  ['id', '25.000', 25_000],
  ['de', '25,000', 25_000],
  ['de', '1.234.567,00', 1_234_567],
  ['en-ZA', '25 000,0', 25_000],
  ['en-IN', '1,00,000', 100_000],
  ['fr', '25 000', 25_000],
  ['de-CH', '25’000', 25_000],
  ['hi', '२५,०००', 25_000],
  ['fa', '۲۵٬۰۰۰', 25_000],
  ['ar-EG', '٢٥٬٠٠٠٫٠٠', 25_000],
])) {
  test(`${lang}: ${text} is ${number}`, async ({ show }) => {
    const card = await (await show(chat(`lang="${lang}"`)))().ready();
    await field(card).fill(text);
    await expect(field(card)).not.toHaveAttribute('aria-invalid');
    expect(await asked(card)).toBe(number);
    // What it shows then, it reads again.
    await field(card).blur();
    const shown = await field(card).inputValue();
    await field(card).fill('7');
    await field(card).fill(shown);
    expect(await asked(card)).toBe(number);
  });
}

// What is wrong, what is proposed.
for (const [lang, text, said, offered] of /** @type {const} */ ([
  ['en', '25.000', '“25.000” can be 25 or 25,000: write 25 or 25000.', [25, 25_000]],
  ['id', '25,000', '“25,000” bisa berarti 25 atau 25.000: tulis 25 atau 25000.', [25, 25_000]],
  ['zh-CN', '25.000', '“25.000”可能是 25，也可能是 25,000：请输入 25 或 25000。', [25, 25_000]],
  ['ja', '25.000', '「25.000」は25とも25,000とも読めます。25または25000と入力してください。', [25, 25_000]],
  // Figures stand in the language of the sentences.
  ['de', '25.000', '“25.000” can be 25 or 25,000: write 25 or 25000.', [25, 25_000]],
  [
    'id',
    '2M',
    '“2M” bisa berarti 2.000.000 atau 2.000.000.000: tulis 2000000 atau 2000000000.',
    [2_000_000, 2_000_000_000],
  ],
  ['en', '25,00', '“25,00”: digits are grouped in threes. Enter a whole number from 0 to', [2_500, 25]],
  ['en', '1.234', '“1.234” is not a whole number. Enter a whole number from 0 to', [1_234]],
  ['en', '1.2345k', '“1.2345k” is not a whole number. Enter a whole number from 0 to', []],
  ['en', '10 20', '“10 20”: digits are grouped in threes.', []],
  ['en', '10,20', '“10,20”: digits are grouped in threes.', []],
  ['en', '10\t20', 'These are 2 cells of a table. This field takes one number.', []],
  ['en', 'many', /^Enter a whole number from 0 to .*, such as 25,000 or 25k\.\s*$/, []],
])) {
  test(`${lang}: ${JSON.stringify(text)} is told, and nothing is asked`, async ({ show }) => {
    const card = await (await show(chat(`lang="${lang}" demand="mau=12000"`)))().ready();
    await field(card).fill(text);
    await expect(field(card)).toHaveAttribute('aria-invalid', 'true');
    await expect(error(card)).toContainText(said);
    await expect(error(card)).toHaveAttribute('aria-live', 'polite');
    expect(await proposals(card)).toEqual(offered);
    expect(await asked(card)).toBe(12_000);
    await field(card).blur();
    await expect(field(card)).toHaveValue(text);
  });
}

test('what may be meant is taken by the keyboard, and the field goes on', async ({ page, show }) => {
  const card = await (await show(chat('demand="mau=12000"')))().ready();
  await field(card).fill('25.000');
  await page.keyboard.press('Tab');
  await expect(card.host.getByRole('button', { name: 'Take 25', exact: true })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(card.host.getByRole('button', { name: 'Take 25,000', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(field(card)).toBeFocused();
  await expect(field(card)).toHaveValue('25,000');
  await expect(field(card)).not.toHaveAttribute('aria-invalid');
  expect(await asked(card)).toBe(25_000);
  expect(await proposals(card)).toEqual([]);
});

test('only what the field takes is proposed', async ({ show }) => {
  const card = await (await show(chat('months="6"')))().ready();
  await card.field('Months').fill('12.000');
  await expect(card.field('Months')).toHaveAccessibleDescription(
    /“12.000” is not a whole number. Enter a whole number from 1 to 36\./,
  );
  await expect(card.host.locator('[data-proposal]')).toHaveText(['Take 12']);
  await card.field('Months').fill('40');
  await expect(card.field('Months')).toHaveAccessibleDescription(/from 1 to 36: 40 is outside\./);
  await card.field('Months').fill('12 months');
  expect(await months(card)).toBe(12);
});

for (const [what, text] of [
  ['column', '10\n20\n30'],
  ['column of Windows', '10\r\n200\r\n'],
  ['row', '10\t200'],
]) {
  test(`a ${what} pasted into one field is no number`, async ({ show }) => {
    const card = await (await show(chat('demand="mau=12000"')))().ready();
    await field(card).fill('');
    await paste(field(card), text);
    await expect(field(card)).toHaveAttribute('aria-invalid', 'true');
    await expect(error(card)).toContainText('cells of a table. This field takes one number.');
    expect(await asked(card)).toBe(0);
  });
}

test('a cell pasted with its line break is a number', async ({ show }) => {
  const card = await (await show(chat()))().ready();
  await field(card).fill('');
  await paste(field(card), '25,000\r\n');
  await expect(field(card)).not.toHaveAttribute('aria-invalid');
  expect(await asked(card)).toBe(25_000);
});

test('emptied months are none yet, and come back when the field is left', async ({ page, show }) => {
  const card = await (await show(chat('months="12" demand="mau=25000"')))().ready();
  const field = card.field('Months');
  const whole = await card.whole.getAttribute('data-value');
  await field.fill('');
  await expect(field).not.toHaveAttribute('aria-invalid');
  await expect(card.whole).toHaveAttribute('data-value', whole);
  expect(await months(card)).toBe(12);
  await page.keyboard.press('Tab');
  await expect(field).toHaveValue('12');
  await field.fill('');
  await field.pressSequentially('24');
  expect(await months(card)).toBe(24);
});

test('an emptied demand is what the card says', async ({ page, show }) => {
  const card = await (await show(chat('demand="mau=25000"')))().ready();
  await field(card).fill('');
  await expect(field(card)).not.toHaveAttribute('aria-invalid');
  expect(await asked(card)).toBe(0);
  await page.keyboard.press('Tab');
  await expect(field(card)).toHaveValue('0');
});

test('calls and packs by hand are read in the same way', async ({ show }) => {
  const body =
    '<rate-card product="contact-center-cn" as-of="2026-11-20" months="6" demand="outbound_minutes=5000"></rate-card>';
  const card = await (await show(body))().ready();
  const calls = card.host.locator('[data-calls="outbound_minutes"]');
  await calls.locator('summary').click();
  const count = calls.getByLabel('Calls', { exact: true }).first();
  await count.fill('3k');
  await calls.getByLabel('Seconds each', { exact: true }).first().fill('60');
  const item = () => card.host.evaluate((element) => element.request.items[0]);
  expect((await item()).calls.outbound_minutes).toEqual([{ count: 3000, seconds: 60 }]);
  await count.fill('3.000');
  await expect(count).toHaveAccessibleDescription(/can be 3 or 3,000/);
  await calls.getByRole('button', { name: 'Take 3,000' }).click();
  await expect(count).toHaveValue('3,000');
  const minutes = card.host.locator('#dimension-outbound_minutes');
  await minutes.fill('30m');
  await expect(minutes).toHaveAccessibleDescription(/“30m” can be 30 or 30,000,000/);
  await minutes.fill('30 minutes');
  await expect.poll(async () => (await item()).demand.outbound_minutes).toBe(30);

  const own = card.host.locator('[data-by-hand]').first();
  await own.getByRole('checkbox').check();
  const size = card.host.locator('[data-own-packs]').first().getByLabel('Size').first();
  const bought = async () => Object.values((await item()).buy)[0][0].quantity;
  await size.fill('2k minutes');
  await expect(size).not.toHaveAttribute('aria-invalid');
  expect(await bought()).toBe(2000);
  await size.fill('');
  expect(await bought()).toBe(2000);
  await size.fill('1.500');
  await expect(size).toHaveAccessibleDescription(/not a whole number|can be/);
  await card.host.locator('.own-row [data-proposal="1500"]').first().click();
  await expect(size).toHaveAccessibleDescription(/packs are sold from/);
  await expect(size).toHaveAttribute('aria-invalid', 'true');
  expect(await bought()).toBe(2000);
});
