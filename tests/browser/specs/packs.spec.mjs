// Packs chosen by hand, or planned.
import { AxeBuilder } from '@axe-core/playwright';
import { ownCard, serveCards } from '../cards.mjs';
import { collect, errors, expect, test } from '../element.mjs';

const BODY = `<main><h1>Prices</h1><rate-card product="contact-center-cn" as-of="2026-11-20" edition="standard" months="6"
  demand="seats=1 landline_numbers=1 outbound_minutes=2500"></rate-card></main>`;
const HEAD = '<meta name="color-scheme" content="light dark"><script type="module" src="/pkg/element.js"></script>';
const CHARGE = 'outbound_packs';

const own = (card) => card.host.getByRole('checkbox', { name: 'Choose the packs yourself' });
const packs = (card) => card.host.locator('[part="own-packs"]');
const rows = (card) => packs(card).getByRole('group', { name: /^Pack / });
const size = (card, place) => rows(card).nth(place).getByLabel('Size');
const asked = (card) => card.host.evaluate(({ request }) => request.items[0].buy);
const total = (card) => card.host.evaluate(({ estimate }) => Number(estimate.items[0].total));

test('the plan is where one begins, and one press leads back to it', async ({ show }) => {
  const card = await (await show(BODY))().ready();
  const planned = await card.host.evaluate(({ estimate }) => estimate.items[0].packs[0].purchases);
  const cheapest = await total(card);
  await own(card).check();
  expect(await asked(card)).toEqual({ [CHARGE]: planned.map(({ month, quantity }) => ({ month, quantity })) });
  await expect(rows(card)).toHaveCount(planned.length);
  await expect(size(card, 0)).toHaveValue(planned[0].quantity.toLocaleString('en'));
  await expect(packs(card)).toContainText('As cheap as the cheapest plan');
  expect(await total(card)).toBe(cheapest);
  await packs(card).getByRole('button', { name: 'Add a pack' }).press('Enter');
  await expect(size(card, planned.length)).toBeFocused();
  await expect.poll(() => total(card)).toBeGreaterThan(cheapest);
  const more = (await total(card)) - cheapest;
  await expect(packs(card).locator('[data-figure="by"]')).toHaveAttribute('data-value', String(more));
  await packs(card).getByRole('button', { name: 'Take the cheapest plan' }).press('Enter');
  await expect(own(card)).toBeFocused();
  await expect(own(card)).not.toBeChecked();
  expect(await total(card)).toBe(cheapest);
  expect(await asked(card)).toBeUndefined();
});

test('a size that is not sold is told at its field, and changes nothing', async ({ show }) => {
  const card = await (await show(BODY))().ready();
  await own(card).check();
  const before = await asked(card);
  await size(card, 0).fill('1500');
  await expect(size(card, 0)).toHaveAttribute('aria-invalid', 'true');
  await expect(size(card, 0)).toHaveAccessibleDescription(/packs are sold from 1,000 in steps of 1,000/);
  await size(card, 0).blur();
  await expect(size(card, 0)).toHaveValue('1500');
  expect(await asked(card)).toEqual(before);
  await size(card, 0).fill('3000');
  await expect(size(card, 0)).not.toHaveAttribute('aria-invalid');
  expect((await asked(card))[CHARGE][0].quantity).toBe(3000);
  await rows(card).first().getByLabel('Bought on').selectOption({ index: 2 });
  expect((await asked(card))[CHARGE][0].month).toBe(2);
});

test('what is written in a row stays there while others come and go', async ({ show }) => {
  const card = await (await show(BODY))().ready();
  const buy = [1000, 2000, 3000].map((quantity, month) => ({ month, quantity }));
  await card.host.evaluate(
    async (element, given) => {
      const { request } = element;
      request.items[0].buy = given;
      element.request = request;
      await element.settled();
    },
    { [CHARGE]: buy },
  );
  const isKeptIn = async (place) => {
    await expect(size(card, place)).toHaveValue('1500');
    await expect(size(card, place)).toHaveAttribute('aria-invalid', 'true');
    await expect(rows(card).nth(place)).toHaveAccessibleName(`Pack ${place + 1}`);
    await expect(rows(card).nth(place).getByLabel('Bought on')).toHaveValue('1');
  };
  await size(card, 1).fill('1500');
  await isKeptIn(1);
  await packs(card).getByRole('button', { name: 'Add a pack' }).press('Enter');
  await expect(size(card, 3)).toBeFocused();
  await isKeptIn(1);
  await rows(card).first().getByRole('button', { name: 'Remove' }).press('Enter');
  await expect(rows(card)).toHaveCount(3);
  await isKeptIn(0);
  await expect(size(card, 1)).toHaveValue('3,000');
  // A month that is taken away is not forgotten.
  await card.field('Months').fill('1');
  await expect(rows(card).first().getByRole('option')).toHaveCount(1);
  await card.field('Months').fill('6');
  await expect(rows(card).first().getByRole('option')).toHaveCount(6);
  await isKeptIn(0);
  await size(card, 0).fill('4000');
  expect((await asked(card))[CHARGE].map(({ quantity }) => quantity)).toEqual([4000, 3000, 3000]);
});

test('what is left without cover is said, also without any packs', async ({ show }) => {
  const card = await (await show(BODY))().ready();
  await own(card).check();
  const remove = rows(card).first().getByRole('button', { name: 'Remove' });
  while ((await rows(card).count()) > 0) await remove.press('Enter');
  await expect(packs(card).getByRole('button', { name: 'Add a pack' })).toBeFocused();
  expect(await asked(card)).toEqual({ [CHARGE]: [] });
  await expect(packs(card)).toContainText('without cover in month 1');
  await expect(packs(card)).toContainText('less than the cheapest plan');
  await packs(card).getByRole('button', { name: 'Add a pack' }).click();
  await expect(size(card, 0)).toHaveValue('1,000');
});

test('packs that the page asks for are shown as such', async ({ show }) => {
  const card = await (await show(BODY))().ready();
  await card.host.evaluate(async (element, charge) => {
    const { request } = element;
    request.items[0].buy = { [charge]: [{ month: 1, quantity: 15000 }] };
    element.request = request;
    await element.settled();
  }, CHARGE);
  await expect(own(card)).toBeChecked();
  await expect(rows(card)).toHaveCount(1);
  await expect(size(card, 0)).toHaveValue('15,000');
  await expect(rows(card).first()).toHaveAttribute('data-own-month', '1');
  // A month that is taken away is not forgotten.
  await card.field('Months').fill('1');
  await expect(card.host.locator('[data-total="whole"]')).toHaveAttribute('data-value', /\d/);
  await card.field('Months').fill('6');
  expect(await asked(card)).toEqual({ [CHARGE]: [{ month: 1, quantity: 15000 }] });
});

/** A card of two editions, of which only the large one is sold packs. */
function packsOfOneEdition() {
  const card = ownCard();
  const { source } = card;
  const named = (id, en) => ({ id, label: { en }, source });
  const unit = { en: { one: 'call', other: 'calls' } };
  const tiers = [{ from: 100, price: { large: '0.1' } }];
  return {
    ...card,
    editions: [named('small', 'Small'), named('large', 'Large')],
    dimensions: [{ ...named('calls', 'Calls'), unit, allowance: 0 }],
    charges: [
      { ...named('base', 'Base'), kind: 'prepaid', model: 'flat', price: { small: '10', large: '20' } },
      {
        ...named(CHARGE, 'Packs'),
        kind: 'prepaid',
        model: 'pack',
        dimension: 'calls',
        min: 100,
        step: 100,
        life: 12,
        tiers,
      },
    ],
  };
}

test('they stay with the editions that are sold them', async ({ page, show }) => {
  await collect(page, 'rate-card-error', 'errors');
  await serveCards(page, '/ours.json', packsOfOneEdition());
  const body =
    '<rate-card cards="ours.json" product="ours" edition="large" as-of="2026-06-01" demand="calls=150"></rate-card>';
  const card = await (await show(body))().ready();
  await own(card).check();
  await size(card, 0).fill('700');
  const chosen = { [CHARGE]: [{ month: 0, quantity: 700 }] };
  await expect(card.whole).toHaveAttribute('data-value', '90');

  await card.edition('Small').check();
  await expect(card.whole).toHaveAttribute('data-value', '10');
  await expect(own(card)).toHaveCount(0);
  expect(await asked(card)).toBeUndefined();
  // What is kept, by a link too, can be shown again; packs that are not sold are told to whoever asks for them.
  const asking = (name, change) =>
    card.host.evaluate(
      async (element, [name, change]) => {
        const value = element[name];
        Object.assign((value.request ?? value).items[0], change);
        element[name] = value;
        await element.settled();
      },
      [name, change],
    );
  await card.edition('Large').check();
  expect(await asked(card)).toEqual(chosen);
  await expect(size(card, 0)).toHaveValue('700');
  await expect(card.whole).toHaveAttribute('data-value', '90');

  await card.edition('Small').check();
  await asking('state', {});
  expect(await errors(page)).toEqual([]);
  await asking('request', { buy: chosen });
  expect(await errors(page)).toEqual([`unknown_charge at items[0].buy.${CHARGE}`]);
  await asking('state', { buy: chosen });
  expect((await errors(page)).at(-1)).toMatch(new RegExp(`^unknown_charge at .*items\\[0\\]\\.buy\\.${CHARGE}$`));
  await expect(card.whole).toHaveAttribute('data-value', '10');
});

for (const [colorScheme, width] of /** @type {const} */ ([
  ['light', 320],
  ['dark', 1440],
])) {
  test(`axe finds nothing, ${colorScheme}, ${width} px`, async ({ page, show }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 800 });
    const card = await (await show(BODY, HEAD))().ready();
    await own(card).check();
    await size(card, 0).fill('1500');
    const { violations } = await new AxeBuilder({ page }).include('rate-card').analyze();
    expect(violations).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  });
}
