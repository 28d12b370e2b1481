// No price is shown beside numbers that it does not belong to: while something is not understood, all that
// depends on it looks otherwise, and says for which numbers it stands.
import { collect, expect, test } from '../element.mjs';

const CHAT = `<rate-card product="chat" as-of="2026-11-20" start="2026-12-01" months="12" demand="mau=25000"
  view="calculator compare matrix chart"></rate-card>`;
const CENTER = `<rate-card product="contact-center-cn" as-of="2026-11-20" edition="standard" months="6"
  demand="seats=1 landline_numbers=1 outbound_minutes=2500"></rate-card>`;
const VOICE = '<rate-card product="voice-agent" as-of="2026-11-20" months="3" demand="minutes=2000"></rate-card>';
const USERS = 'Monthly active users';

const whole = (card) => card.host.locator('[part="widget"]');
const standsFor = (card) => card.host.locator('[part="total"] [part="stands-for"]');
const note = (card) => card.host.locator('[part="stale"]');
const announcement = (card) => card.host.locator('[part="announcement"]');
const tab = (card, name) => card.host.getByRole('tab', { name, exact: true });
const total = (card) => card.host.evaluate((element) => element.estimate.totals);
const look = (locator) =>
  locator.evaluate((element) => {
    const { color, fontWeight, fontStyle } = getComputedStyle(element);
    return [color, fontWeight, fontStyle].join();
  });
const byMonth = (card) => card.host.getByLabel(`Changes by month: ${USERS}`, { exact: true });
const month = (card, name) =>
  card.host.getByRole('group', { name: `${USERS} by month`, exact: true }).getByLabel(name, { exact: true });
const size = (card) => card.host.locator('[part="own-packs"]').getByLabel('Size').first();

/** Fields of every kind: how one gets there, what is written and is no such thing, what the price stands for. */
const FIELDS = [
  {
    what: 'a number',
    body: CHAT,
    field: (card) => card.field(USERS),
    wrong: ['many', '-5', '25,00.5', '1e3x', '10 or 20'],
    right: '60000',
    said: 'This price is for 25,000 users.',
  },
  {
    what: 'a number that has no price',
    body: CHAT.replace('mau=25000', 'mau=25000 members_per_group=150'),
    field: (card) => card.field('Members of one group'),
    wrong: ['many'],
    right: '900',
    said: 'This price is for 150 members.',
  },
  {
    what: 'the months',
    body: CHAT,
    field: (card) => card.field('Months'),
    wrong: ['37', '1.5', 'a year'],
    right: '6',
    said: 'This price is for 12 months.',
  },
  {
    what: 'the first day',
    body: CHAT,
    field: (card) => card.field('First day'),
    wrong: ['1999-01-01'],
    right: '2027-01-01',
    said: 'This price is from Dec 1, 2026.',
  },
  {
    what: 'a month of a series',
    body: CHAT,
    before: (card) => byMonth(card).check(),
    field: (card) => month(card, 'Feb 2027'),
    wrong: ['many'],
    right: '60000',
    said: 'This price is for 25,000 users in Feb 2027.',
  },
  {
    what: 'a growth',
    body: CHAT,
    before: (card) => byMonth(card).check(),
    field: (card) => card.host.getByLabel('Growth per month'),
    enter: true,
    wrong: ['fast'],
    right: '5%',
    said: 'This price is for 25,000 users.',
  },
  {
    what: 'calls',
    body: VOICE,
    before: async (card) => {
      await card.host.locator('[part="calls"] summary').click();
      await card.host.getByLabel('Calls', { exact: true }).first().fill('300');
      await card.host.getByLabel('Seconds each', { exact: true }).first().fill('61');
    },
    field: (card) => card.host.getByLabel('Calls', { exact: true }).first(),
    wrong: ['many'],
    right: '900',
    said: 'This price is for 300 calls.',
  },
  {
    what: 'the length of calls',
    body: VOICE,
    before: async (card) => {
      await card.host.locator('[part="calls"] summary').click();
      await card.host.getByLabel('Calls', { exact: true }).first().fill('300');
      await card.host.getByLabel('Seconds each', { exact: true }).first().fill('61');
    },
    field: (card) => card.host.getByLabel('Seconds each', { exact: true }).first(),
    wrong: ['long'],
    right: '200',
    said: 'This price is for calls of 61 seconds.',
  },
  {
    what: 'a pack chosen by hand',
    body: CENTER,
    before: async (card) => {
      await card.host.getByRole('checkbox', { name: 'Choose the packs yourself' }).check();
      await size(card).fill('3000');
    },
    field: size,
    wrong: ['many', '1500'],
    right: '4000',
    said: 'This price is with a pack of 3,000 minutes.',
  },
];

for (const { what, body, before, field, enter, wrong, right, said } of FIELDS) {
  test(`${what}: while it is not understood, the price says for what it stands`, async ({ page, show }) => {
    await collect(page, 'rate-card-change', 'changes');
    const card = await (await show(body))().ready();
    await before?.(card);
    const known = await total(card);
    const looks = () => Promise.all([look(card.host.locator('[part="total-amount"]')), look(card.whole)]);
    const usual = await looks();
    const write = async (text) => {
      await field(card).fill(text);
      if (enter) await page.keyboard.press('Enter');
    };
    for (const text of wrong) {
      await write(text);
      await expect(whole(card)).toHaveAttribute('data-stale', 'entry');
      await expect(standsFor(card)).toHaveText([said]);
      await expect(standsFor(card)).toBeVisible();
      const now = await looks();
      expect(now[0]).not.toBe(usual[0]);
      expect(now[1]).not.toBe(usual[1]);
      // The last question that has an answer is what the page is told of.
      expect(await total(card)).toEqual(known);
      await field(card).blur();
      await expect(whole(card)).toHaveAttribute('data-stale', 'entry');
    }
    await expect(announcement(card)).toContainText(said);
    const told = await page.evaluate(() => window.changes.length);
    await write(right);
    await expect(whole(card)).not.toHaveAttribute('data-stale');
    await expect(standsFor(card)).toHaveCount(0);
    expect(await looks()).toEqual(usual);
    expect(await page.evaluate(() => window.changes.length)).toBe(told + 1);
    await expect(announcement(card)).toContainText(/per month|a month on average/);
  });
}

test('what is put back to what it was is understood at once', async ({ show }) => {
  const card = await (await show(CHAT))().ready();
  await card.field(USERS).fill('25,000 or so');
  await expect(standsFor(card)).toHaveText(['This price is for 25,000 users.']);
  await card.field(USERS).fill('25000');
  await expect(whole(card)).not.toHaveAttribute('data-stale');
});

test('several fields are told apart, and each is mended by itself', async ({ show }) => {
  const card = await (await show(CHAT))().ready();
  await card.field(USERS).fill('many');
  await card.field('Months').fill('for ever');
  await expect(standsFor(card)).toHaveText(['This price is for 25,000 users.', 'This price is for 12 months.']);
  await card.field(USERS).fill('30000');
  await expect(standsFor(card)).toHaveText(['This price is for 12 months.']);
  // What else is chosen says nothing of it.
  await card.edition('Premium').check();
  await expect(standsFor(card)).toHaveText(['This price is for 12 months.']);
  await expect(card.field('Months')).toHaveValue('for ever');
});

for (const [what, settings, value] of /** @type {const} */ ([
  ['its attribute', { demand: 'mau=7000' }, '7,000'],
  ['another product', { product: 'push', demand: null }, undefined],
])) {
  test(`the page mends it by ${what}`, async ({ show }) => {
    const card = await (await show(CHAT))().ready();
    await card.field(USERS).fill('many');
    await expect(whole(card)).toHaveAttribute('data-stale', 'entry');
    await card.host.evaluate(async (element, settings) => {
      for (const [name, value] of Object.entries(settings)) {
        if (value === null) element.removeAttribute(name);
        else element.setAttribute(name, value);
      }
      await element.settled();
    }, settings);
    await expect(whole(card)).not.toHaveAttribute('data-stale');
    if (value) await expect(card.field(USERS)).toHaveValue(value);
  });
}

test('other views say it, too, and the field keeps what was written', async ({ show }) => {
  const card = await (await show(CHAT))().ready();
  await card.field(USERS).fill('60 users or so');
  for (const name of ['Compare', 'Features', 'Chart']) {
    await tab(card, name).click();
    await expect(whole(card)).toHaveAttribute('data-stale', 'entry');
    await expect(note(card)).toHaveText('“60 users or so” is not understood. This price is for 25,000 users.');
    await expect(note(card)).toBeInViewport();
  }
  // Asked for otherwise, it is understood.
  await tab(card, 'Calculator').click();
  await expect(card.field(USERS)).toHaveValue('60 users or so');
  await expect(card.field(USERS)).toHaveAttribute('aria-invalid', 'true');
  await expect(standsFor(card)).toHaveText(['This price is for 25,000 users.']);
  await tab(card, 'Chart').click();
  await card.host.getByRole('slider').press('ArrowRight');
  await expect(note(card)).toHaveCount(0);
  await expect(whole(card)).not.toHaveAttribute('data-stale');
  await tab(card, 'Calculator').click();
  await expect(card.field(USERS)).not.toHaveAttribute('aria-invalid');
});

test('what was written is told without its end, where it is long', async ({ show }) => {
  const card = await (await show(CHAT))().ready();
  await card.field(USERS).fill('x'.repeat(5000));
  await tab(card, 'Chart').click();
  await expect(note(card)).toContainText(`“${'x'.repeat(60)}…” is not understood.`);
});

test('a month that is pasted over is understood', async ({ show }) => {
  const card = await (await show(CHAT))().ready();
  await byMonth(card).check();
  await month(card, 'Jan 2027').fill('many');
  await month(card, 'Feb 2027').fill('more');
  await expect(standsFor(card)).toHaveCount(2);
  await month(card, 'Jan 2027').evaluate((field) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text', '25000\t25000');
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  await expect(whole(card)).not.toHaveAttribute('data-stale');
  await expect(month(card, 'Jan 2027')).toHaveValue('25,000');
});

for (const [language, said, text] of [
  ['zh-CN', '此价格对应 25,000 位用户。', '无法识别“many”。'],
  ['ja', 'この料金は25,000人の場合です。', '「many」を読み取れません。'],
  ['id', 'Harga ini untuk 25.000 pengguna.', '“many” tidak dipahami.'],
]) {
  test(`it is said in the language of the page, ${language}`, async ({ show }) => {
    const card = await (await show(CHAT.replace('<rate-card', `<rate-card lang="${language}"`)))().ready();
    await card.host.locator('#dimension-mau').fill('many');
    await expect(standsFor(card)).toHaveText([said]);
    await card.host.locator('#tab-chart').click();
    await expect(note(card)).toContainText(text);
  });
}
