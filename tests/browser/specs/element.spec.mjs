// The element among other elements: attributes, properties, events, life on the page.
import { expect, test } from '../element.mjs';

const CHAT = '<rate-card product="chat" as-of="2026-11-20"></rate-card>';
const request = (mau, more = {}) => ({
  as_of: '2026-11-20',
  items: [{ product: 'chat', edition: 'standard', demand: { mau } }],
  ...more,
});

test('two elements do not disturb each other', async ({ show }) => {
  const card = await show(
    `<rate-card id="a" product="chat"></rate-card><rate-card id="b" product="chat" months="12"></rate-card>`,
  );
  const [a, b] = [await card('#a').ready(), await card('#b').ready()];
  await a.field('Monthly active users').fill('25000');
  await b.edition('Premium').check();
  await expect(a.total).toHaveAttribute('data-value', '624');
  await expect(a.edition('Standard')).toBeChecked();
  await expect(b.total).toHaveAttribute('data-value', '699');
  await b.host.evaluate((element) => element.remove());
  await a.field('Monthly active users').fill('30000');
  await expect(a.total).toHaveAttribute('data-value', '699');
});

test('attributes say what is asked, from the start and later', async ({ show }) => {
  const body =
    '<rate-card product="chat" edition="premium" months="12" start="2026-12-01" as-of="2026-11-20" demand="mau=25000 members_per_group=150"></rate-card>';
  const card = await (await show(body))().ready();
  await expect(card.whole).toHaveAttribute('data-value', '11088');
  await expect(card.host.locator('[data-total="first"]')).toContainText('Due on Dec 1, 2026');
  await expect(card.field('Members of one group')).toHaveValue('150');
  const set = (name, value) =>
    card.host.evaluate((element, [name, value]) => element.setAttribute(name, value), [name, value]);
  await set('edition', 'standard');
  await set('months', '2');
  await expect(card.whole).toHaveAttribute('data-value', '1248');
  await set('demand', 'mau=10001');
  await card.settled();
  await expect(card.total).toHaveAttribute('data-rounded', '399.02');
  await expect(card.total).toHaveAttribute('data-value', '798.03');
  await expect(card.field('Monthly active users')).toHaveValue('10,001');
  await card.host.evaluate((element) => element.removeAttribute('demand'));
  await expect(card.total).toHaveAttribute('data-value', '399');
});

test('the language of the labels follows the element, else its ancestors', async ({ show }) => {
  const card = await show(
    '<div lang="zh-CN"><rate-card id="a" product="chat"></rate-card></div><rate-card id="b" product="chat" lang="zh-CN"></rate-card>',
  );
  for (const id of ['#a', '#b']) await expect((await card(id).ready()).edition('标准版')).toBeChecked();
  await card('#b').host.evaluate((element) => element.setAttribute('lang', 'en'));
  await expect(card('#b').edition('Standard')).toBeChecked();
});

test('what the visitor changes is told, what the host sets is not', async ({ page, show }) => {
  const card = await (await show(CHAT))().ready();
  await page.evaluate(() => {
    window.changes = [];
    addEventListener('rate-card-change', (event) => changes.push(event.detail));
  });
  await card.host.evaluate((element) => element.setAttribute('months', '3'));
  await card.settled();
  expect(await page.evaluate(() => changes)).toEqual([]);
  await card.field('Monthly active users').fill('25000');
  await expect.poll(() => page.evaluate(() => changes.length)).toBe(1);
  const { request, estimate } = await page.evaluate(() => changes[0]);
  expect(request).toEqual({
    as_of: '2026-11-20',
    start: '2026-11-20',
    months: 3,
    items: [{ product: 'chat', edition: 'standard', demand: { mau: 25000 } }],
  });
  expect(estimate.totals).toEqual({ USD: '1872' });
  expect(estimate.items[0].lines[1].why.text).toContain('(25,000 users − 10,000)');
});

test('another answer is told, whoever asked for it', async ({ page, show }) => {
  await page.addInitScript(() => {
    window.answers = [];
    for (const type of ['rate-card-change', 'rate-card-estimate']) {
      addEventListener(type, (event) => {
        const { request, estimate } = /** @type {CustomEvent} */ (event).detail;
        answers.push([type, request?.months, estimate?.totals.USD]);
      });
    }
  });
  const card = await (await show(CHAT))().ready();
  const told = async () => {
    await card.settled();
    return page.evaluate(() => window.answers.splice(0));
  };
  const set = (name, value) =>
    card.host.evaluate((element, [name, value]) => Object.assign(element, { [name]: value }), [name, value]);
  const attribute = (name, value) =>
    card.host.evaluate((element, [name, value]) => element.setAttribute(name, value), [name, value]);
  // At first, and by attributes, properties and the visitor.
  expect(await told()).toEqual([['rate-card-estimate', 1, '399']]);
  await attribute('months', '3');
  expect(await told()).toEqual([['rate-card-estimate', 3, '1197']]);
  const items = [{ product: 'chat', edition: 'standard', demand: { mau: 25000 } }];
  await set('request', { as_of: '2026-11-20', months: 12, items });
  expect(await told()).toEqual([['rate-card-estimate', 12, '7488']]);
  await set('state', { version: 1, request: { as_of: '2026-11-20', months: 1, items } });
  expect(await told()).toEqual([['rate-card-estimate', 1, '624']]);
  await card.host.locator('#months').fill('2');
  expect(await told()).toEqual([
    ['rate-card-change', 2, '1248'],
    ['rate-card-estimate', 2, '1248'],
  ]);
  // What is said of it in another language or view is the same answer, and so is what is asked once more.
  await attribute('lang', 'ja');
  await attribute('view', 'compare');
  await set('request', await card.host.evaluate((element) => element.request));
  expect(await told()).toEqual([]);
  // Put back on the page, it shows what it showed.
  await card.host.evaluate((element) => {
    const place = element.parentElement;
    element.remove();
    setTimeout(() => place.append(element));
  });
  await expect(card.host.locator('#months')).toHaveValue('2');
  expect(await told()).toEqual([]);
});

test('a request is taken and given back, also before the element is defined', async ({ page, show }) => {
  const head = '';
  const card = await show('<rate-card></rate-card>', head);
  await page.evaluate(async (request) => {
    document.querySelector('rate-card').request = request;
    await import('/pkg/element.js');
  }, request(25000));
  const it = await card().ready();
  await expect(it.total).toHaveAttribute('data-value', '624');
  await it.host.evaluate(
    (element, request) => {
      element.request = request;
    },
    request(20000, { months: 2 }),
  );
  await it.settled();
  expect(await it.host.evaluate((element) => element.estimate.totals.USD)).toBe('1098');
  expect(await it.host.evaluate((element) => element.request.months)).toBe(2);
});

test('moved, it keeps what was entered; taken away and brought back, too', async ({ page, show }) => {
  const card = await (await show(`<main></main>${CHAT}`))().ready();
  await card.field('Monthly active users').fill('25000');
  await page.evaluate(() => document.querySelector('main').append(document.querySelector('rate-card')));
  await expect(card.field('Monthly active users')).toHaveValue('25,000');
  await page.evaluate(async () => {
    const element = document.querySelector('rate-card');
    element.remove();
    await null;
    await new Promise(requestAnimationFrame);
    document.body.append(element);
    await element.ready;
  });
  await expect(card.total).toHaveAttribute('data-value', '624');
  await expect(card.host.locator('[part~="calculator"]')).toHaveCount(1);
});

test('the script loaded twice defines it once', async ({ page, show }) => {
  const card = await (await show(CHAT))().ready();
  await page.evaluate(() => import('/pkg/element.js?second'));
  await expect(card.total).toHaveAttribute('data-value', '399');
});

test('a bad attribute is an event, and what was shown stays', async ({ page, show }) => {
  const card = await (await show(CHAT))().ready();
  await page.evaluate(() => {
    window.errors = [];
    addEventListener('rate-card-error', (event) => errors.push(event.detail));
  });
  for (const [name, value] of [
    ['months', '0'],
    ['edition', 'gold'],
    ['demand', 'mau=-1'],
    ['view', 'nonsense'],
  ]) {
    await card.host.evaluate((element, [name, value]) => element.setAttribute(name, value), [name, value]);
    await card.settled();
  }
  const errors = await page.evaluate(() => errors);
  expect(errors.map(({ code, path }) => [code, path])).toEqual([
    ['out_of_range', 'months'],
    ['unknown_edition', 'items[0].edition'],
    ['bad_quantity', 'demand.mau'],
    ['unknown_view', 'view'],
  ]);
  await expect(card.total).toHaveAttribute('data-value', '399');
});

test('a product that there is not is said where the price would stand', async ({ page, show }) => {
  const card = (await show('<rate-card product="nothing"></rate-card>'))();
  await expect(card.host.getByRole('alert')).toContainText('there is no product "nothing"');
  await card.host.evaluate((element) => element.setAttribute('product', 'chat'));
  await expect(card.total).toHaveAttribute('data-value', '399');
  await expect(card.host.getByRole('alert')).toHaveCount(0);
});
