// When the module is fetched: as soon as an element is near, or somebody waits for it.
import { expect, test, WASM } from '../element.mjs';

const FAR = '<div id="above"></div>';
const CARD = '<rate-card product="chat"><p>See our price list.</p></rate-card>';
const HEAD = '<link rel="stylesheet" href="/far.css"><script type="module" src="/pkg/element.js"></script>';

test.beforeEach(async ({ page }) => {
  await page.route('**/far.css', (route) =>
    route.fulfill({
      contentType: 'text/css',
      body: '#above { height: 5000px } .hidden { display: none } .frame { height: 200px; overflow: auto }',
    }),
  );
});

/** The requests for the module so far. */
function fetches(page) {
  const requests = [];
  page.on('request', (request) => request.url().endsWith('.wasm') && requests.push(request.url()));
  return requests;
}

/** The observer of the element has been heard by now: one of the same page has, of a later frame. */
const observed = (page) =>
  page.evaluate(
    () =>
      new Promise((resolve) => requestAnimationFrame(() => new IntersectionObserver(resolve).observe(document.body))),
  );

test('far below, nothing is fetched, and the fallback stands there', async ({ page, show }) => {
  const requests = fetches(page);
  const card = (await show(FAR + CARD, HEAD))();
  await observed(page);
  await expect(card.host.getByText('See our price list.')).toBeVisible();
  expect(requests).toEqual([]);
  await card.host.scrollIntoViewIfNeeded();
  await expect(card.total).toHaveAttribute('data-value', '399');
  expect(requests).toHaveLength(1);
});

test('near the screen, it is fetched before it is seen', async ({ page, show }) => {
  const card = (await show(FAR + CARD, HEAD))();
  await page.evaluate(() => scrollTo(0, document.querySelector('rate-card').offsetTop - innerHeight - 300));
  await expect(card.total).toHaveAttribute('data-value', '399');
  await expect(card.host).not.toBeInViewport();
});

for (const [what, wait] of [
  ['ready', (element) => element.ready],
  ['settled()', (element) => element.settled()],
  ['loading="eager"', (element) => element.setAttribute('loading', 'eager')],
  ['estimate', (element) => void element.estimate],
]) {
  test(`${what} does not wait for the visitor`, async ({ show }) => {
    const card = (await show(FAR + CARD, HEAD))();
    await card.host.evaluate(wait);
    await expect(card.total).toHaveAttribute('data-value', '399');
  });
}

test('eager from the start, it is fetched wherever it stands', async ({ show }) => {
  const card = (await show(`${FAR}<rate-card product="chat" loading="eager"></rate-card>`, HEAD))();
  await expect(card.total).toHaveAttribute('data-value', '399');
});

test('what is hidden is fetched when it is shown', async ({ page, show }) => {
  const requests = fetches(page);
  const card = (await show(`<div class="hidden"><rate-card product="chat"></rate-card></div>`, HEAD))();
  await observed(page);
  expect(requests).toEqual([]);
  await page.evaluate(() => document.querySelector('.hidden').classList.remove('hidden'));
  await expect(card.total).toHaveAttribute('data-value', '399');
  await expect(card.total).toBeVisible();
});

test('what is set before it is loaded is shown then', async ({ page, show }) => {
  const card = (await show(FAR + CARD, HEAD))();
  await card.host.evaluate((element) => {
    element.setAttribute('months', '12');
    element.request = { items: [{ product: 'chat', edition: 'premium' }] };
    element.setAttribute('demand', 'mau=25000');
  });
  await observed(page);
  expect(await card.host.evaluate((element) => element.request.items[0].edition)).toBe('premium');
  expect(await card.host.evaluate((element) => element.state.version)).toBe(1);
  await card.host.scrollIntoViewIfNeeded();
  await expect(card.whole).toHaveAttribute('data-value', '924');
});

test('asked for before it is on the page, it loads as soon as it is', async ({ page, show }) => {
  await show(FAR, HEAD);
  await page.waitForFunction(() => customElements.get('rate-card'));
  const total = await page.evaluate(async () => {
    const element = document.createElement('rate-card');
    element.setAttribute('product', 'chat');
    const { ready } = element;
    document.body.append(element);
    await ready;
    return element.estimate.totals.USD;
  });
  expect(total).toBe('399');
});

test('taken away while it loads, it leaves nothing; brought back, it runs', async ({ page, show }) => {
  /** @type {(value?: unknown) => void} */
  let release;
  const held = new Promise((resolve) => (release = resolve));
  await page.route(WASM, async (route) => {
    await held;
    await route.continue();
  });
  const requested = page.waitForRequest(WASM);
  const card = (await show(CARD))();
  await requested;
  const element = await card.host.elementHandle();
  await element.evaluate((element) => element.remove());
  const loaded = page.waitForResponse(WASM);
  release();
  await loaded;
  await page.evaluate(async () => {
    const other = document.createElement('rate-card');
    document.body.append(other);
    await other.ready;
    other.remove();
  });
  expect(await element.evaluate((element) => element.estimate)).toBe(null);
  expect(await element.evaluate((element) => element.shadowRoot.querySelectorAll('section').length)).toBe(0);
  await element.evaluate((element) => document.body.append(element));
  await expect(card.total).toHaveAttribute('data-value', '399');
});

/** Frames of another origin that nobody sees: they have no animation frames, and are not told so. */
for (const [name, style] of [
  ['not displayed', 'iframe { display: none }'],
  ['far below the screen', 'iframe { display: block; margin-block-start: 9000px }'],
  ['without a size', 'iframe { inline-size: 0; block-size: 0; border: 0 }'],
]) {
  test(`in a frame of another origin it is ready, and settles: ${name}`, async ({ page, baseURL }) => {
    const other = new URL('/in-a-frame', baseURL);
    other.hostname = 'localhost';
    const html = (head, body) => ({
      contentType: 'text/html; charset=utf-8',
      body: `<!doctype html><html lang="en"><title>Test</title><link rel="icon" href="data:,">${head}<body>${body}</body></html>`,
    });
    await page.route('**/in-a-frame', (route) =>
      route.fulfill(html('<script type="module" src="/pkg/element.js"></script>', CARD)),
    );
    await page.route('**/around', (route) =>
      route.fulfill(html(`<style>${style}</style>`, `<iframe title="Prices" src="${other}"></iframe>`)),
    );
    await page.goto('/around');
    const frame = page.frame({ url: String(other) });
    const total = await frame.evaluate(async () => {
      await customElements.whenDefined('rate-card');
      const element = document.querySelector('rate-card');
      await element.ready;
      element.setAttribute('demand', 'mau=25000');
      await element.settled();
      return element.estimate.totals.USD;
    });
    expect(total).toBe('624');
  });
}
