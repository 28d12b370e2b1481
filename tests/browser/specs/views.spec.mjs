// Views that are in a file of their own, which is loaded when one of them is shown.
import { collect, errors, expect, test } from '../element.mjs';
import { prerender } from '../native.mjs';
import { letTrap } from '../traps.mjs';

// Where the program is not current, cargo builds it first.
test.describe.configure({ timeout: 300_000 });

const VIEWS = '**/ratecard-element_views.wasm';
const FALLBACK = '<p>See our price list.</p>';
const CHAT = `<rate-card product="chat" as-of="2026-11-20">${FALLBACK}</rate-card>`;
const SEVERAL = `<rate-card product="chat" as-of="2026-11-20" view="calculator compare matrix">${FALLBACK}</rate-card>`;
const FIRST = `<rate-card product="chat" as-of="2026-11-20" view="matrix">${FALLBACK}</rate-card>`;

const panel = (card) => card.host.locator('[part="panel"]');
const tab = (card, name) => card.host.getByRole('tab', { name, exact: true });
const loading = (card) => card.host.getByText('Loading …');
const set = (card, name, value) =>
  card.host.evaluate((element, [name, value]) => element.setAttribute(name, value), [name, value]);

/** Holds the file back until the function that it gives is called. */
async function hold(page) {
  /** @type {(value?: unknown) => void} */
  let release;
  const held = new Promise((resolve) => (release = resolve));
  await page.route(VIEWS, async (route) => {
    await held;
    await route.continue();
  });
  return release;
}

/** What the file says of which build it is stands at its end: another one is the same but for that. */
const another = async (route) => {
  const response = await route.fetch();
  const body = await response.body();
  body[body.length - 1] ^= 1;
  await route.fulfill({ response, body });
};

/** The browser tells of each request that failed; nothing else is said. */
const expectFailedRequests = (complaints) => {
  expect(complaints.splice(0).filter((text) => !text.includes('Failed to load resource'))).toEqual([]);
};

test('who sees one view only fetches no other', async ({ page, show }) => {
  const requests = [];
  page.on('request', (request) => requests.push(request.url()));
  const card = await (await show(CHAT))().ready();
  await card.settled();
  expect(requests.filter((url) => url.endsWith('.wasm'))).toHaveLength(1);
});

test('the others of several are fetched once the first is there, and then shown at once', async ({ page, show }) => {
  await letTrap(page);
  const requests = [];
  page.on('request', (request) => requests.push(new URL(request.url()).pathname));
  const card = await (await show(SEVERAL))().ready();
  await expect.poll(() => page.evaluate(() => window.parts)).toBe(1);
  const [before, after] = await card.host.evaluate(async ({ shadowRoot: root }) => {
    const shown = () => root.querySelector('[part="panel"]').firstElementChild.getAttribute('part');
    const seen = [shown()];
    root.getElementById('tab-compare').click();
    await new Promise(requestAnimationFrame);
    return [...seen, shown()];
  });
  expect([before, after]).toEqual(['calculator', 'compare']);
  await tab(card, 'Features').click();
  await expect(panel(card).getByRole('table')).toBeVisible();
  expect(requests.filter((path) => path.endsWith('_views.wasm'))).toHaveLength(1);
});

test('many elements fetch it once', async ({ page, show }) => {
  await letTrap(page);
  const requests = [];
  page.on('request', (request) => requests.push(new URL(request.url()).pathname));
  await show(`${FIRST}${SEVERAL}<rate-card as-of="2026-11-20"></rate-card>`);
  await page.waitForFunction(() => customElements.get('rate-card'));
  await page.evaluate(() => Promise.all([...document.querySelectorAll('rate-card')].map((element) => element.ready)));
  await expect(page.locator('rate-card').last().locator('[data-product]').first()).toBeVisible();
  expect(requests.filter((path) => path.endsWith('_views.wasm'))).toHaveLength(1);
  expect(await page.evaluate(() => window.parts)).toBe(1);
});

test('with one of them to begin with, what stands there stays until it has come', async ({ page, show }) => {
  const release = await hold(page);
  const requested = page.waitForRequest(VIEWS);
  const card = (await show(FIRST))();
  await requested;
  await page.evaluate(() => {
    window.isReady = false;
    document.querySelector('rate-card').ready.then(() => (window.isReady = true));
  });
  await page.evaluate(() => import('/pkg/build/ratecard-element.js'));
  await expect(card.host.getByText('See our price list.')).toBeVisible();
  expect(await page.evaluate(() => window.isReady)).toBe(false);
  release();
  await card.ready();
  await expect(card.host.getByRole('table')).toBeVisible();
  await expect(panel(card)).not.toHaveAttribute('aria-busy');
});

test('prices that the page came with stay until then, and what was pressed meanwhile is done', async ({
  page,
  show,
}) => {
  const release = await hold(page);
  const html = prerender('--product=chat', '--as-of=2026-11-20', '--view=compare matrix');
  const requested = page.waitForRequest(VIEWS);
  const card = (await show(html))();
  await requested;
  await expect(card.host.getByRole('table').first()).toBeVisible();
  await card.field('Monthly active users').fill('25000');
  await tab(card, 'Features').click();
  release();
  await card.ready();
  await expect(panel(card).locator('> *')).toHaveAttribute('part', 'matrix');
  expect(await card.host.evaluate((element) => element.request.items[0].demand.mau)).toBe(25000);
});

test('while it is on its way, the view before stays, and nothing around it moves', async ({ page, show }) => {
  const release = await hold(page);
  const card = await (await show(`${CHAT}<p id="after">After it</p>`))().ready();
  const place = () => page.locator('#after').boundingBox();
  const before = await place();
  await set(card, 'view', 'matrix');
  await expect(panel(card)).toHaveAttribute('aria-busy', 'true');
  await expect(card.host.getByRole('status').filter({ hasText: 'Loading …' })).toBeVisible();
  expect(await place()).toEqual(before);
  await card.field('Monthly active users').fill('25000');
  await expect(card.total).toHaveAttribute('data-value', '624');
  const settled = card.settled().then(() => 'settled');
  expect(
    await Promise.race([settled, page.evaluate(() => new Promise(requestAnimationFrame)).then(() => 'waiting')]),
  ).toBe('waiting');
  release();
  await settled;
  await expect(panel(card).locator('> *')).toHaveAttribute('part', 'matrix');
  await expect(panel(card)).not.toHaveAttribute('aria-busy');
  await expect(loading(card)).toHaveCount(0);
});

test('where it cannot be fetched, that is said, the rest goes on, and it can be tried again', async ({
  page,
  show,
  complaints,
}) => {
  await collect(page, 'rate-card-error', 'errors');
  await page.route(VIEWS, (route) => route.abort());
  const card = await (await show(SEVERAL))().ready();
  await tab(card, 'Compare').click();
  await expect(panel(card).getByRole('alert')).toHaveText('This view could not be loaded.');
  await expect(panel(card)).not.toHaveAttribute('aria-busy');
  await expect.poll(() => errors(page)).toEqual(['unavailable at ']);
  await tab(card, 'Calculator').click();
  await card.field('Monthly active users').fill('25000');
  await expect(card.total).toHaveAttribute('data-value', '624');
  // Whoever turns to it again tries again.
  await tab(card, 'Compare').click();
  await expect(panel(card).getByRole('alert')).toBeVisible();
  await expect.poll(() => errors(page)).toEqual(['unavailable at ', 'unavailable at ']);
  await page.unroute(VIEWS);
  await panel(card).getByRole('button', { name: 'Try again' }).click();
  await expect(panel(card).getByRole('table').first()).toBeVisible();
  await expect(card.host.locator('#name')).toBeFocused();
  await expect(card.field('Monthly active users')).toHaveValue('25,000');
  expectFailedRequests(complaints);
});

for (const [language, said, again] of [
  ['zh-CN', '此视图加载失败。', '重试'],
  ['ja', 'この画面を読み込めませんでした。', '再試行'],
  ['id', 'Tampilan ini tidak dapat dimuat.', 'Coba lagi'],
]) {
  test(`that is said in the language of the page, ${language}`, async ({ page, show, complaints }) => {
    await page.route(VIEWS, (route) => route.fulfill({ status: 404, body: 'not here' }));
    const card = await (await show(CHAT.replace('<rate-card', `<rate-card lang="${language}"`)))().ready();
    await set(card, 'view', 'chart');
    await expect(panel(card).getByRole('alert')).toHaveText(said);
    await expect(panel(card).getByRole('button', { name: again })).toBeVisible();
    expectFailedRequests(complaints);
  });
}

test('without the first view, the element cannot run', async ({ page, show, complaints }) => {
  await page.route(VIEWS, (route) => route.abort());
  const card = (await show(FIRST))();
  expect(await card.host.evaluate((element) => element.ready.catch(({ code }) => code))).toBe('unavailable');
  await expect(card.host.getByText('See our price list.')).toBeVisible();
  // The calculator needs none of it.
  await set(card, 'view', 'calculator');
  await expect(card.total).toHaveAttribute('data-value', '399');
  expectFailedRequests(complaints);
});

test('a file of another build is fetched anew', async ({ page, show }) => {
  await page.route(VIEWS, another, { times: 1 });
  const card = await (await show(FIRST))().ready();
  await expect(card.host.getByRole('table')).toBeVisible();
});

test('a file of another build is not used', async ({ page, show }) => {
  await page.route(VIEWS, another);
  const card = (await show(FIRST))();
  const error = await card.host.evaluate((element) => element.ready.catch(({ code, message }) => ({ code, message })));
  expect(error).toEqual({ code: 'unavailable', message: expect.stringContaining('another build') });
});

test('a wrong content type is no reason to give up', async ({ page, show }) => {
  await page.route(VIEWS, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { 'Content-Type': 'text/plain' } });
  });
  const card = await (await show(FIRST))().ready();
  await expect(card.host.getByRole('table')).toBeVisible();
});
