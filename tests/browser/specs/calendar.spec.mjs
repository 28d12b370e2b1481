// What is paid, bought and lost when, as a picture.
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '../element.mjs';

const MAINLAND =
  'product="contact-center-cn" edition="standard" demand="seats=1 landline_numbers=1 outbound_minutes=2600"';
const body = (attributes, months) =>
  `<main><h1>Prices</h1><rate-card as-of="2026-11-20" months="${months}" ${attributes}></rate-card></main>`;
const HEAD = '<meta name="color-scheme" content="light dark"><script type="module" src="/pkg/element.js"></script>';
const calendar = (card) => card.host.locator('[part="calendar"]');
const marks = (card, kind) =>
  calendar(card)
    .locator(`[data-mark="${kind}"]`)
    .evaluateAll((all) => all.map(({ dataset }) => dataset.value));
const answer = (card) => card.host.evaluate(({ estimate }) => estimate);

for (const months of [2, 12, 36]) {
  test(`it shows what the engine says, ${months} months of 30 days`, async ({ show }) => {
    const card = await (await show(body(MAINLAND, months)))().ready();
    const { schedule, items } = await answer(card);
    expect(await marks(card, 'payment')).toEqual(schedule.map(({ on }) => on));
    const [{ on, amount }] = schedule;
    const first = calendar(card).locator(`[data-mark="payment"][data-value="${on}"] title`);
    expect(await first.textContent()).toContain(Number(amount).toLocaleString('en'));
    const packs = items[0].packs.flatMap(({ purchases }) => purchases);
    expect(packs.length).toBeGreaterThan(0);
    expect(await marks(card, 'used')).toEqual(packs.map(({ used }) => String(used)));
    expect(await marks(card, 'unused')).toEqual(packs.map(({ unused }) => String(unused)));
    // What expires before the last month ends is lost, what lives on is left.
    const end = items[0].lines.find(({ charge }) => charge === 'seats').entries.at(-1).covers.to;
    const rest = (lost) =>
      packs.filter(({ expires }) => expires <= end === lost).reduce((sum, { unused }) => sum + unused, 0);
    const notes = [
      [rest(true), 'expire unused'],
      [rest(false), 'left over at the end'],
    ].filter(([units]) => units > 0);
    expect(notes).not.toEqual([]);
    const said = calendar(card).getByRole('listitem');
    await expect(said).toHaveCount(notes.length);
    for (const [place, [units, words]] of notes.entries()) {
      await expect(said.nth(place)).toContainText(words);
      await expect(said.nth(place).locator('[data-figure="rest"]')).toHaveAttribute('data-value', String(units));
    }
    await expect(calendar(card).getByRole('img', { name: 'Calendar' })).toBeVisible();
  });
}

test('one month needs none; the end of a trial is marked', async ({ show }) => {
  const card = await (await show(body('product="chat"', 1)))().ready();
  await expect(calendar(card)).toBeHidden();
  await card.field('Months').fill('3');
  await expect(calendar(card)).toBeVisible();
  await expect(calendar(card)).toContainText('Columns');
  expect(await marks(card, 'trial-end')).toEqual([]);
  await card.host.locator('[data-edition="trial"] input').check();
  const { items } = await answer(card);
  const { on } = items[0].problems.find(({ code }) => code === 'trial_ends');
  await expect.poll(() => marks(card, 'trial-end')).toEqual([on]);
  // Nothing is paid for it, so there is no column and nothing to say of columns.
  expect(await marks(card, 'payment')).toEqual([]);
  await expect(calendar(card)).not.toContainText('Columns');
});

for (const [colorScheme, width, language] of /** @type {const} */ ([
  ['light', 320, 'zh-CN'],
  ['dark', 1440, 'en'],
])) {
  test(`it is as wide as there is room, and axe finds nothing, ${colorScheme}, ${width} px`, async ({ page, show }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 800 });
    const card = await (await show(body(`lang="${language}" ${MAINLAND}`, 36), HEAD))().ready();
    const { violations } = await new AxeBuilder({ page }).include('rate-card').analyze();
    expect(violations).toEqual([]);
    const picture = calendar(card).getByRole('img');
    const { frame, drawn, names } = await picture.evaluate((it) => {
      const side = (node) => (({ left, right }) => ({ left, right }))(node.getBoundingClientRect());
      const isSeen = (name) => getComputedStyle(name).visibility === 'visible';
      return {
        frame: side(it.parentElement),
        drawn: [...it.querySelectorAll('[data-mark]')].map(side),
        names: [...it.querySelectorAll('text')].filter(isSeen).map(side),
      };
    });
    for (const { left, right } of [...drawn, ...names]) {
      expect(left).toBeGreaterThanOrEqual(frame.left - 1);
      expect(right).toBeLessThanOrEqual(frame.right + 1);
    }
    expect(names.length).toBeGreaterThan(1);
    for (const [index, name] of names.slice(1).entries()) expect(name.left).toBeGreaterThan(names[index].right);
  });
}
