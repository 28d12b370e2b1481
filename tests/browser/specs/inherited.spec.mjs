// What a page says of its own text says nothing of the element's.
import { expect, test } from '../element.mjs';

const CARD =
  '<rate-card product="chat" as-of="2026-11-20" months="3" view="calculator compare matrix chart"></rate-card>';
const HEAD = '<link rel="stylesheet" href="/odd.css"><script type="module" src="/pkg/element.js"></script>';

/** Whatever is inherited, and says how text looks or is laid out. */
const ODD = {
  'white-space': 'nowrap',
  'letter-spacing': '0.4em',
  'word-spacing': '1em',
  'text-transform': 'uppercase',
  'text-indent': '3em',
  'text-align': 'right',
  'text-align-last': 'center',
  'text-shadow': '2px 2px red',
  'text-wrap': 'nowrap',
  'word-break': 'break-all',
  'line-break': 'anywhere',
  'overflow-wrap': 'anywhere',
  hyphens: 'auto',
  'line-height': '3',
  font: 'italic small-caps 900 2rem/3 cursive',
  'font-variant-numeric': 'oldstyle-nums',
  'font-feature-settings': '"smcp"',
  'font-kerning': 'none',
  cursor: 'crosshair',
  'list-style': 'square inside',
  quotes: '"<" ">"',
  'tab-size': '16',
  '-webkit-text-stroke': '2px lime',
  '-webkit-text-fill-color': 'magenta',
  color: 'red',
  'caret-color': 'lime',
  'accent-color': 'lime',
  'text-decoration': 'line-through 4px red',
  'text-emphasis': 'dot',
  'writing-mode': 'horizontal-tb',
  'border-collapse': 'collapse',
  'border-spacing': '9px',
  'caption-side': 'bottom',
  'empty-cells': 'hide',
  'text-rendering': 'geometricPrecision',
  fill: 'lime',
  stroke: 'lime',
  'stroke-width': '7px',
  'text-anchor': 'end',
  'dominant-baseline': 'hanging',
  widows: '7',
  'user-select': 'none',
};
const RULES = Object.entries(ODD).map(([name, value]) => `${name}: ${value}`);

/** The computed style of everything inside, and where it stands. */
const looks = (page) =>
  page.evaluate(async () => {
    const host = document.querySelector('rate-card');
    await host.ready;
    for (const tab of host.shadowRoot.querySelectorAll('[role="tab"]')) {
      tab.click();
      await host.settled();
    }
    host.shadowRoot.querySelector('[role="tab"]').click();
    await host.settled();
    host.shadowRoot.querySelector('.visually-hidden')?.remove();
    return [...host.shadowRoot.querySelectorAll('.room *')].map((element) => {
      const style = getComputedStyle(element);
      const { width, height } = element.getBoundingClientRect();
      const said = [...style]
        .filter((name) => !name.startsWith('--'))
        .map((name) => [name, style.getPropertyValue(name)]);
      return {
        is: `${element.localName}.${element.getAttribute('class')}`,
        width,
        height,
        style: Object.fromEntries(said),
      };
    });
  });

async function compare(page, show, css, body = CARD) {
  // Nothing is on its way from one colour to another.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  let rules = '';
  await page.route('**/odd.css', (route) => route.fulfill({ contentType: 'text/css', body: rules }));
  await show(body, HEAD);
  const plain = await looks(page);
  rules = css;
  await show(body, HEAD);
  const odd = await looks(page);
  expect(plain.length).toBeGreaterThan(100);
  expect(odd.map(({ is }) => is)).toEqual(plain.map(({ is }) => is));
  const different = plain.flatMap((one, i) =>
    Object.keys(one.style)
      .filter((name) => one.style[name] !== odd[i].style[name])
      .map((name) => `${one.is} ${name}: ${one.style[name]} → ${odd[i].style[name]}`),
  );
  expect(different.slice(0, 20)).toEqual([]);
  for (const [i, { is, width, height }] of plain.entries()) {
    expect(odd[i].width, is).toBeCloseTo(width, 0);
    expect(odd[i].height, is).toBeCloseTo(height, 0);
  }
}

test('what is inherited from the page stays outside', async ({ page, show }) => {
  await compare(page, show, `body { ${RULES.join('; ')} }`);
});

test('what the page says of everything, and insists on, stays outside', async ({ page, show }) => {
  const rules = RULES.map((rule) => `${rule} !important`);
  await compare(page, show, `body, body * { ${rules.join('; ')} }`);
});

test('what the page says of the element alone stays outside, too', async ({ page, show }) => {
  await compare(page, show, `rate-card { ${RULES.join('; ')} }`);
});

test('within a word that is underlined, nothing is', async ({ page, show }) => {
  await page.route('**/odd.css', (route) =>
    route.fulfill({ contentType: 'text/css', body: 'u { display: block; text-decoration: underline 9px red }' }),
  );
  await show(`<u>${CARD}</u>`, HEAD);
  const card = page.locator('rate-card');
  await card.evaluate((element) => element.ready);
  const lined = await card.screenshot();
  await page.evaluate(() => document.querySelector('u').replaceWith(document.querySelector('rate-card')));
  await card.evaluate((element) => element.settled());
  // The same but for the red line.
  expect(lined.equals(await card.screenshot())).toBe(true);
});

test('colours, hiding and inertness of the page do come through', async ({ page, show }) => {
  await page.route('**/odd.css', (route) =>
    route.fulfill({
      contentType: 'text/css',
      body: `body { color-scheme: dark; visibility: hidden; pointer-events: none; --rate-card-text: rgb(1, 2, 3) }`,
    }),
  );
  await show(CARD, HEAD);
  const card = page.locator('rate-card');
  await card.evaluate((element) => element.ready);
  const name = card.locator('[part~="name"]');
  await expect(name).toHaveCSS('color-scheme', 'dark');
  await expect(name).toHaveCSS('visibility', 'hidden');
  await expect(name).toHaveCSS('pointer-events', 'none');
  await expect(name).toHaveCSS('color', 'rgb(1, 2, 3)');
});
