// Prices that are on the page before anything has loaded, and what becomes of them.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { expect, test, WASM } from '../element.mjs';
import { prerender } from '../native.mjs';

// Where the program is not current, cargo builds it first.
test.describe.configure({ timeout: 300_000 });

const ASKED = ['--product=chat', '--as-of=2026-11-20', '--months=12'];
const AROUND = (html) => `<main>${html}</main><p>After it</p>`;

/** A page with prices in it, whose widget comes when it is let. */
async function hold(page, show, html) {
  /** @type {(value?: unknown) => void} */
  let letIt;
  const let_ = new Promise((resolve) => (letIt = resolve));
  await page.route(WASM, async (route) => {
    await let_;
    await route.continue();
  });
  const card = (await show(AROUND(html)))();
  return { card, widget: () => (letIt(), card.ready()) };
}

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the demo page shows prices', async ({ page }) => {
    await page.goto('/');
    const element = page.locator('rate-card[product]');
    await expect(element.locator('[data-total="month"]')).toContainText('$');
    await expect(element.getByRole('radio', { name: 'Standard' })).toBeChecked();
    await expect(element.getByText('needs JavaScript')).toBeHidden();
    // With its looks.
    await expect(element.locator('.edition-grid')).toHaveCSS('display', 'grid');
    await page.goto('/element.html');
    const all = page.locator('rate-card:not([product])');
    await expect(all.locator('[data-product="chat"]')).toContainText('$399');
    await expect(all.getByText('needs JavaScript')).toBeHidden();
  });

  test('a page under the strict policy does, too', async ({ page, show }) => {
    const card = (await show(prerender(...ASKED)))();
    await expect(card.whole).toHaveAttribute('data-value', '4788');
    await expect(card.host.locator('.edition-grid')).toHaveCSS('display', 'grid');
  });
});

for (const width of [320, 1440]) {
  for (const language of ['en', 'ja']) {
    test(`the widget takes their place unseen, ${width} px, ${language}`, async ({ page, show }, info) => {
      await page.setViewportSize({ width, height: 900 });
      const html = prerender(...ASKED, '--demand=mau=25000 members_per_group=150', `--lang=${language}`);
      const { card, widget } = await hold(page, show, html);
      await expect(card.total).toHaveAttribute('data-value', '624');
      // Until the widget is there, the days and months cannot be changed, and a browser draws such fields its own way.
      const mask = [card.host.locator('.time .box')];
      const look = () => page.screenshot({ fullPage: true, animations: 'disabled', mask });
      const read = () => card.host.evaluate((element) => element.shadowRoot.textContent.replace(/\s+/g, ' ').trim());
      const before = { seen: await look(), text: await read() };
      await widget();
      await expect(card.host.locator('link')).toHaveCount(0);
      expect(await read()).toBe(before.text);
      // Two pictures of the same may differ at a round corner, by less than anybody sees.
      await mkdir(dirname(info.snapshotPath('before.png')), { recursive: true });
      await writeFile(info.snapshotPath('before.png'), before.seen);
      expect(await look()).toMatchSnapshot('before.png', { threshold: 0.01, maxDiffPixels: 0 });
    });
  }
}

for (const width of [320, 768, 1440]) {
  // Without pictures: taking one changes the size of the window, which is a shift of its own. And as on a slow
  // machine, which shows a page while it is still being read: a row that has come in part may grow by its rest,
  // but what stands below the editions must not be shown before them.
  test(`nothing moves, ${width} px`, async ({ page, show }) => {
    await page.setViewportSize({ width, height: 900 });
    await (await page.context().newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: 6 });
    await page.addInitScript(() => {
      window.shifts = [];
      const watch = new PerformanceObserver((list) => shifts.push(...list.getEntries().map(({ value }) => value)));
      watch.observe({ type: 'layout-shift', buffered: true });
    });
    const { card, widget } = await hold(page, show, prerender(...ASKED, '--demand=mau=25000'));
    await expect(card.total).toHaveAttribute('data-value', '624');
    await widget();
    await card.settled();
    await expect(card.host.locator('link')).toHaveCount(0);
    expect(await page.evaluate(() => shifts.reduce((sum, value) => sum + value, 0))).toBeLessThan(0.01);
  });
}

test('what was entered before counts as entered', async ({ page, show }) => {
  const { card, widget } = await hold(page, show, prerender(...ASKED));
  await page.evaluate(() => {
    window.changes = [];
    addEventListener('rate-card-change', (event) => changes.push(event.detail));
  });
  await card.edition('Premium').check();
  await card.field('Monthly active users').fill('25000');
  await card.host.getByText('What else you need').click();
  await card.field('Months').fill('none');
  await card.field('Months').blur();
  await widget();
  await expect(card.edition('Premium')).toBeChecked();
  await expect(card.edition('Standard')).not.toBeChecked();
  // Left before: written in the language's way.
  await expect(card.field('Monthly active users')).toHaveValue('25,000');
  // No number: still there, and said to be none.
  await expect(card.field('Months')).toHaveValue('none');
  await expect(card.field('Months')).toHaveAttribute('aria-invalid', 'true');
  await expect(card.host.locator('[part="more-inputs"]')).toHaveAttribute('open', '');
  await expect(card.total).toHaveAttribute('data-value', '924');
  const { request, estimate } = await page.evaluate(() => changes.at(-1));
  expect(request.items).toEqual([{ product: 'chat', edition: 'premium', demand: { mau: 25000 } }]);
  expect(estimate.totals).toEqual({ USD: '11088' });
});

test('who has entered nothing is told of nothing', async ({ page, show }) => {
  const { card, widget } = await hold(page, show, prerender(...ASKED, '--demand=mau=25000'));
  await page.evaluate(() => {
    window.told = 0;
    addEventListener('rate-card-change', () => (window.told += 1));
  });
  await widget();
  await card.settled();
  expect(await page.evaluate(() => window.told)).toBe(0);
  await expect(card.whole).toHaveAttribute('data-value', '7488');
});

test('what is done in the widget is not taken for what was done before it', async ({ page, show }) => {
  const { card, widget } = await hold(page, show, prerender(...ASKED, '--view=calculator compare chart'));
  await card.field('Monthly active users').fill('12000');
  await expect(card.host.locator('[part="widget"]')).toHaveAttribute('data-stale', 'loading');
  await widget();
  await expect(card.host.locator('[part="widget"]')).not.toHaveAttribute('data-stale');
  await card.field('Monthly active users').fill('25000');
  for (const view of ['Compare', 'Chart', 'Calculator']) {
    await card.host.getByRole('tab', { name: view, exact: true }).click();
    await card.settled();
    await expect(card.host.locator('[part="widget"]')).not.toHaveAttribute('data-stale');
    await expect(card.host.locator('[aria-busy="true"]')).toHaveCount(0);
  }
  await card.edition('Premium').check();
  await expect(card.host.locator('[part="widget"]')).not.toHaveAttribute('data-stale');
  await expect(card.whole).toHaveAttribute('data-value', '11088');
});

test('focus and caret stay where they were, and writing goes on', async ({ page, show }) => {
  const { card, widget } = await hold(page, show, prerender(...ASKED));
  const field = card.field('Monthly active users');
  await field.fill('5000');
  await field.press('Home');
  await widget();
  await expect(field).toBeFocused();
  await expect(field).toHaveValue('5000');
  // At the beginning, where the caret was.
  await page.keyboard.type('2');
  await expect(field).toHaveValue('25000');
  await expect(card.total).toHaveAttribute('data-value', '624');
  await field.blur();
  await expect(field).toHaveValue('25,000');
});

test('the focus of what is no field stays, too', async ({ page, show }) => {
  const { card, widget } = await hold(page, show, prerender(...ASKED, '--demand=mau=25000'));
  const needs = card.host.locator('details[part="needs"]');
  await needs.locator('summary').focus();
  await page.keyboard.press('Enter');
  await expect(needs).toHaveAttribute('open', '');
  await widget();
  await expect(needs.locator('summary')).toBeFocused();
  await expect(needs).toHaveAttribute('open', '');
  await expect(card.host.locator('details[part="more-inputs"]')).not.toHaveAttribute('open');
});

test('an input method is not broken off', async ({ page, show }) => {
  const { card, widget } = await hold(page, show, prerender(...ASKED));
  const field = card.field('Monthly active users');
  await field.focus();
  await field.selectText();
  const session = await page.context().newCDPSession(page);
  await page.waitForFunction(() => customElements.get('rate-card'));
  const compose = (text) =>
    session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  await expect(async () => {
    // The element's helper has arrived once it has been asked for and answered.
    expect(
      await page.evaluate(() =>
        performance
          .getEntriesByType('resource')
          .some(({ name, responseEnd }) => name.endsWith('/adopt.js') && responseEnd),
      ),
    ).toBe(true);
  }).toPass();
  await compose('２５');
  const ready = widget();
  await page.waitForResponse(WASM);
  await compose('２５０００');
  await expect(card.host.locator('link')).toHaveCount(1);
  await session.send('Input.insertText', { text: '２５０００' });
  await ready;
  await expect(field).toBeFocused();
  await expect(field).toHaveValue('２５０００');
  await expect(card.total).toHaveAttribute('data-value', '624');
});

test('prices stay where the widget cannot run', async ({ page, show, complaints }) => {
  await page.route(WASM, (route) => route.abort());
  const card = (await show(AROUND(prerender(...ASKED))))();
  const reason = await card.host.evaluate((element) => element.ready.catch((error) => error.code));
  expect(reason).toBe('unavailable');
  await expect(card.whole).toHaveAttribute('data-value', '4788');
  expect(complaints.splice(0).join()).toContain('ERR_FAILED');
});
