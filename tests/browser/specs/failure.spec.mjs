// Where the module cannot run: the page's own content stays, and the page is told.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { STRICT_CSP, WASM, expect, test } from '../element.mjs';
import { prerender } from '../native.mjs';

// Where the program is not current, cargo builds it first.
test.describe.configure({ timeout: 120_000 });

const BODY = '<rate-card product="chat"><p>See our price list.</p></rate-card>';
/** Told before anything is loaded: an external script would be too late. */
const watch = (page) =>
  page.addInitScript(() => {
    window.errors = [];
    addEventListener('rate-card-error', (event) => errors.push(event.detail));
    addEventListener('unhandledrejection', (event) => errors.push(String(event.reason)));
  });

for (const [what, handle] of /** @type {const} */ ([
  ['blocked', (route) => route.abort()],
  ['missing', (route) => route.fulfill({ status: 404, body: 'not here' })],
  ['something else', (route) => route.fulfill({ contentType: 'application/wasm', body: '<!doctype html>' })],
])) {
  test(`with the module ${what}, the fallback stays`, async ({ page, show, complaints }) => {
    await watch(page);
    await page.route(WASM, handle);
    const card = (await show(BODY))();
    await expect.poll(() => page.evaluate(() => errors.length)).toBe(1);
    await expect(card.host.getByText('See our price list.')).toBeVisible();
    const [error] = await page.evaluate(() => errors);
    expect(error.code).toBe('unavailable');
    const rejected = await card.host.evaluate((element) => element.ready.catch((error) => error.code));
    expect(rejected).toBe('unavailable');
    expect(await page.evaluate(() => errors.length)).toBe(1);
    // What the browser says of a request that failed; nothing of ours.
    expect(complaints.filter((text) => !text.includes('Failed to load resource'))).toEqual([]);
    complaints.length = 0;
  });
}

test('without a fallback, a message stands there', async ({ page, show, complaints }) => {
  await page.route(WASM, (route) => route.abort());
  const card = (await show('<rate-card product="chat"></rate-card>'))();
  await expect(card.host.getByRole('alert')).toHaveText('The price calculator could not be loaded.');
  complaints.length = 0;
});

test('a wrong content type is no reason to give up', async ({ page, show }) => {
  await page.route(WASM, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { 'Content-Type': 'text/plain' } });
  });
  const card = await (await show(BODY))().ready();
  await expect(card.total).toHaveAttribute('data-value', '399');
  await expect(card.host.getByText('See our price list.')).toBeHidden();
});

test('the module can be imported where there are no elements', () => {
  const input = readFileSync(new URL('../../../pkg/element.js', import.meta.url));
  execFileSync(process.execPath, ['--input-type=module'], { input });
});

const NOT_LOADED = 'The price calculator could not be loaded.';
const button = (card) => card.host.getByRole('button', { name: 'Try again' });

test.describe('a button beside the total is no fallback', () => {
  for (const [what, body] of [
    ['alone', '<rate-card product="chat">\n  <button slot="action">Buy</button>\n</rate-card>'],
    [
      'with what is not seen',
      '<rate-card product="chat"><!-- --><script></script><b slot="action">Buy</b></rate-card>',
    ],
    ['with what is for no slot', '<rate-card product="chat"><i slot="other">x</i><b slot="action">Buy</b></rate-card>'],
  ]) {
    test(`${what}: the message stands beside it`, async ({ page, show, complaints }) => {
      await page.route(WASM, (route) => route.abort());
      const card = (await show(body))();
      await expect(card.host.getByRole('alert')).toHaveText(NOT_LOADED);
      await expect(card.host.getByRole('alert')).toBeVisible();
      await expect(card.host.getByText('Buy')).toBeVisible();
      await page.unroute(WASM);
      await button(card).click();
      await expect(card.total).toHaveAttribute('data-value', '399');
      await expect(card.host.getByRole('alert')).toHaveCount(0);
      await expect(card.host.getByText('Buy')).toBeVisible();
      await expect(card.host.locator('#name')).toBeFocused();
      complaints.length = 0;
    });
  }

  test('a question that is wrong is told, and cannot be tried again', async ({ show }) => {
    const card = (await show('<rate-card product="nope"><button slot="action">Buy</button></rate-card>'))();
    await expect(card.host.getByRole('alert')).toContainText('nope');
    await expect(card.host.getByText('Buy')).toBeVisible();
    await expect(button(card)).toHaveCount(0);
  });

  test('what stands beside it is', async ({ page, show, complaints }) => {
    await page.route(WASM, (route) => route.abort());
    const card = (await show('<rate-card product="chat"><b slot="action">Buy</b>See our list.</rate-card>'))();
    await card.host.evaluate((element) => element.ready.catch(() => {}));
    await expect(card.host.getByText('See our list.')).toBeVisible();
    await expect(card.host.getByRole('alert')).toHaveCount(0);
    complaints.length = 0;
  });
});

test.describe('prices that the page came with', () => {
  const ASKED = ['--product=chat', '--as-of=2026-11-20', '--months=12', '--demand=mau=25000'];
  const STANDS_FOR = 'These prices are for 25,000 users for 12 months from Nov 20, 2026.';
  const USERS = 'Monthly active users';
  const missing = (route) => route.fulfill({ status: 404, body: 'not here' });
  const GLUE = '**/build/ratecard-element.js*';
  const VIEWS = '**/ratecard-element_views.wasm';
  const WAYS = /** @type {const} */ ([
    ['the module missing', WASM, missing, 'calculator compare'],
    ['the module blocked', WASM, (route) => route.abort(), 'calculator compare'],
    ['another file in its place', WASM, (route) => route.fulfill({ body: '<!doctype html>' }), 'calculator compare'],
    ['the glue missing', GLUE, missing, 'calculator compare'],
    ['the views missing', VIEWS, missing, 'compare calculator'],
  ]);
  const whole = (card) => card.host.locator('[part="widget"]');
  /** The price of the chosen edition for a month, whichever view it is in. */
  const price = (card) =>
    card.host
      .locator('[data-total="month"] [data-value], [part~="column"][data-edition="standard"] [data-value]')
      .first();
  const controls = (card) => card.host.locator('input, select, button:not(#retry)');

  /** Whether anything can be changed or pressed, but for the way to try again. */
  const isOffered = (card) =>
    controls(card).evaluateAll((all) => all.some((it) => !it.disabled && it.checkVisibility()));

  /** What is said once it has failed, and that nothing is offered that cannot be had. */
  async function expectFailed(card) {
    await expect(card.host.getByRole('alert')).toHaveText(NOT_LOADED);
    await expect(card.host.getByRole('alert')).toBeInViewport();
    await expect(card.host.locator('[part="stands-for"]')).toHaveText(STANDS_FOR);
    await expect(card.host.locator('[part="stands-for"]')).toBeVisible();
    await expect(whole(card)).toHaveAttribute('data-stale', 'failed');
    await expect(card.host.getByText('Calculating')).toHaveCount(0);
    await expect(card.field(USERS)).toHaveValue('25,000');
    await expect(card.host.getByRole('tab')).toHaveCount(0);
    await expect(price(card)).toHaveAttribute('data-value', '624');
    expect(await isOffered(card)).toBe(false);
    expect(await card.host.locator('[aria-busy]').count()).toBe(0);
  }

  for (const [what, url, handle, view] of WAYS) {
    const html = () => prerender(...ASKED, `--view=${view}`);

    test(`say for what they stand, and cannot be changed, with ${what}`, async ({ page, show, complaints }) => {
      await page.route(url, handle);
      const card = (await show(html()))();
      await expectFailed(card);
      // Still so: nothing is there that would help.
      await button(card).click();
      await expect(button(card)).toBeEnabled();
      await expectFailed(card);
      await page.unroute(url);
      await button(card).click();
      await expect(whole(card)).not.toHaveAttribute('data-stale');
      await expect(card.host.getByRole('alert')).toHaveCount(0);
      await card.field(USERS).fill('60000');
      await expect(price(card)).toHaveAttribute('data-value', '1149');
      complaints.length = 0;
    });

    test(`what was entered is put back, and entered again later, with ${what}`, async ({ page, show, complaints }) => {
      /** @type {(value?: unknown) => void} */
      let fail;
      const failed = new Promise((resolve) => (fail = resolve));
      await page.route(url, async (route) => {
        await failed;
        await handle(route);
      });
      const card = (await show(html()))();
      await card.field(USERS).fill('60,000');
      await expect(whole(card)).toHaveAttribute('data-stale', 'loading');
      await expect(card.host.locator('[part="calculating"]')).toHaveText('Calculating …');
      await expect(card.host.locator('[part="calculating"]')).toBeVisible();
      await expect(card.host.locator('[part="announcement"]')).toHaveText('Calculating …');
      await expect(card.host.locator('[part="stands-for"]')).toHaveText(STANDS_FOR);
      expect(await card.host.locator('[aria-busy="true"]').count()).toBeGreaterThan(0);
      fail();
      await expectFailed(card);
      await expect(button(card)).toBeFocused();
      await page.unroute(url);
      await page.keyboard.press('Enter');
      await expect(whole(card)).not.toHaveAttribute('data-stale');
      await expect(card.field(USERS)).toHaveValue('60,000');
      await expect(price(card)).toHaveAttribute('data-value', '1149');
      await expect(card.host.locator('#name')).toBeFocused();
      complaints.length = 0;
    });
  }

  test('what is chosen counts as entered, too, and what is put back does not', async ({ page, show }) => {
    /** @type {(value?: unknown) => void} */
    let go;
    const gone = new Promise((resolve) => (go = resolve));
    await page.route(WASM, async (route) => {
      await gone;
      await route.continue();
    });
    const card = (await show(prerender(...ASKED)))();
    const calculating = card.host.locator('[part="calculating"]');
    await card.field(USERS).fill('25,0001');
    await expect(calculating).toBeVisible();
    await card.field(USERS).fill('25,000');
    await expect(calculating).toHaveCount(0);
    await expect(whole(card)).not.toHaveAttribute('data-stale');
    await card.edition('Premium').check();
    await expect(calculating).toBeVisible();
    await card.edition('Standard').check();
    await expect(calculating).toHaveCount(0);
    await card.field('First day').fill('2026-12-24');
    await expect(calculating).toBeVisible();
    go();
    await card.ready();
    await expect(calculating).toHaveCount(0);
    await expect(whole(card)).not.toHaveAttribute('data-stale');
    await expect(card.host.locator('[part="total"]')).toContainText('Dec 24, 2026');
  });

  test('what was entered before anybody watched is not the answer either', async ({ page, show, complaints }) => {
    await page.route(WASM, (route) => route.abort());
    /** @type {(value?: unknown) => void} */
    let watch;
    const watched = new Promise((resolve) => (watch = resolve));
    await page.route('**/adopt.js', async (route) => {
      await watched;
      await route.continue();
    });
    const card = (await show(prerender(...ASKED)))();
    await card.field(USERS).fill('60000');
    watch();
    await expectFailed(card);
    complaints.length = 0;
  });

  test('who cannot be watched cannot change anything', async ({ page, show, complaints }) => {
    await page.route(WASM, (route) => route.abort());
    await page.route('**/adopt.js', (route) => route.abort());
    const card = (await show(prerender(...ASKED)))();
    await expect(card.host.getByRole('alert')).toHaveText(NOT_LOADED);
    expect(await card.field(USERS).evaluate((field) => Boolean(field.closest('[inert]')))).toBe(true);
    await page.unrouteAll();
    await button(card).click();
    await card.field(USERS).fill('60000');
    await expect(card.total).toHaveAttribute('data-value', '1149');
    complaints.length = 0;
  });

  test('where the policy of the page forbids the module, that is said', async ({ page, complaints }) => {
    const policy = STRICT_CSP.replace(" 'wasm-unsafe-eval'", '');
    const body = `<!doctype html><html lang="zh-CN"><script type="module" src="/pkg/element.js"></script>
      ${prerender(...ASKED, '--lang=zh-CN')}`;
    await page.route('**/without-wasm', (route) =>
      route.fulfill({
        contentType: 'text/html; charset=utf-8',
        headers: { 'Content-Security-Policy': policy },
        body,
      }),
    );
    await page.goto('/without-wasm');
    const host = page.locator('rate-card');
    await expect(host.getByRole('alert')).toHaveText('价格计算器加载失败。');
    await expect(host.getByRole('button', { name: '重试' })).toBeVisible();
    await expect(host.locator('[part="stands-for"]')).toHaveText(
      '以下价格对应 25,000 位用户，自2026年11月20日起 12 个月。',
    );
    complaints.length = 0;
  });

  test.describe('without scripts', () => {
    test.use({ javaScriptEnabled: false });

    for (const view of ['calculator compare', 'compare', 'matrix', 'chart calculator']) {
      test(`nothing can be changed, ${view}`, async ({ page, show }) => {
        const card = (await show(prerender(...ASKED, `--view=${view}`)))();
        await expect(whole(card)).toBeVisible();
        const found = await page.locator('rate-card').locator('input, select, button').all();
        expect(found.length).toBeGreaterThan(2);
        for (const control of found) await expect(control).toBeDisabled();
      });
    }
  });
});
