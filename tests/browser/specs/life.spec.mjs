// A long life on a page that changes: many elements, copies, moves, other documents, languages.
import { collect, errors, expect, test } from '../element.mjs';

const CHAT = '<rate-card product="chat" as-of="2026-11-20"></rate-card>';

test('fifty elements fetch each file once', async ({ page, show }) => {
  const requests = [];
  page.on('request', (request) => requests.push(new URL(request.url()).pathname));
  const card = await show(CHAT.repeat(50));
  await page.waitForFunction(() => customElements.get('rate-card'));
  await page.evaluate(() => Promise.all([...document.querySelectorAll('rate-card')].map((element) => element.ready)));
  await expect(card().total).toHaveCount(50);
  const files = requests.filter((path) => path.startsWith('/pkg/'));
  expect(files.toSorted()).toEqual([
    '/pkg/build/ratecard-element.js',
    '/pkg/build/ratecard-element_bg.wasm',
    '/pkg/element.css',
    '/pkg/element.js',
  ]);
});

test('a thousand times away and back, it needs no more memory', async ({ page, show }) => {
  test.slow();
  await page.addInitScript(() => {
    const { instantiate } = WebAssembly;
    WebAssembly.instantiate = async (module, imports) => {
      /** @type {any} The glue hands over a module, for which an instance comes. */
      const instance = await instantiate(module, imports);
      window.memory = instance.exports.memory;
      return instance;
    };
  });
  await (await show(CHAT))().ready();
  const devtools = await page.context().newCDPSession(page);
  const cycles = (count) =>
    page.evaluate(async (count) => {
      const element = document.querySelector('rate-card');
      for (let i = 0; i < count; i += 1) {
        element.remove();
        await null;
        document.body.append(element);
        // Loaded as it is, it is shown in microtasks.
        while (!element.estimate) await null;
      }
      await element.settled();
    }, count);
  const measure = async () => {
    await devtools.send('HeapProfiler.collectGarbage');
    const { usedSize } = await devtools.send('Runtime.getHeapUsage');
    const { nodes, jsEventListeners } = await devtools.send('Memory.getDOMCounters');
    const wasm = await page.evaluate(() => window.memory.buffer.byteLength);
    return { usedSize, wasm, nodes, jsEventListeners };
  };
  await cycles(100);
  const before = await measure();
  await cycles(1000);
  const after = await measure();
  test.info().annotations.push({ type: 'memory', description: JSON.stringify({ before, after }) });
  // A page of WebAssembly is 64 KiB; one leaked signal per cycle would take more.
  expect(after.wasm - before.wasm).toBeLessThanOrEqual(65_536);
  expect(after.usedSize - before.usedSize).toBeLessThan(1_000_000);
  expect(after.nodes - before.nodes).toBeLessThan(200);
  expect(after.jsEventListeners - before.jsEventListeners).toBeLessThan(20);
});

test('a copy has a life of its own', async ({ page, show }) => {
  const card = await show(`<div>${CHAT}</div>`);
  const original = await card('rate-card:first-child').ready();
  await original.field('Monthly active users').fill('25000');
  await page.evaluate(() => {
    const box = document.querySelector('div');
    const copy = /** @type {Element} */ (box.querySelector('rate-card').cloneNode(true));
    copy.id = 'copy';
    box.append(copy);
  });
  const copy = await card('#copy').ready();
  await expect(copy.total).toHaveAttribute('data-value', '399');
  await copy.edition('Premium').check();
  await expect(copy.total).toHaveAttribute('data-value', '699');
  await expect(original.total).toHaveAttribute('data-value', '624');
});

test('lifted out with what surrounds it and put back, it keeps what was entered', async ({ page, show }) => {
  const card = await (await show(`<main><p>Prices</p>${CHAT}</main>`))().ready();
  await card.field('Monthly active users').fill('25000');
  await page.evaluate(() => {
    const range = document.createRange();
    range.selectNodeContents(document.querySelector('main'));
    const contents = range.extractContents();
    document.querySelector('main').append(contents);
  });
  await expect(card.total).toHaveAttribute('data-value', '624');
  await expect(card.field('Monthly active users')).toHaveValue('25,000');
});

test('many attributes in one task are one change', async ({ page, show }) => {
  await collect(page, 'rate-card-error', 'errors');
  const card = await (await show(CHAT))().ready();
  await card.host.evaluate((element) => {
    // Alone, each of the first would be an error.
    element.setAttribute('edition', 'trial');
    element.setAttribute('demand', 'seats=1000000000000');
    element.setAttribute('months', '0');
    element.setAttribute('product', 'desk');
    element.removeAttribute('demand');
    for (let i = 1; i <= 36; i += 1) element.setAttribute('months', String(i));
    element.setAttribute('edition', 'standard');
  });
  await card.settled();
  expect(await card.host.evaluate(({ request }) => [request.items[0].product, request.months])).toEqual(['desk', 36]);
  expect(await errors(page)).toEqual([]);
});

test('in another document it looks and works the same', async ({ page, show }) => {
  const card = await (await show(`${CHAT}<iframe title="Other"></iframe>`))().ready();
  await card.field('Monthly active users').fill('25000');
  const surface = (frame) =>
    frame.evaluate(() => {
      const element = document.querySelector('rate-card');
      return getComputedStyle(element.shadowRoot.querySelector('[part~="widget"]')).backgroundColor;
    });
  const before = await surface(page);
  expect(before).not.toBe('rgba(0, 0, 0, 0)');
  await page.evaluate(() => {
    const { contentDocument } = document.querySelector('iframe');
    contentDocument.body.append(document.querySelector('rate-card'));
  });
  const frame = page.frames()[1];
  const inner = frame.locator('rate-card');
  await expect(inner.locator('[data-total="month"]')).toHaveAttribute('data-value', '624');
  expect(await surface(frame)).toBe(before);
  await inner.getByLabel('Monthly active users', { exact: true }).fill('30000');
  await expect(inner.locator('[data-total="month"]')).toHaveAttribute('data-value', '699');
});

test('a language said above it is followed when it changes', async ({ page, show }) => {
  const card = await (await show(`<main><div id="host"></div>${CHAT}</main>`))('main > rate-card').ready();
  await page.evaluate(async () => {
    const root = document.querySelector('#host').attachShadow({ mode: 'open' });
    const inner = document.createElement('rate-card');
    inner.setAttribute('product', 'chat');
    root.append(inner);
    await inner.ready;
  });
  const inner = page.locator('#host rate-card').getByRole('radio', { name: '标准版', exact: true });
  await expect(card.edition('Standard')).toBeChecked();
  await page.evaluate(() => (document.documentElement.lang = 'zh-CN'));
  await expect(card.edition('标准版')).toBeChecked();
  await expect(inner).toBeChecked();
  await page.evaluate(() => document.querySelector('main').setAttribute('lang', 'en'));
  await expect(card.edition('Standard')).toBeChecked();
  await page.evaluate(() => document.querySelector('#host').setAttribute('lang', 'zh-CN'));
  await expect(inner).toBeChecked();
});

test('it follows the direction of the page', async ({ page, show }) => {
  const card = await (await show(`<div dir="rtl">${CHAT}</div>`))().ready();
  const amount = () => card.host.locator('[part~="line"] td').first().boundingBox();
  const label = () => card.host.locator('[part~="line-label"]').first().boundingBox();
  expect((await amount()).x).toBeLessThan((await label()).x);
  await page.evaluate(() => document.querySelector('div').removeAttribute('dir'));
  expect((await amount()).x).toBeGreaterThan((await label()).x);
});

test('prices that a page left in a template are shown until it runs', async ({ page, show }) => {
  const card = await show('<main></main>', '');
  await page.evaluate(async () => {
    await import('/pkg/element.js');
    const element = document.createElement('rate-card');
    element.setAttribute('product', 'chat');
    const template = document.createElement('template');
    template.setAttribute('shadowrootmode', 'open');
    const price = document.createElement('p');
    price.textContent = 'From 399 on';
    template.content.append(price);
    element.append(template);
    document.querySelector('main').append(element);
    window.before = element.shadowRoot.textContent;
    window.left = element.querySelectorAll('template').length;
  });
  expect(await page.evaluate(() => [window.before, window.left])).toEqual(['From 399 on', 0]);
  await expect(card().total).toHaveAttribute('data-value', '399');
  await expect(card().host.getByText('From 399 on')).toHaveCount(0);
});

test('another version of the script changes nothing', async ({ page, show }) => {
  const card = await (await show(CHAT))().ready();
  await page.route('**/other/element.js', (route) =>
    route.fulfill({
      contentType: 'text/javascript',
      body: `if (!customElements.get('rate-card')) throw new Error('not the first'); export * from '/pkg/element.js?other';`,
    }),
  );
  await page.evaluate(() => import('/other/element.js'));
  await card.field('Monthly active users').fill('25000');
  await expect(card.total).toHaveAttribute('data-value', '624');
  await page.evaluate(() => document.body.append(document.createElement('rate-card')));
  await page.locator('rate-card').last().locator('[data-product="push"]').click();
  await expect(page.locator('rate-card').last().locator('[data-total="month"]')).toHaveAttribute('data-value', '299');
});

test('a moved element keeps its state, and properties set before it is defined are kept', async ({ page, show }) => {
  const card = await show('<rate-card></rate-card>', '');
  await page.evaluate(async () => {
    const element = document.querySelector('rate-card');
    element.request = { items: [{ product: 'chat', edition: 'premium' }] };
    await import('/pkg/element.js');
    document.body.append(document.createElement('main'));
    document.querySelector('main').append(element);
  });
  await expect((await card().ready()).total).toHaveAttribute('data-value', '699');
});

test('a development server that makes scripts of style sheets gives it the styles', async ({ page, show }) => {
  // As Vite's does, unless a style sheet is asked for.
  await page.route('**/pkg/element.css', async (route) => {
    const accept = (await route.request().headerValue('accept')) ?? '';
    if (accept.includes('text/css')) await route.continue();
    else await route.fulfill({ contentType: 'text/javascript', body: 'export default "";' });
  });
  const card = await (await show(CHAT))().ready();
  await expect(card.host.locator('[part="widget"]')).toHaveCSS('border-top-width', '1px');
});

const GLUE = /ratecard-element\.js(\?.*)?$/;
/** A file as another release would have it: with other names between glue and module. */
const ofAnother = async (route) => {
  const response = await route.fetch();
  const body = (await response.text()).replace(/build = '\w+'/, "build = 'of another'").replaceAll('__wbg_', '__wbh_');
  await route.fulfill({ response, body });
};

test('glue that a cache has kept of another release is fetched anew', async ({ page, show }) => {
  await page.route(GLUE, ofAnother, { times: 1 });
  const card = await (await show(CHAT))().ready();
  await card.field('Monthly active users').fill('25000');
  await expect(card.total).toHaveAttribute('data-value', '624');
});

test('glue of another release is never put to a module', async ({ page, show }) => {
  await page.route(GLUE, ofAnother);
  const card = (await show(CHAT.replace('></', '>See our price list.</')))();
  const error = await card.host.evaluate((element) => element.ready.catch(({ code, message }) => ({ code, message })));
  expect(error).toEqual({ code: 'unavailable', message: expect.stringContaining('another build') });
  await expect(card.host.getByText('See our price list.')).toBeVisible();
});

for (const type of ['application/wasm; charset=utf-8', 'application/octet-stream', 'text/html']) {
  test(`the module runs, whatever type the server gives it: ${type}`, async ({ page, show }) => {
    await page.route('**/*.wasm', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, headers: { ...response.headers(), 'content-type': type } });
    });
    const card = await (await show(CHAT))().ready();
    await expect(card.total).toHaveAttribute('data-value', '399');
  });
}
