// Which edition? Every edition under the same numbers, as the engine answers them.
import { compare, rateCard } from '../../../pkg/node.js';
import { expect, test } from '../element.mjs';

const AS_OF = '2026-11-20';
/** Questions to cards of every shape: overage, add-ons and packs, bundles, one edition alone. */
const QUESTIONS = [
  { product: 'chat', months: 12, demand: { mau: 25000, members_per_group: 500 } },
  { product: 'desk', months: 12, demand: { licenses: 10, ai_messages: 300000, concurrent_chats: 4 } },
  { product: 'contact-center', months: 2, demand: { licenses: 7, sip_phones: 2 } },
  { product: 'push', months: 1, demand: {} },
];
const element = ({ product, months, demand }) => {
  const pairs = Object.entries(demand).map(([id, quantity]) => `${id}=${quantity}`);
  return `<rate-card view="compare" product="${product}" as-of="${AS_OF}" months="${months}" demand="${pairs.join(' ')}"></rate-card>`;
};
const answer = ({ product, months, demand }) => compare({ as_of: AS_OF, months, items: [{ product, demand }] });
const row = (card, name) => card.host.locator(`tr[data-row="${name}"]`);
const cell = (row, edition) => row.locator(`td[data-edition="${edition}"]`);
const exact = (cell) => cell.locator('[data-value]').first();

for (const question of QUESTIONS) {
  test(`${question.product}: every cell is what the engine answers`, async ({ show }) => {
    const card = await (await show(element(question)))().ready();
    const { editions, cheapest } = answer(question);
    expect(editions.length).toBeGreaterThan(0);
    const known = rateCard(editions[0].rate_card);
    await expect(card.host.getByRole('columnheader')).toHaveCount(editions.length + 1);
    for (const item of editions) {
      const { edition } = item;
      const { trial } = known.editions.find(({ id }) => id === edition);
      if (trial) {
        // It is free for its own time, and no other time is asked about.
        await expect(cell(row(card, 'month'), edition)).toHaveText(/^Free for \d+ (days?|months?)$/);
        await expect(cell(row(card, 'whole'), edition)).toContainText('Ends on');
        const verdict = cell(row(card, 'fits'), edition).locator('[part="verdict"]');
        await expect(verdict).toHaveAttribute('data-fits', String(item.fits));
        continue;
      }
      const month = exact(cell(row(card, 'month'), edition));
      const isExact = Number(item.per_month) * question.months === Number(item.total);
      await expect(month).toHaveAttribute(isExact ? 'data-value' : 'data-rounded', item.per_month);
      await expect(exact(cell(row(card, 'whole'), edition))).toHaveAttribute('data-value', item.total);
      const fits = cell(row(card, 'fits'), edition);
      await expect(fits.locator('[part="verdict"]')).toHaveAttribute('data-fits', String(item.fits));
      const problems = await fits.locator('[data-problem]').evaluateAll((all) => all.map((one) => one.dataset.problem));
      expect(problems).toEqual(item.problems.map((problem) => problem.code));
      await expect(fits.locator('[data-verdict="cheapest"]')).toHaveCount(edition === cheapest ? 1 : 0);
      for (const charge of known.charges) {
        const line = item.lines.find((line) => line.charge === charge.id);
        const there = cell(card.host.locator(`tr[data-charge="${charge.id}"]`), edition);
        if (line) await expect(exact(there)).toHaveAttribute('data-value', line.amount);
        else
          await expect(there.locator('[data-kind="not-sold"], [data-kind="nothing"] [data-value="0"]')).toHaveCount(1);
      }
      for (const dimension of known.dimensions) {
        const quota = item.quotas.find((quota) => quota.dimension === dimension.id);
        const there = cell(card.host.locator(`tr[data-dimension="${dimension.id}"]`), edition);
        if (!quota) {
          await expect(there).toHaveText('None included');
          continue;
        }
        const limit = there.locator('[data-status]');
        await expect(limit).toHaveAttribute('data-status', quota.status);
        await expect(limit).toHaveAttribute('data-demand', String(quota.demand));
        if (quota.limit === null) await expect(there).toContainText('Unlimited');
        else await expect(exact(there)).toHaveAttribute('data-value', String(quota.limit));
        if (quota.demand > 0) await expect(there.locator('[part="fate"]')).toContainText('needed:');
      }
    }
    await expect(card.host.locator('[data-verdict="cheapest"]')).toHaveCount(cheapest ? 1 : 0);
  });
}

test('which edition: the cheapest that fits, why not the cheaper one, and it is chosen', async ({ show }) => {
  const [question] = QUESTIONS;
  const card = await (await show(element({ ...question, demand: {} })))().ready();
  await card.field('Monthly active users').fill('25000');
  await card.host.getByText('What else you need').click();
  await card.field('Members of one group').fill('500');
  await card.field('Months').fill('12');
  const { cheapest } = answer(question);
  const best = cell(row(card, 'fits'), cheapest);
  await expect(best).toHaveText('Lowest price that fits');
  await expect(cell(row(card, 'fits'), 'standard')).toContainText('500 members needed');
  await expect(cell(card.host.locator('tr[data-dimension="members_per_group"]'), 'standard')).toContainText(
    'more than there can be',
  );
  await card.edition('Premium').check();
  const request = await card.host.evaluate((element) => element.request);
  expect(request.items[0].edition).toBe(cheapest);
  const estimate = await card.host.evaluate((element) => element.estimate);
  await expect(exact(cell(row(card, 'whole'), cheapest))).toHaveAttribute('data-value', estimate.items[0].total);
});

test('the rows stay where they are while numbers change', async ({ show }) => {
  const card = await (await show(element(QUESTIONS[1])))().ready();
  await card.host.locator('tr').evaluateAll((rows) => rows.forEach((row) => (row.marked = true)));
  await card.field('Desk licenses').fill('20');
  await card.field('AI agent messages').fill('0');
  const changed = answer({ ...QUESTIONS[1], demand: { licenses: 20, concurrent_chats: 4 } });
  for (const item of changed.editions) {
    await expect(exact(cell(row(card, 'whole'), item.edition))).toHaveAttribute('data-value', item.total);
  }
  expect(await card.host.locator('tr').evaluateAll((rows) => rows.every((row) => row.marked))).toBe(true);
});

test('the keyboard alone: numbers, then the edition', async ({ page, show }) => {
  const card = await (await show(element({ ...QUESTIONS[0], months: 1, demand: {} })))().ready();
  const turnTo = async (control, key) => {
    for (let steps = 0; steps < 20; steps += 1) {
      if (await control.evaluate((input) => input.getRootNode().activeElement === input)) break;
      await page.keyboard.press(key);
    }
    await expect(control).toBeFocused();
  };
  await page.keyboard.press('Tab');
  await turnTo(card.field('Monthly active users'), 'Tab');
  await page.keyboard.type('25000');
  // The answer stands before the question.
  await turnTo(card.edition('Standard'), 'Shift+Tab');
  await page.keyboard.press('ArrowRight');
  await expect(card.edition('Premium')).toBeChecked();
  const request = await card.host.evaluate((element) => element.request);
  expect(request.items[0]).toMatchObject({ edition: 'premium', demand: { mau: 25000 } });
});

test('a price that changes is announced once the visitor pauses', async ({ show }) => {
  const card = await (await show(element({ ...QUESTIONS[0], months: 1, demand: {} })))().ready();
  await card.edition('Premium').check();
  await expect(card.host.locator('[part="announcement"]')).toContainText('Premium:');
});

for (const [width, beside] of /** @type {const} */ ([
  [1024, true],
  [320, false],
])) {
  test(`headings stay in sight at ${width} px, and cells in their column`, async ({ page, show }) => {
    await page.setViewportSize({ width, height: 500 });
    const card = await (await show(element(QUESTIONS[0])))().ready();
    const table = card.host.getByRole('table', { name: 'Every edition with your numbers' });
    await expect(table.getByRole('rowheader', { name: 'Plan', exact: true })).toBeVisible();
    await table.getByRole('rowheader', { name: 'Days that messages are kept' }).scrollIntoViewIfNeeded();
    for (const edition of ['standard', 'premium']) {
      const head = card.host.locator(`th[data-edition="${edition}"]`);
      await expect(head).toBeInViewport({ ratio: 0.9 });
      const [above, below] = [
        await head.boundingBox(),
        await cell(card.host.locator('tr[data-dimension="history_days"]'), edition).boundingBox(),
      ];
      expect(Math.abs(above.x - below.x)).toBeLessThan(2);
    }
    const heading = await table.getByRole('rowheader', { name: 'Days that messages are kept' }).boundingBox();
    const first = await cell(card.host.locator('tr[data-dimension="history_days"]'), 'trial').boundingBox();
    expect(first.x >= heading.x + heading.width - 1).toBe(beside);
  });
}
