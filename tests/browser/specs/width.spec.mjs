// How wide the element is, wherever a page puts it.
import { expect, test } from '../element.mjs';

const CARD = '<rate-card product="chat" as-of="2026-11-20" view="calculator compare matrix chart"></rate-card>';
const HEAD = '<link rel="stylesheet" href="/width.css"><script type="module" src="/pkg/element.js"></script>';
const CSS = `
  body { margin: 8px }
  .row { display: flex }
  .column { display: flex; flex-direction: column; align-items: center }
  .column-start { display: flex; flex-direction: column; align-items: flex-start }
  .float rate-card { float: left }
  .inline rate-card { display: inline-block }
  .absolute { position: relative; block-size: 100px } .absolute rate-card { position: absolute; inset-block-start: 0 }
  .fit rate-card { inline-size: fit-content }
  .least { display: grid; grid-template-columns: min-content }
  .most { display: grid; grid-template-columns: max-content }
  .auto { display: grid; grid-template-columns: auto }
  .centred { display: grid; place-items: center }
  .whole, .whole rate-card { inline-size: 100% }
  .legend { border: 1px solid; padding: 4px }
  .narrow { inline-size: 200px }
  .flexed rate-card { display: flex }
  .gridded rate-card { display: grid }
  .vertical { writing-mode: vertical-rl; block-size: 600px }
`;

/** By name: what stands around the element, and how to open that, where it is closed. */
const PLACES = {
  block: `<div class="place">${CARD}</div>`,
  dialog: `<dialog class="place">${CARD}</dialog>`,
  popover: `<div popover class="place">${CARD}</div>`,
  'table cell': `<table><tr><td class="place">${CARD}</td></tr></table>`,
  'table cell beside another': `<table><tr><td>a</td><td class="place">${CARD}</td></tr></table>`,
  'table cell, 100 %': `<table class="whole"><tr><td class="place whole">${CARD}</td></tr></table>`,
  'flex row': `<div class="place row">${CARD}</div>`,
  'flex row beside text': `<div class="place row"><p>Our prices</p>${CARD}</div>`,
  'flex column, centred': `<div class="place column">${CARD}</div>`,
  'flex column, at the start': `<div class="place column-start">${CARD}</div>`,
  float: `<div class="place float">${CARD}</div>`,
  'inline block': `<div class="place inline">${CARD}</div>`,
  absolute: `<div class="place absolute">${CARD}</div>`,
  'fit-content': `<div class="place fit">${CARD}</div>`,
  'min-content track': `<div class="place least">${CARD}</div>`,
  'max-content track': `<div class="most"><div class="place">${CARD}</div></div>`,
  'auto track': `<div class="place auto">${CARD}</div>`,
  'centred in a grid': `<div class="place centred">${CARD}</div>`,
  fieldset: `<fieldset class="place legend">${CARD}</fieldset>`,
  details: `<details open class="place"><summary>Prices</summary>${CARD}</details>`,
  'a flex box itself': `<div class="place flexed">${CARD}</div>`,
  'a grid itself': `<div class="place gridded">${CARD}</div>`,
};

/** Where a place by itself may be wider than a small screen: it is asked to be. */
const WIDE = ['max-content track'];

const open = (page) =>
  page.evaluate(async () => {
    await customElements.whenDefined('rate-card');
    const place = document.querySelector('.place');
    if (place.localName === 'dialog') place.showModal();
    else if (place.hasAttribute('popover')) place.showPopover();
    await document.querySelector('rate-card').ready;
  });

const measure = (page) =>
  page.evaluate(() => {
    const place = document.querySelector('.place');
    const host = document.querySelector('rate-card');
    const widget = host.shadowRoot.querySelector('.widget');
    const { paddingLeft, paddingRight, borderLeftWidth, borderRightWidth } = getComputedStyle(place);
    const around = [paddingLeft, paddingRight, borderLeftWidth, borderRightWidth].map(Number.parseFloat);
    return {
      width: host.getBoundingClientRect().width,
      widget: widget.getBoundingClientRect().width,
      room: place.getBoundingClientRect().width - around.reduce((sum, one) => sum + one),
      beyond: document.documentElement.scrollWidth - innerWidth,
      inner: [...host.shadowRoot.querySelectorAll('.widget *')].filter(
        (one) =>
          one.getBoundingClientRect().right > widget.getBoundingClientRect().right + 1 &&
          !one.closest('.visually-hidden, svg, .strip, .scroll[tabindex]'),
      ).length,
    };
  });

test.beforeEach(async ({ page }) => {
  await page.route('**/width.css', (route) => route.fulfill({ contentType: 'text/css', body: CSS }));
});

for (const [name, body] of Object.entries(PLACES)) {
  test(`it has room to be used: ${name}`, async ({ page, show }) => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await show(body, HEAD);
    await open(page);
    const wide = await measure(page);
    expect(wide.width).toBeGreaterThanOrEqual(320);
    expect(wide.width).toBeLessThanOrEqual(wide.room + 1);
    expect(wide.widget).toBeCloseTo(wide.width, 0);
    expect(wide.beyond).toBeLessThanOrEqual(0);

    await page.setViewportSize({ width: 320, height: 800 });
    const small = await measure(page);
    expect(small.width).toBeGreaterThanOrEqual(200);
    expect(small.widget).toBeCloseTo(small.width, 0);
    expect(small.inner).toBe(0);
    if (WIDE.includes(name)) return;
    expect(small.width).toBeLessThanOrEqual(small.room + 1);
    expect(small.beyond).toBeLessThanOrEqual(0);
  });
}

test('it takes the room that there is, where it may choose', async ({ page, show }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  for (const name of ['dialog', 'table cell', 'flex row', 'float', 'flex column, centred', 'absolute']) {
    await show(PLACES[name], HEAD);
    await open(page);
    expect((await measure(page)).width, name).toBeGreaterThan(800);
  }
});

test('it is no wider than a narrow box, and fills a wide one', async ({ page, show }) => {
  await page.setViewportSize({ width: 2000, height: 800 });
  await show(`<div class="place narrow">${CARD}</div>`, HEAD);
  await open(page);
  expect((await measure(page)).width).toBe(200);
  await show(PLACES.block, HEAD);
  await open(page);
  const { width, room } = await measure(page);
  expect(width).toBeCloseTo(room, 0);
});

test('text that is written from top to bottom leaves it as it is', async ({ page, show }) => {
  const card = await (await show(`<div class="place vertical">${CARD}</div>`, HEAD))().ready();
  const box = await card.host.boundingBox();
  expect(box.width).toBeGreaterThan(200);
  await expect(card.total).toBeVisible();
  const label = await card.host.getByText('Monthly active users', { exact: true }).first().boundingBox();
  expect(label.width).toBeGreaterThan(label.height);
});

for (const [product, demand] of [
  ['chat', 'mau=1000000000000'],
  ['desk', 'licenses=1000000000 ai_messages=1000000000000'],
  ['voice-agent', 'applications=1000000 concurrency=1000000 minutes=1000000000000'],
]) {
  test(`${product}: no figure is torn, however long it is`, async ({ page, show }) => {
    await page.setViewportSize({ width: 320, height: 800 });
    const card = await (
      await show(`<rate-card product="${product}" as-of="2026-11-20" months="36" demand="${demand}"></rate-card>`)
    )().ready();
    for (const view of ['calculator']) {
      await card.host.evaluate((element, view) => element.setAttribute('view', view), view);
      await card.settled();
      const torn = await card.host.evaluate(({ shadowRoot }) => {
        const figures = /** @type {HTMLElement[]} */ ([...shadowRoot.querySelectorAll('span[data-value]')]);
        const seen = figures.filter((figure) => figure.checkVisibility() && figure.childElementCount === 0);
        const lines = (figure) => {
          const text = figure.firstChild;
          const range = document.createRange();
          const tops = [...figure.textContent].map((sign, at) => {
            range.setStart(text, at);
            range.setEnd(text, at + 1);
            return /\d/.test(sign) ? Math.round(range.getBoundingClientRect().top) : undefined;
          });
          return new Set(tops.filter((top) => top !== undefined)).size;
        };
        // A day may break at its blanks.
        const isDay = ({ dataset }) => /^\d{4}-\d\d-\d\d$/.test(dataset.value);
        const whole = seen.filter((figure) => figure.firstChild?.nodeType === 3 && !isDay(figure));
        const long = whole.filter((figure) => figure.textContent.length > 15);
        return {
          long: long.length,
          torn: whole.filter((figure) => lines(figure) > 1).map(({ outerHTML }) => outerHTML),
        };
      });
      expect(torn.torn, view).toEqual([]);
      expect(torn.long, view).toBeGreaterThan(1);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), view).toBeLessThanOrEqual(320);
    }
  });
}

test.describe('no figure is cut', () => {
  // Of seven to nineteen characters in each language, on the smallest screen.
  const USERS = [100, 15_433, 45_111, 401_234, 12_345_678, 9_876_543_210];
  for (const lang of ['en', 'zh-CN', 'ja', 'id', 'de', 'ar']) {
    test(lang, async ({ page, show }) => {
      await page.setViewportSize({ width: 320, height: 800 });
      await show(`<rate-card product="chat" months="12" lang="${lang}"></rate-card>`);
      const cut = await page.evaluate(async (sizes) => {
        const host = document.querySelector('rate-card');
        await host.ready;
        const cut = [];
        for (const users of sizes) {
          const request = host.request;
          request.items[0].demand = { mau: users };
          host.request = request;
          await host.settled();
          for (const one of host.shadowRoot.querySelectorAll('[data-total] .total-amount, .total-facts [data-value]')) {
            const range = document.createRange();
            range.selectNodeContents(one);
            const box = one.closest('.total, .dock');
            if (!box?.checkVisibility()) continue;
            const room = box.getBoundingClientRect();
            const { paddingLeft, paddingRight } = getComputedStyle(box);
            const { left, right } = range.getBoundingClientRect();
            const isWithin =
              left >= room.left + Number.parseFloat(paddingLeft) - 1 &&
              right <= room.right - Number.parseFloat(paddingRight) + 1;
            if (!isWithin) cut.push(`${users}: ${one.textContent}`);
          }
        }
        return cut;
      }, USERS);
      expect(cut).toEqual([]);
    });
  }
});
