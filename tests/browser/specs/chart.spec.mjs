// What if we grow? The cost of every edition against the demand.
import { AxeBuilder } from '@axe-core/playwright';
import { compare, rateCards } from '../../../pkg/node.js';
import { ownCard, serveCards } from '../cards.mjs';
import { expect, test } from '../element.mjs';

const AS_OF = '2026-11-20';
const element = (product, more = '') =>
  `<rate-card product="${product}" view="chart" as-of="${AS_OF}" ${more}></rate-card>`;
const months = 3;

for (const [product, dimension] of [
  ['chat', 'mau'],
  ['desk', 'licenses'],
  ['contact-center', 'licenses'],
]) {
  test(`${product}: the table says what the engine says`, async ({ show }) => {
    const card = await (await show(element(product, `months="${months}"`)))().ready();
    await card.edition('Table').check();
    const rows = card.host.locator('tr[data-demand]');
    expect(await rows.count()).toBeGreaterThan(2);
    for (const row of await rows.all()) {
      const demand = Number(await row.getAttribute('data-demand'));
      const { editions } = compare({ as_of: AS_OF, months, items: [{ product, demand: { [dimension]: demand } }] });
      const bought = editions.filter(({ edition }) => edition !== 'trial');
      const cells = row.locator('td.number');
      await expect(cells).toHaveCount(bought.length);
      for (const [index, item] of bought.entries()) {
        await expect(cells.nth(index)).toHaveAttribute('data-fits', String(item.fits));
        const isExact = Number(item.per_month) * months === Number(item.total);
        const name = isExact ? 'data-value' : 'data-rounded';
        await expect(cells.nth(index).locator('[data-value]')).toHaveAttribute(name, item.per_month);
      }
    }
  });
}

test('the slider is the demand, by keyboard too', async ({ page, show }) => {
  const card = await (await show(element('chat', 'demand="mau=10000"')))().ready();
  const slider = card.host.getByRole('slider', { name: 'Monthly active users' });
  await expect(slider).toHaveValue('10000');
  await expect(slider).toHaveAttribute('aria-valuetext', '10,000 users');
  const price = card.host.locator('[data-edition="standard"] [data-value]');
  await expect(price).toHaveAttribute('data-value', '399');
  await slider.focus();
  await page.keyboard.press('End');
  const top = await slider.getAttribute('max');
  await expect(slider).toHaveValue(top);
  const asked = await card.host.evaluate((element) => element.request);
  expect(asked.items[0].demand).toEqual({ mau: Number(top) });
  const { edition: _, ...item } = asked.items[0];
  const { editions } = compare({ ...asked, items: [item] });
  await expect(price).toHaveAttribute('data-value', editions.find(({ edition }) => edition === 'standard').per_month);
  // Dragged to its end, the axis does not run away.
  await expect(slider).toHaveAttribute('max', top);
  // Moved on from there, it reaches further.
  await page.keyboard.press('End');
  await expect.poll(async () => Number(await slider.getAttribute('max'))).toBeGreaterThan(Number(top));
  await page.keyboard.press('End');
  await expect.poll(async () => Number(await slider.inputValue())).toBeGreaterThan(Number(top));
});

/** The middle of the drawing at a share of its width. */
async function at(card, share) {
  const { x, y, width, height } = await card.host.locator('svg[part="drawing"]').boundingBox();
  return [x + width * share, y + height / 2];
}

test('the pointer reads every price and asks for nothing until it is pressed', async ({ page, show }) => {
  const card = await (await show(element('chat', 'demand="mau=25000"')))().ready();
  const top = Number(await card.host.getByRole('slider').getAttribute('max'));
  const tip = card.host.locator('.tip');
  await expect(tip).toHaveCount(0);
  const announced = card.host.locator('[aria-live]');
  const before = await announced.allTextContents();
  for (const share of [0.75, 0.25]) {
    const [x, y] = await at(card, share);
    await page.mouse.move(x, y);
    const users = top * share;
    await expect(tip).toContainText(`${users.toLocaleString('en')} users`);
    const { editions } = compare({ as_of: AS_OF, items: [{ product: 'chat', demand: { mau: users } }] });
    const names = { standard: 'Standard', premium: 'Premium' };
    for (const { edition, per_month } of editions.filter(({ edition }) => edition !== 'trial')) {
      const entry = tip.locator('li').filter({ hasText: names[edition] });
      await expect(entry).toContainText(`$${Number(per_month).toLocaleString('en')}`);
    }
  }
  expect((await card.host.evaluate(({ request }) => request)).items[0].demand).toEqual({ mau: 25000 });
  expect(await announced.allTextContents()).toEqual(before);
  const [x, y] = await at(card, 0.25);
  await page.mouse.click(x, y);
  await expect(card.host.getByRole('slider')).toHaveValue(String(top / 4));
  expect((await card.host.evaluate(({ request }) => request)).items[0].demand).toEqual({ mau: top / 4 });
  await page.mouse.move(0, 0);
  await expect(tip).toHaveCount(0);
});

test('the axis reaches as far as is chosen, and the choice stays', async ({ show }) => {
  const card = await (await show(element('chat', 'demand="mau=25000"')))().ready();
  await card.host.evaluate((element) => element.setAttribute('view', 'chart calculator'));
  const chips = card.host.getByRole('group', { name: 'Up to' }).getByRole('button');
  const slider = card.host.getByRole('slider', { name: 'Monthly active users' });
  const offered = await chips.allTextContents();
  expect(offered.length).toBeGreaterThan(2);
  await chips.last().click();
  await expect(slider).toHaveAttribute('max', offered.at(-1).replaceAll(',', ''));
  await expect(slider).toHaveAttribute('aria-valuetext', '25,000 users');
  await slider.press('ArrowRight');
  await expect(chips).toHaveText(offered);
  await expect(chips.last()).toHaveAttribute('aria-pressed', 'true');
  await card.edition('Table').check();
  await card.host.getByRole('tab', { name: 'Calculator' }).click();
  await card.host.getByRole('tab', { name: 'Chart' }).click();
  await expect(card.edition('Table')).toBeChecked();
  await expect(card.host.locator('svg[part="drawing"]')).toBeHidden();
  await expect(card.host.locator('[part="chart-table"]')).toBeVisible();
  await card.host.locator('label', { hasText: 'Chart' }).click();
  await expect(card.host.locator('[part="chart-table"]')).toBeHidden();
  await expect(slider).toHaveAttribute('max', offered.at(-1).replaceAll(',', ''));
});

test('both the drawing and the table are printed', async ({ page, show }) => {
  const card = await (await show(element('chat')))().ready();
  await page.emulateMedia({ media: 'print' });
  await expect(card.host.locator('svg[part="drawing"]')).toBeVisible();
  await expect(card.host.locator('[part="chart-table"]')).toBeVisible();
});

test('what stands over the drawing runs neither beyond it nor into each other', async ({ page, show }) => {
  for (const [width, demand] of [
    [320, 0],
    [390, 25000],
    [390, 80000],
    [1180, 25000],
  ]) {
    await page.setViewportSize({ width, height: 900 });
    const card = await (await show(element('chat', `demand="mau=${demand}"`)))().ready();
    const box = (locator) => locator.boundingBox();
    const stage = await box(card.host.locator('.stage'));
    for (const one of await card.host.locator('.pill, .note').all()) {
      const { x, width: wide } = await box(one);
      expect(x).toBeGreaterThanOrEqual(stage.x - 1);
      expect(x + wide).toBeLessThanOrEqual(stage.x + stage.width + 1);
    }
    const [name, pill] = [await box(card.host.locator('.note')), await box(card.host.locator('.pill'))];
    const apart = name.y + name.height <= pill.y + 1 || name.x + name.width <= pill.x || pill.x + pill.width <= name.x;
    expect(apart, `${width} ${demand}`).toBe(true);
    const names = await Promise.all((await card.host.locator('.end-name').all()).map(box));
    names.sort((a, b) => a.y - b.y);
    for (const [index, { y }] of names.entries()) {
      if (index > 0) expect(y).toBeGreaterThanOrEqual(names[index - 1].y + names[index - 1].height);
    }
  }
});

test('the edition that is chosen stands out, and its findings are told', async ({ page, show }) => {
  const card = await (await show(element('chat', 'demand="mau=25000" edition="premium"')))().ready();
  const leads = () =>
    card.host
      .locator('svg[part="drawing"] .line.lead[data-edition]')
      .evaluateAll((all) => all.map((one) => one.dataset.edition));
  expect(await leads()).toEqual(['premium']);
  const { editions } = compare({ as_of: AS_OF, items: [{ product: 'chat', demand: { mau: 10000 } }] });
  const { per_month } = editions.find(({ edition }) => edition === 'premium');
  const said = card.host.locator('.reads li', { has: page.locator('[data-figure="limit"][data-value="10000"]') });
  await expect(said.locator('[data-figure="cost"]')).toHaveAttribute('data-value', per_month);
  await card.host.evaluate((element) => element.setAttribute('edition', 'standard'));
  await expect.poll(leads).toEqual(['standard']);
});

/** Two editions of which the dearer one costs less per seat, so that it takes over in the end. */
function crossingCard() {
  const card = /** @type {any} */ (ownCard());
  const [{ source }] = card.editions;
  card.editions.push({ id: 'large', label: { en: 'Large' }, source });
  const [base, more] = card.charges;
  base.price = { only: '10', large: '40' };
  more.price = { only: '2', large: '0.5' };
  return card;
}

test('where one edition takes over from another is the finding, a note and a row', async ({ page, show }) => {
  await serveCards(page, '/crossing.json', crossingCard());
  const body = `<rate-card cards="crossing.json" product="ours" view="chart" as-of="${AS_OF}" demand="seats=20"></rate-card>`;
  const card = await (await show(body))().ready();
  // 10 + 2 × n and 40 + 0.5 × n meet at n = 20 seats above 5.
  const heading = card.host.locator('figcaption [data-break-even]');
  await expect(heading).toHaveAttribute('data-break-even', '25');
  await expect(heading).toHaveText('From 25 seats on, Large costs no more than Only: €50 per month');
  await expect(card.host.locator('.note', { hasText: 'From 25 seats on, Large costs no more' })).toBeVisible();
  await card.edition('Table').check();
  const row = card.host.locator('tr[data-demand="25"]');
  for (const amount of await row.locator('[data-currency]').all())
    await expect(amount).toHaveAttribute('data-value', '50');
  await expect(row).toContainText('From 25 seats on, Large costs no more');
});

/** Where a dot stands, and whether a line goes through there. */
const marks = (card) =>
  card.host.locator('svg[part="drawing"]').evaluate((svg) => {
    const places = (path) => path.getAttribute('d').match(/\d+,\d+/g);
    const lines = [...svg.querySelectorAll('path.line')].map(places);
    const dots = [...svg.querySelectorAll('path.at')].map((dot) => places(dot)[0]);
    return dots.map((dot) => lines.some((line) => line?.includes(dot)));
  });

for (const [product, demand] of [
  ['chat', 'mau=24999'],
  ['desk', 'licenses=7 ai_messages=23456'],
  ['contact-center', 'licenses=7 sip_phones=2'],
  ['contact-center-cn', 'seats=4 landline_numbers=1 outbound_minutes=2777'],
  ['voice-agent', 'minutes=12345'],
  ['push', 'broadcast_messages=31234567'],
]) {
  test(`what is marked lies on its line, ${product}`, async ({ show }) => {
    const card = await (await show(element(product, `months="4" demand="${demand}"`)))().ready();
    const choice = card.host.locator('#chart-dimension');
    const names = (await choice.count())
      ? await choice.locator('option').evaluateAll((all) => all.map((o) => o.value))
      : [''];
    for (const name of names) {
      if (name) await choice.selectOption(name);
      await card.settled();
      const found = await marks(card);
      expect(found.length, name).toBeGreaterThan(0);
      expect(found, name).toEqual(found.map(() => true));
    }
  });
}

const SERIES = Array.from({ length: 12 }, (_, month) => 8000 + month * 4727);
const growing = {
  as_of: AS_OF,
  months: 12,
  items: [{ product: 'chat', edition: 'standard', demand: { mau: SERIES } }],
};

test('a demand that changes by month is drawn over the months, and stays as it is', async ({ page, show }) => {
  const card = await (await show(element('chat')))().ready();
  await card.host.evaluate((element, request) => {
    element.request = request;
    return element.settled();
  }, growing);
  await expect(card.host.locator('[part="chart"]')).toHaveAttribute('data-by', 'month');
  const [{ edition: _, ...item }] = growing.items;
  const { editions } = compare({ ...growing, items: [item] });
  const bought = editions.filter(({ edition }) => edition !== 'trial');
  const standard = card.host.locator('[data-edition="standard"] [data-value]');
  const slider = card.host.getByRole('slider', { name: 'Month' });
  await slider.focus();
  for (const [month, users] of SERIES.entries()) {
    if (month > 0) await page.keyboard.press('ArrowRight');
    if (![0, 1, 11].includes(month)) continue;
    // A month costs what as many users cost by themselves.
    const { editions } = compare({ as_of: AS_OF, items: [{ product: 'chat', demand: { mau: users } }] });
    const { total } = editions.find(({ edition }) => edition === 'standard');
    await expect(slider).toHaveValue(String(month + 1));
    await expect(standard).toHaveAttribute('data-value', total);
    expect(await marks(card)).toEqual([true, true]);
  }
  expect((await card.host.evaluate(({ request }) => request)).items[0].demand).toEqual({ mau: SERIES });
  await card.edition('Table').check();
  await expect(card.host.locator('tr[data-month]')).toHaveCount(12);
  const sums = card.host.locator('tfoot [data-value]');
  await expect(sums).toHaveCount(bought.length);
  for (const [index, { total }] of bought.entries()) await expect(sums.nth(index)).toHaveAttribute('data-value', total);
});

test('leaving the view and coming back changes neither axis nor dimension', async ({ page, show }) => {
  const body = `<rate-card product="desk" view="chart calculator" as-of="${AS_OF}" demand="licenses=4 ai_messages=25000"></rate-card>`;
  const card = await (await show(body))().ready();
  await card.field('Cost by').selectOption('ai_messages');
  const slider = card.host.locator('[part="slider"]');
  await expect(slider).toHaveValue('25000');
  expect(Number(await slider.getAttribute('max'))).toBeGreaterThan(50000);
  await slider.focus();
  await page.keyboard.press('End');
  const top = await slider.getAttribute('max');
  await expect(slider).toHaveValue(top);
  await card.host.getByRole('tab', { name: 'Calculator' }).click();
  await expect(card.total).toBeVisible();
  await card.host.getByRole('tab', { name: 'Chart' }).click();
  await expect(card.host.locator('[part="chart"]')).toHaveAttribute('data-dimension', 'ai_messages');
  await expect(slider).toHaveAttribute('max', top);
  await expect(slider).toHaveValue(top);
  await expect(card.field('Cost by')).toHaveValue('ai_messages');
});

test('the table has what is needed and what is included', async ({ show }) => {
  const card = await (await show(element('chat', 'demand="mau=24999"')))().ready();
  const rows = card.host.locator('tr[data-demand]');
  const demands = await rows.evaluateAll((all) => all.map(({ dataset }) => Number(dataset.demand)));
  expect(demands).toEqual(expect.arrayContaining([10000, 24999]));
  expect(demands).toEqual(demands.toSorted((a, b) => a - b));
});

test('another dimension has another drawing', async ({ show }) => {
  const card = await (await show(element('desk')))().ready();
  const chart = card.host.locator('[part="chart"]');
  await expect(chart).toHaveAttribute('data-dimension', 'licenses');
  const before = await card.host.locator('path[data-edition="standard"]').getAttribute('d');
  await card.field('Cost by').selectOption('ai_messages');
  await expect(chart).toHaveAttribute('data-dimension', 'ai_messages');
  await expect(card.host.locator('path[data-edition="standard"]')).not.toHaveAttribute('d', before);
});

test('where the price depends on nothing, it says so', async ({ show }) => {
  const card = await (await show(element('call')))().ready();
  await expect(card.host.getByText('The price depends on no number.')).toBeVisible();
});

const products = [...new Set(rateCards().map(({ product }) => product))];
for (const product of products) {
  test(`axe finds nothing, ${product}, in light and dark`, async ({ page, show }) => {
    const head = '<meta name="color-scheme" content="light dark"><script type="module" src="/pkg/element.js"></script>';
    const card = await (await show(`<main><h1>Test</h1>${element(product)}</main>`, head))().ready();
    await card.host.locator('details').evaluateAll((all) => all.forEach((details) => (details.open = true)));
    for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
      await page.emulateMedia({ colorScheme });
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations, colorScheme).toEqual([]);
    }
  });
}

test('no sideways scrolling at 320 px, and lines keep their width', async ({ page, show }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  for (const product of products) {
    await (await show(element(product, 'demand=""')))().ready();
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(beyond, product).toBeLessThanOrEqual(0);
  }
});

for (const [months, language] of /** @type {const} */ ([
  [12, 'en'],
  [36, 'en'],
  [36, 'ja'],
])) {
  test(`the names of months never run into each other, ${months} months, ${language}`, async ({ page, show }) => {
    const card = await (await show(element('chat', `lang="${language}"`)))().ready();
    await card.host.evaluate((it, request) => (it.request = request), {
      as_of: AS_OF,
      start: '2027-01-15',
      months,
      items: [
        {
          product: 'chat',
          edition: 'standard',
          demand: { mau: Array.from({ length: months }, (_, month) => 10_000 + month * 900) },
        },
      ],
    });
    await card.settled();
    for (const width of [320, 390, 560, 900, 1440]) {
      await page.setViewportSize({ width, height: 800 });
      const names = await card.host
        .locator('.month-names text')
        .evaluateAll((all) =>
          all
            .filter((name) => getComputedStyle(name).display !== 'none')
            .map((name) => (({ left, right }) => ({ left, right }))(name.getBoundingClientRect())),
        );
      expect(names.length).toBeGreaterThan(0);
      for (const [index, name] of names.slice(1).entries()) {
        expect(name.left - names[index].right).toBeGreaterThan(4);
      }
    }
  });
}
