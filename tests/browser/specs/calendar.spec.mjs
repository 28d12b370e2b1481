// What is paid in each month and for what, how long that lasts, and what is left in packs: as a picture and as a table.
import { readFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '../element.mjs';

const MAINLAND =
  'product="contact-center-cn" edition="standard" demand="seats=1 landline_numbers=1 outbound_minutes=2600"';
const CHAT = 'product="chat" edition="standard" demand="mau=25000"';
const body = (attributes, months) =>
  `<main><h1>Prices</h1><rate-card as-of="2026-11-20" months="${months}" ${attributes}></rate-card></main>`;
const HEAD = '<meta name="color-scheme" content="light dark"><script type="module" src="/pkg/element.js"></script>';
const calendar = (card) => card.host.locator('[part="calendar"]');
const marks = (card, kind) =>
  calendar(card)
    .locator(`[data-mark="${kind}"]`)
    .evaluateAll((all) => all.map(({ dataset }) => dataset.value));
const answer = (card) => card.host.evaluate(({ estimate }) => estimate);
const sum = (amounts) => amounts.reduce((all, amount) => all + Number(amount), 0);

for (const months of [1, 2, 12, 36]) {
  test(`it shows what the engine says, ${months} months of 30 days`, async ({ show }) => {
    const card = await (await show(body(MAINLAND, months)))().ready();
    const { schedule, items } = await answer(card);
    const paid = await calendar(card)
      .locator('[data-mark="payment"]')
      .evaluateAll((all) =>
        all.map((column) => ({
          month: column.dataset.value,
          said: column.querySelector('title').textContent,
          amounts: [...column.querySelectorAll('[data-money]')].map(({ dataset }) => dataset.value),
        })),
      );
    for (const { month, said, amounts } of paid) {
      const ofMonth = schedule.filter(({ on }) => on.startsWith(month));
      expect(sum(amounts), month).toBeCloseTo(sum(ofMonth.map(({ amount }) => amount)), 6);
      expect(said).toContain(sum(amounts).toLocaleString('en'));
    }
    expect(sum(paid.flatMap(({ amounts }) => amounts))).toBeCloseTo(Number(items[0].total), 6);

    // As each month begins, packs hold what was bought, less what was used and what has expired.
    const packs = items[0].packs.flatMap(({ purchases }) => purchases);
    expect(packs.length).toBeGreaterThan(0);
    const left = (await marks(card, 'left')).map(Number);
    expect(left).toHaveLength(months);
    expect(left[0]).toBe(sum(packs.filter(({ month }) => month === 0).map(({ quantity }) => quantity)));
    expect(left.every((units) => units <= sum(packs.map(({ quantity }) => quantity)))).toBe(true);
    const renewed = items[0].lines.find(({ charge }) => charge === 'seats').entries;
    expect(await calendar(card).locator('[data-lane="seats"] [data-mark="life"]').count()).toBe(renewed.length);

    // What expires before the last month ends is lost, what lives on is left.
    const end = renewed.at(-1).covers.to;
    const rest = (lost) => sum(packs.filter(({ expires }) => expires <= end === lost).map(({ unused }) => unused));
    const notes = [
      [rest(true), 'expire unused'],
      [rest(false), 'left over at the end'],
    ].filter(([units]) => units > 0);
    const said = calendar(card).locator('.cal-notes li:has([data-figure="rest"])');
    await expect(said).toHaveCount(notes.length);
    for (const [place, [units, words]] of notes.entries()) {
      await expect(said.nth(place)).toContainText(words);
      await expect(said.nth(place).locator('[data-figure="rest"]')).toHaveAttribute('data-value', String(units));
    }
    const first = Number(schedule[0].amount).toLocaleString('en');
    await expect(calendar(card).getByRole('heading')).toContainText(first);
    await expect(calendar(card).getByRole('img', { name: first })).toBeVisible();
  });
}

test('a single payment needs none; the end of a trial is marked', async ({ show }) => {
  const card = await (await show(body('product="chat"', 1)))().ready();
  await expect(calendar(card)).toBeHidden();
  await card.field('Months').fill('3');
  await expect(calendar(card)).toBeVisible();
  await expect(calendar(card)).toContainText('Each column');
  await expect(calendar(card).getByRole('heading')).toHaveText(/then \$399 a month$/);
  expect(await marks(card, 'trial-end')).toEqual([]);
  await card.host.locator('[data-edition="trial"] input').check();
  const { items } = await answer(card);
  const { on } = items[0].problems.find(({ code }) => code === 'trial_ends');
  await expect.poll(() => marks(card, 'trial-end')).toEqual([on]);
  // Nothing is paid for it, so there is nothing in a column, and nothing to say of columns.
  await expect(calendar(card).locator('[data-money]')).toHaveCount(0);
  await expect(calendar(card)).not.toContainText('Each column');
});

test('every payment has its arithmetic, months have sums, and all can be saved', async ({ page, show }) => {
  const card = await (await show(body(CHAT, 3)))().ready();
  await card.host.locator('summary', { hasText: 'What is paid when' }).click();
  const rows = card.host.locator('[data-on]');
  const { items } = await answer(card);
  const entries = items[0].lines.flatMap(({ charge, entries }) => entries.map((entry) => ({ charge, ...entry })));
  await expect(rows).toHaveCount(entries.length);
  const shown = await rows.evaluateAll((all) =>
    all.map((row) => {
      const value = (name) => row.querySelector(`[data-figure="${name}"]`).dataset.value;
      const [amount, soFar] = [...row.querySelectorAll('.number [data-value]')].map(({ dataset }) => dataset.value);
      const { on, for: charge } = row.dataset;
      return { on, charge, quantity: value('quantity'), price: value('price'), amount, soFar };
    }),
  );
  let soFar = 0;
  for (const [place, { on, charge, quantity, price, amount, ...row }] of shown.entries()) {
    const entry = entries.find((one) => one.on === on && one.charge === charge);
    expect([quantity, price, amount]).toEqual([String(entry.quantity), entry.unit_price, entry.amount]);
    expect(on >= (shown[place - 1]?.on ?? '')).toBe(true);
    soFar += Number(amount);
    expect(Number(row.soFar)).toBe(soFar);
  }
  expect(soFar).toBe(Number(items[0].total));
  const december = shown.filter(({ on }) => on.startsWith('2026-12'));
  expect(december.length).toBeGreaterThan(1);
  const ofMonth = card.host.locator('[data-sum="2026-12"] [part="amount"]');
  await expect(ofMonth).toHaveAttribute('data-value', String(sum(december.map(({ amount }) => amount))));

  const saving = page.waitForEvent('download');
  await card.host.getByRole('button', { name: 'Download CSV' }).click();
  const file = await saving;
  expect(file.suggestedFilename()).toMatch(/^chat-standard-\d{4}-\d\d-\d\d\.csv$/);
  const lines = (await readFile(await file.path(), 'utf8')).split('\r\n');
  const heads = 'Product,Edition,Asked for,Date,What for,Quantity,Price of each,Amount,Total so far,Currency';
  expect(lines[0]).toBe(`\ufeff${heads}`);
  const days = lines.slice(1, -2).map((line) => /,(\d{4}-\d\d-\d\d),/.exec(line)?.[1]);
  expect(days).toEqual(shown.map(({ on }) => on));
  for (const line of lines.slice(1, -1)) expect(line).toMatch(/^Chat,Standard,"[^"]*3 months from [^"]+",/);
  expect(lines.at(-3)).toContain(`,${items[0].total},USD`);
  expect(lines.at(-2)).toMatch(new RegExp(`",,Total,,,${items[0].total},,USD$`));
});

for (const [colorScheme, width, language] of /** @type {const} */ ([
  ['light', 320, 'zh-CN'],
  ['dark', 768, 'ja'],
  ['dark', 1440, 'en'],
])) {
  for (const [months, question] of /** @type {const} */ ([
    [1, CHAT],
    [12, CHAT],
    [36, MAINLAND],
  ])) {
    test(`words have room, and axe finds nothing, ${colorScheme}, ${width} px, ${months} months`, async ({
      page,
      show,
    }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.setViewportSize({ width, height: 800 });
      const card = await (await show(body(`lang="${language}" ${question}`, months), HEAD))().ready();
      const { violations } = await new AxeBuilder({ page }).include('rate-card').analyze();
      expect(violations).toEqual([]);
      const picture = calendar(card).locator('.cal-picture');
      const { frame, drawn, rows } = await picture.evaluate((it) => {
        const side = (node) => {
          const { left, right, top, bottom } = node.getBoundingClientRect();
          return { left, right, top, bottom };
        };
        const isSeen = (word) => getComputedStyle(word).display !== 'none';
        const words = (kind) => [...it.querySelectorAll(kind)].filter(isSeen).map(side);
        return {
          frame: side(it.closest('.cal-frame')),
          drawn: [...it.querySelectorAll('[data-money]')].map(side),
          rows: ['.cal-amount', '.cal-month', '.cal-year'].map(words),
        };
      });
      for (const { left, right } of [...drawn, ...rows.flat()]) {
        expect(left).toBeGreaterThanOrEqual(frame.left - 1);
        expect(right).toBeLessThanOrEqual(frame.right + 1);
      }
      for (const row of rows) {
        expect(row.length).toBeGreaterThan(0);
        for (const [index, word] of row.entries()) {
          for (const other of row.slice(index + 1)) {
            const isBeside = word.right < other.left || other.right < word.left;
            expect(isBeside || word.bottom <= other.top + 1 || other.bottom <= word.top + 1).toBe(true);
          }
        }
      }
    });
  }
}

/** A number for each month that is more than the one before. */
const growing = (months) => Array.from({ length: months }, (_, month) => Math.round(10_000 * 1.1 ** month));

for (const width of [390, 1440]) {
  test(`amounts stand over no column but their own, ${width} px`, async ({ page, show }) => {
    await page.setViewportSize({ width, height: 800 });
    const card = await (await show('<rate-card product="chat"></rate-card>', HEAD))().ready();
    await card.host.evaluate((element, request) => (element.request = request), {
      as_of: '2026-11-20',
      start: '2027-01-01',
      months: 12,
      items: [{ product: 'chat', edition: 'standard', demand: { mau: growing(12) } }],
    });
    await card.settled();
    const words = await calendar(card)
      .locator('.cal-picture')
      .evaluate((it) => {
        const box = (node) => node.getBoundingClientRect();
        const columns = [...it.querySelectorAll('.cal-column')].map(box);
        const seen = [...it.querySelectorAll('.cal-amount')].filter(
          (word) => getComputedStyle(word).display !== 'none',
        );
        return seen.map((word) => {
          const { left, right, top, bottom } = box(word);
          const middle = (top + bottom) / 2;
          const over = columns.filter((one) => one.left < right && left < one.right && one.top < middle);
          return { text: word.textContent, over: over.length };
        });
      });
    expect(words.length).toBeGreaterThan(1);
    for (const { text, over } of words) expect(over, text).toBe(0);
    // The largest is told at every width.
    const largest = await card.host.evaluate(({ estimate }) =>
      Math.max(...estimate.schedule.map(({ amount }) => Number(amount))),
    );
    const told = words.map(({ text }) => Number(text.replace(/[^\d.]/g, '')));
    expect(told.some((amount) => Math.abs(amount - largest) < 0.01)).toBe(true);
  });
}

test('a lane says from when to when it covers, to its last day', async ({ show }) => {
  const card = await (
    await show('<rate-card product="chat" as-of="2026-11-20" start="2027-01-01" months="12"></rate-card>', HEAD)
  )().ready();
  const lane = calendar(card).locator('.cal-lane').first();
  await expect(lane).toContainText('renewed every month, covers Jan 1, 2027 to Dec 31, 2027');
});
