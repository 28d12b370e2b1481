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
const element = ({ product, months, demand }, more = '') => {
  const pairs = Object.entries(demand).map(([id, quantity]) => `${id}=${quantity}`);
  return `<rate-card view="compare" product="${product}" as-of="${AS_OF}" months="${months}" demand="${pairs.join(' ')}" ${more}></rate-card>`;
};
const answer = ({ product, months, demand }, requires = []) =>
  compare({ as_of: AS_OF, months, items: [{ product, demand, requires }] });
const head = (card, edition) => card.host.locator(`th[data-edition="${edition}"]`);
const row = (card, kind, id) => card.host.locator(`tr[data-${kind}="${id}"]`);
const cell = (row, edition) => row.locator(`td[data-edition="${edition}"]`);
const exact = (cell) => cell.locator('[data-value]').first();
/** The editions whose columns are seen. */
const columns = (card) =>
  card.host
    .locator('th[data-edition]')
    .evaluateAll((all) => all.filter((one) => one.checkVisibility()).map((one) => one.dataset.edition));

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
      const there = head(card, edition);
      await expect(there.locator('[part="verdict"]')).toHaveAttribute('data-fits', String(item.fits));
      if (trial) {
        // It is free for its own time, and no other time is asked about.
        await expect(there.locator('.column-price')).toHaveText(/^Free for \d+ (days?|months?)$/);
        await expect(there.locator('[part="column-whole"]')).toContainText('Ends on');
        continue;
      }
      const isExact = Number(item.per_month) * question.months === Number(item.total);
      const month = exact(there.locator('.column-price'));
      await expect(month).toHaveAttribute(isExact ? 'data-value' : 'data-rounded', item.per_month);
      const isMore = question.months > 1 && Number(item.total) > 0;
      const whole = there.locator('[part="column-whole"] .amount');
      await expect(whole).toHaveCount(isMore ? 1 : 0);
      if (isMore) await expect(whole).toHaveAttribute('data-value', item.total);
      const told = await there.locator('[data-problem]').evaluateAll((all) => all.map((one) => one.dataset.problem));
      expect(told).toEqual(item.problems.map((problem) => problem.code).slice(0, 2));
      await expect(there.locator('[data-verdict="cheapest"]')).toHaveCount(edition === cheapest ? 1 : 0);
      for (const charge of known.charges) {
        const line = item.lines.find((line) => line.charge === charge.id);
        const there = cell(row(card, 'charge', charge.id), edition);
        if (line) await expect(exact(there)).toHaveAttribute('data-value', line.amount);
        else
          await expect(there.locator('[data-kind="not-sold"], [data-kind="nothing"] [data-value="0"]')).toHaveCount(1);
      }
      for (const dimension of known.dimensions) {
        const there = cell(row(card, 'dimension', dimension.id), edition);
        const quota = item.quotas.find((quota) => quota.dimension === dimension.id);
        if (!quota) {
          // Nothing of it is included anywhere, or not here.
          for (const text of await there.allTextContents()) expect(text).toBe('None included');
          continue;
        }
        const limit = there.locator('[data-status]');
        if ((dimension.allowance ?? dimension.limit) === undefined) continue;
        await expect(limit).toHaveAttribute('data-status', quota.status);
        await expect(limit).toHaveAttribute('data-demand', String(quota.demand));
        if (quota.limit === null) await expect(there).toContainText('Unlimited');
        else await expect(exact(there)).toHaveAttribute('data-value', String(quota.limit));
        if (quota.demand > 0) await expect(there.locator('[part="fate"]')).toContainText('needed:');
        const problem = item.problems.find((problem) => problem.dimension === dimension.id);
        if (problem) await expect(there).toHaveAttribute('data-problem', problem.code);
        else await expect(there).not.toHaveAttribute('data-problem');
      }
    }
    await expect(card.host.locator('[data-verdict="cheapest"]')).toHaveCount(cheapest ? 1 : 0);
    await expect(card.host.locator('.sheet[data-best]')).toHaveCount(cheapest ? 1 : 0);
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
  await expect(head(card, cheapest).locator('[part="verdict"]')).toHaveText('Lowest price that fits');
  await expect(head(card, 'standard').locator('[part="verdict"]')).toHaveText('Not for 500 members');
  await expect(cell(row(card, 'dimension', 'members_per_group'), 'standard')).toContainText('more than there can be');
  await card.edition('Premium').check();
  const request = await card.host.evaluate((element) => element.request);
  expect(request.items[0].edition).toBe(cheapest);
  const estimate = await card.host.evaluate((element) => element.estimate);
  const whole = head(card, cheapest).locator('[part="column-whole"] .amount');
  await expect(whole).toHaveAttribute('data-value', estimate.items[0].total);
});

test('a feature that is needed rules an edition out, at its head and in its cell', async ({ show }) => {
  const question = { ...QUESTIONS[0], demand: {} };
  const card = await (await show(element(question)))().ready();
  const wanted = row(card, 'feature', 'community-groups');
  await expect(wanted).toBeHidden();
  const title = card.host.getByRole('button', { name: 'Communities and groups' });
  await expect(title).toHaveAttribute('aria-expanded', 'false');
  await title.click();
  await expect(title).toHaveAttribute('aria-expanded', 'true');
  await wanted.getByRole('checkbox').check();
  const { editions, cheapest } = answer(question, ['community-groups']);
  for (const { edition, problems } of editions) {
    const isMissing = problems.some(({ code }) => code === 'missing_feature');
    const there = cell(wanted, edition);
    await expect(there.locator('[part="fate"]')).toHaveCount(isMissing ? 1 : 0);
    if (isMissing) {
      await expect(there).toHaveText('Noneeded: not there');
      await expect(head(card, edition)).toContainText('Without Communities');
    }
  }
  await expect(head(card, cheapest).locator('[data-verdict="cheapest"]')).toBeVisible();
  await expect(card.host.locator('#needs')).toContainText('1 ticked');
});

test('what is alike is left out, and counted, until it is asked for', async ({ show }) => {
  const card = await (await show(element(QUESTIONS[0])))().ready();
  const alike = row(card, 'charge', 'mau-overage')
    .or(row(card, 'charge', 'overage'))
    .first();
  const rows = card.host.locator('tbody tr:is([data-feature], [data-dimension], [data-charge])');
  const known = await rows.evaluateAll((all) => all.map((one) => one.hasAttribute('data-alike')));
  const count = known.filter(Boolean).length;
  expect(count).toBeGreaterThan(0);
  await expect(card.host.locator('#count')).toHaveText(`${known.length - count} of ${known.length} rows`);
  for (const one of await rows.and(card.host.locator('[data-alike]')).all()) await expect(one).toBeHidden();
  await card.host.getByRole('button', { name: `${count} alike in every edition to buy` }).click();
  const only = card.host.getByRole('switch', { name: 'Only where editions differ' });
  await expect(only).not.toBeChecked();
  await expect(only).toBeFocused();
  await expect(card.host.locator('.left-out')).toHaveCount(0);
  await expect(card.host.locator('#count')).toHaveText(`${known.length} of ${known.length} rows`);
  const folded = card.host.locator('[part="group-title"][aria-expanded="false"]');
  for (let left = await folded.count(); left > 0; left -= 1) await folded.first().click();
  for (const one of await rows.all()) await expect(one).toBeVisible();
});

test('what the editions differ in comes first', async ({ show }) => {
  const card = await (await show(element(QUESTIONS[1])))().ready();
  const groups = await card.host
    .locator('.sheet tbody')
    .evaluateAll((all) =>
      all.map((group) => [...group.querySelectorAll('tr[part="feature"]')].map((one) => one.matches('[data-alike]'))),
    );
  expect(groups.flat().some((isAlike) => isAlike)).toBe(true);
  for (const rows of groups) expect(rows).toEqual(rows.toSorted((one, other) => Number(one) - Number(other)));
});

test('the rows stay where they are while numbers change', async ({ show }) => {
  const card = await (await show(element(QUESTIONS[1])))().ready();
  await card.host.locator('tbody:not(.left-out) tr').evaluateAll((rows) => rows.forEach((row) => (row.marked = true)));
  await card.field('Desk licenses').fill('20');
  await card.host.locator('[part="further-inputs"] > summary').click();
  await card.field('AI agent messages').fill('0');
  const changed = answer({ ...QUESTIONS[1], demand: { licenses: 20, concurrent_chats: 4 } });
  for (const { edition, total } of changed.editions.filter(({ edition }) => edition !== 'trial')) {
    const whole = head(card, edition).locator('[part="column-whole"] .amount');
    await expect(whole).toHaveAttribute('data-value', total);
  }
  const rows = card.host.locator('tbody:not(.left-out) tr');
  expect(await rows.evaluateAll((rows) => rows.every((row) => row.marked))).toBe(true);
});

test('the keyboard alone: numbers, then the edition', async ({ page, show }) => {
  const card = await (await show(element({ ...QUESTIONS[0], months: 1, demand: {} })))().ready();
  const turnTo = async (control) => {
    for (let steps = 0; steps < 20; steps += 1) {
      if (await control.evaluate((input) => input.getRootNode().activeElement === input)) break;
      await page.keyboard.press('Tab');
    }
    await expect(control).toBeFocused();
  };
  await page.keyboard.press('Tab');
  await turnTo(card.field('Monthly active users'));
  await page.keyboard.type('25000');
  await turnTo(card.edition('Standard'));
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

test('what is asked leads to its field, wherever that is folded', async ({ show }) => {
  const card = await (await show(element(QUESTIONS[1])))().ready();
  const field = card.field('AI agent messages');
  await expect(field).toBeHidden();
  await card.host.locator('[data-field="dimension-ai_messages"]').click();
  await expect(field).toBeFocused();
});

test('the search stays in the other view', async ({ show }) => {
  const both = element(QUESTIONS[0]).replace('"compare"', '"compare matrix"');
  const card = await (await show(both))().ready();
  const find = card.host.getByRole('searchbox');
  await find.fill('members');
  await card.host.getByRole('tab', { name: 'Features' }).click();
  await expect(find).toHaveValue('members');
  await expect(row(card, 'dimension', 'members_per_group')).toBeVisible();
  await expect(row(card, 'dimension', 'friends')).toBeHidden();
});

for (const [width, height] of [
  [1366, 768],
  [390, 844],
]) {
  for (const question of QUESTIONS) {
    test(`${question.product}: the table begins on the first screen of ${width} × ${height}`, async ({
      page,
      show,
    }) => {
      await page.setViewportSize({ width, height });
      const card = await (await show(element(question)))().ready();
      const table = await card.host.locator('.sheet').boundingBox();
      // With a head of its own above it and the first figures below.
      expect(table.y).toBeLessThan(height * 0.6);
    });
  }
}

test('headings stay in sight on a wide page, and cells in their column', async ({ page, show }) => {
  await page.setViewportSize({ width: 1024, height: 600 });
  const card = await (await show(element(QUESTIONS[0])))().ready();
  const table = card.host.getByRole('table', { name: 'Every edition with your numbers' });
  const last = row(card, 'dimension', 'history_days');
  await expect(table.getByRole('rowheader', { name: 'Plan', exact: true })).toBeVisible();
  await last.scrollIntoViewIfNeeded();
  for (const edition of ['standard', 'premium', 'trial']) {
    await expect(head(card, edition)).toBeInViewport({ ratio: 0.9 });
    const [above, below] = [await head(card, edition).boundingBox(), await cell(last, edition).boundingBox()];
    expect(Math.abs(above.x - below.x)).toBeLessThan(2);
  }
});

test('two at a time on a narrow page, picked at their heads', async ({ page, show }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const card = await (await show(element(QUESTIONS[0])))().ready();
  const { cheapest } = answer(QUESTIONS[0]);
  expect(await columns(card)).toContain(cheapest);
  expect(await columns(card)).toEqual(['standard', 'premium']);
  const last = row(card, 'dimension', 'history_days');
  await expect(cell(last, 'trial')).toBeHidden();
  await expect(card.host.getByRole('table').getByRole('columnheader')).toHaveCount(2);
  await last.scrollIntoViewIfNeeded();
  await expect(head(card, 'standard')).toBeInViewport({ ratio: 0.9 });
  // With the keyboard: the field goes to the column of what is picked.
  const picker = card.host.getByRole('combobox', { name: 'Edition' });
  await picker.first().focus();
  await picker.first().selectOption('Free Trial');
  await expect(card.host.locator('#pick-trial')).toBeFocused();
  expect(await columns(card)).toEqual(['premium', 'trial']);
  await expect(cell(last, 'trial')).toBeVisible();
  await expect(picker.nth(0)).toHaveValue('premium');
  await expect(picker.nth(1)).toHaveValue('trial');
  await card.host.locator('#pick-trial').selectOption('Standard');
  expect(await columns(card)).toEqual(['standard', 'premium']);
  // What is chosen is a matter of its own.
  const request = await card.host.evaluate((element) => element.request);
  expect(request.items[0].edition ?? 'standard').toBe('standard');
});

test('one at a time where text is large, and nothing stands still', async ({ page, show }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const card = await (await show(element(QUESTIONS[0])))().ready();
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('html { font-size: 200% }');
    document.adoptedStyleSheets = [sheet];
  });
  await expect.poll(() => columns(card)).toEqual(['premium']);
  await card.host.getByRole('combobox', { name: 'Edition' }).selectOption('Standard');
  expect(await columns(card)).toEqual(['standard']);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  const position = await card.host.locator('.sheet thead').evaluate((one) => getComputedStyle(one).position);
  expect(position).toBe('static');
});

test('on paper, every group is open', async ({ page, show }) => {
  const card = await (await show(element(QUESTIONS[0])))().ready();
  await page.emulateMedia({ media: 'print' });
  for (const one of await card.host.locator('.sheet tbody tr:not(.left-out tr)').all()) await expect(one).toBeVisible();
  const display = await card.host.locator('.sheet thead').evaluate((one) => getComputedStyle(one).display);
  expect(display).toBe('table-header-group');
});

test('months that differ are folded above what is compared, and their link opens them', async ({ show }) => {
  const card = await (await show(element({ product: 'chat', months: 12, demand: {} })))().ready();
  await card.host.evaluate((it, request) => (it.request = request), {
    as_of: AS_OF,
    months: 12,
    items: [
      {
        product: 'chat',
        edition: 'standard',
        demand: { mau: Array.from({ length: 12 }, (_, month) => 10_000 + month * 1_000) },
      },
    ],
  });
  await card.settled();
  const months = card.host.locator('[data-month] input');
  await expect(months).toHaveCount(12);
  await expect(months.first()).toBeHidden();
  await card.host.locator('details.months-fold > summary').click();
  await expect(months.first()).toBeVisible();
  await card.host.locator('details.months-fold > summary').click();
  await expect(months.first()).toBeHidden();
  await card.host.locator('[data-field="dimension-mau-0"]').first().click();
  await expect(months.first()).toBeFocused();
});
