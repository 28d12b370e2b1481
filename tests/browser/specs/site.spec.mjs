// The demo site: every page, for every eye, under its own strict policy.
import { readdirSync, readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { LANGUAGES } from '../../../scripts/languages.mjs';
import { Card, expect, test } from '../element.mjs';

const DIST = new URL('../../../dist/', import.meta.url);
const PAGES = readdirSync(DIST).filter((name) => name.endsWith('.html'));
/** The pages of products in their first language; further languages have their tag in the name. */
const PRODUCTS = PAGES.filter((name) => /^[a-z-]+\.html$/.test(name)).filter(
  (name) => !['index.html', 'gallery.html', 'element.html'].includes(name),
);

const first = (page) => new Card(page.locator('rate-card').first());
const beyond = (page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

// What a page breaks of its policy is an error of the console, and so fails the test.
// Of the pages of products, which are all made alike, the one in another language stands for all.
for (const name of ['index.html', 'gallery.html', 'element.html', 'contact-center-cn.html']) {
  test(`${name}: axe finds nothing, nothing scrolls sideways, all its elements run`, async ({ page }) => {
    // The gallery has some twenty of the element, whose every colour is looked at.
    test.setTimeout(180_000);
    await page.setViewportSize({ width: 320, height: 800 });
    await page.goto(`/${name}`);
    await page.evaluate(() => Promise.all([...document.querySelectorAll('rate-card')].map((element) => element.ready)));
    expect(await beyond(page)).toBeLessThanOrEqual(0);
    // The element itself has specs of its own, but for the looks that a page gives it.
    const axe = () => new AxeBuilder({ page }).exclude('rate-card:not([class])');
    expect((await axe().analyze()).violations).toEqual([]);
    // Light and dark have the same structure: colours alone are looked at twice.
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    expect((await axe().withRules(['color-contrast']).analyze()).violations).toEqual([]);
    await page.setViewportSize({ width: 1440, height: 900 });
    expect(await beyond(page)).toBeLessThanOrEqual(0);
  });
}

for (const name of PRODUCTS) {
  test(`${name}: it fits on 320 px, and its questions have the answers that the element gives`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 800 });
    await page.goto(`/${name}`);
    const card = await first(page).ready();
    expect(await beyond(page)).toBeLessThanOrEqual(0);
    const links = page.locator('main a[href^="#rate-card="]');
    const current = page.locator('main a[aria-current]');
    const count = await links.count();
    expect(count).toBeGreaterThan(0);
    const answers = page.locator('main [data-answer]');
    await expect(answers).toHaveCount(count);
    // The first is that of the page, from the beginning.
    await expect(current).toHaveText(await links.first().textContent());
    await expect(card.whole).toHaveAttribute('data-value', await answers.first().getAttribute('data-value'));
    for (let i = 0; i < count; i += 1) {
      await links.nth(i).click();
      await expect(card.whole).toHaveAttribute('data-value', await answers.nth(i).getAttribute('data-value'));
      const item = await card.host.evaluate((element) => element.estimate.items[0]);
      await expect(page.locator('main .tile').nth(i).locator('.not-all')).toHaveCount(item.fits ? 0 : 1);
      // It is marked, and the calculator, which stands at it, is in sight and has the focus.
      await expect(current).toHaveText(await links.nth(i).textContent());
      await expect(page.locator('#calculator')).toBeFocused();
      await expect(card.host).toBeInViewport();
      // And nothing in the calculator says that less would have been asked for.
      const advice = (item.advice ?? []).map(({ code }) => code);
      expect(advice).not.toContain('cheaper-edition');
    }
    // From there the keyboard goes on within the calculator.
    await page.keyboard.press('Tab');
    expect(await card.host.evaluate(({ shadowRoot }) => shadowRoot.activeElement?.tagName)).toBe('BUTTON');
    // With other numbers, it is no longer the page's question.
    await card.host.locator('input#months').fill('2');
    await expect(current).toHaveCount(0);
    // Opened anew, it still is not.
    await page.reload();
    await card.ready();
    await expect(card.host.locator('input#months')).toHaveValue('2');
    await expect(current).toHaveCount(0);
  });

  test(`${name}: question, main number and answer are in sight at once`, async ({ page }) => {
    for (const [width, height] of [
      [1366, 768],
      [390, 844],
    ]) {
      await page.setViewportSize({ width, height });
      await page.goto(`/${name}`);
      const card = await first(page).ready();
      const parts = ['[part~="name"]', '[part~="input"]', '[data-total="month"]', '[data-total="first"]'];
      for (const part of parts) {
        const box = await card.host.locator(part).first().boundingBox();
        expect(box.y, `${part} at ${width} px`).toBeGreaterThanOrEqual(0);
        expect(box.y + box.height, `${part} at ${width} px`).toBeLessThanOrEqual(height);
      }
    }
  });

  test(`${name}: in each language it asks the same questions and has the same answers`, async () => {
    const read = (file) => readFileSync(new URL(file, DIST), 'utf8');
    const [product] = name.split('.');
    const first = read(name);
    const tags = [...first.matchAll(/rel="alternate" hreflang="([^"]+)" href="\.\/([^"]+)"/g)];
    expect(tags.map(([, tag]) => tag).sort()).toEqual([...LANGUAGES].sort());
    const answers = (page) => page.match(/data-answer[^>]*data-value="[^"]*"/g);
    const texts = (page) => page.match(/<h3><a href="#rate-card[^<]*<\/a>/g).map((one) => one.replace(/<[^>]*>/g, ''));
    for (const [, tag, file] of tags) {
      expect(file.startsWith(product)).toBe(true);
      const page = read(file);
      expect(page).toContain(`<html lang="${tag}">`);
      expect(answers(page)).toEqual(answers(first));
      if (file !== name) for (const text of texts(page)) expect(texts(first)).not.toContain(text);
    }
  });
}

test('the question that is marked is the one that the calculator stands at, whoever asked', async ({ page }) => {
  await page.goto('/chat.html');
  const card = await first(page).ready();
  const current = page.locator('main a[aria-current]');
  const question = await current.textContent();
  const request = await card.host.evaluate((element) => element.request);
  const set = (name, value) =>
    card.host.evaluate((element, [name, value]) => Object.assign(element, { [name]: value }), [name, value]);
  await set('request', { ...request, months: 7 });
  await expect(current).toHaveCount(0);
  // What the page's own question asks is marked again.
  await set('request', request);
  await expect(current).toHaveText(question);
  await set('state', { version: 1, request: { ...request, months: 5 } });
  await expect(current).toHaveCount(0);
  // Behind a link that was followed, too.
  const second = page.locator('main a[href^="#rate-card="]').nth(1);
  await second.click();
  await expect(current).toHaveText(await second.textContent());
  await set('request', { ...request, months: 3 });
  await expect(current).toHaveCount(0);
});

for (const [name, said] of [
  ['call', /call minutes beyond the plan/],
  ['voice-agent', /Carrier charges/],
  ['desk', /need a Chat plan/],
]) {
  test(`${name}: what its price leaves out stands beside the total`, async ({ page }) => {
    await page.goto(`/${name}.html`);
    const card = await first(page).ready();
    const left = card.host.locator('[part~="exclusions"]');
    await expect(left).toContainText('Not in this price');
    await expect(left.locator('[data-excluded]')).toHaveText(said);
  });
}

test('the comparison is in sight at once, however much is asked', async ({ page }) => {
  for (const [width, height] of [
    [1366, 768],
    [1440, 900],
    [390, 844],
  ]) {
    await page.setViewportSize({ width, height });
    await page.goto('/desk.html');
    const card = await first(page).ready();
    await card.host.locator('[role="tab"][data-view="compare"]').click();
    await card.settled();
    // What each of two editions costs, without scrolling: more of them are not seen at a time on a phone.
    const prices = card.host.locator('[part~="comparison"] [part~="column"] [data-currency]:visible');
    for (const price of [prices.nth(0), prices.nth(1)]) {
      const box = await price.boundingBox();
      expect(box.y + box.height, `at ${width} px`).toBeLessThanOrEqual(height);
    }
    expect(await page.evaluate(() => scrollY)).toBe(0);
  }
});

test('on paper, what stands behind a press stands open, and a price is in one piece', async ({ page }) => {
  await page.goto('/chat.html');
  const card = await first(page).ready();
  const inside = card.host.locator('[part~="source"] p, [part~="assumptions"] ul, [part~="schedule"] table');
  expect(await inside.count()).toBeGreaterThan(1);
  for (const one of await inside.all()) await expect(one).toBeHidden();
  await page.emulateMedia({ media: 'print' });
  for (const one of await inside.all()) await expect(one).toBeVisible();
  await expect(card.host.locator('[part~="total"]')).toHaveCSS('break-inside', 'avoid');
});

test('with large letters on a telephone, the total does not stay in the way', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/chat.html');
  const card = await first(page).ready();
  const docked = card.host.locator('.dock');
  await expect(docked).toHaveCSS('position', 'sticky');
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('html { font-size: 200% }');
    document.adoptedStyleSheets.push(sheet);
  });
  await expect(docked).toHaveCSS('display', 'none');
});

test('from the front page to a product, to another, and back', async ({ page }) => {
  await page.goto('/');
  await page.locator('main .tile').filter({ hasText: 'Cloud Search' }).getByRole('link').click();
  await expect(page).toHaveURL(/\/search\.html$/);
  await page.getByRole('navigation', { name: 'Products', exact: true }).getByRole('link', { name: 'Desk' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Desk');
  const nav = page.getByRole('navigation', { name: 'Products', exact: true });
  await expect(nav.locator('[aria-current="page"]')).toHaveText('Desk');
  await page.getByRole('link', { name: 'ratecard' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What does it cost, exactly?');
});

test('the skip link is the first thing that the keyboard reaches, and leads to the content', async ({ page }) => {
  await page.goto('/chat.html');
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'To the content' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#content$/);
});

test('the product of a Chinese document is Chinese first, and one step from every other language', async ({ page }) => {
  await page.goto('/contact-center-cn.html');
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  const card = await first(page).ready();
  await expect(card.host.locator('section').first()).toHaveAttribute('lang', 'zh-CN');
  // Without a script: the list is the browser's own.
  const other = async (name) => {
    await page.locator('.languages summary').press('Enter');
    await page.locator('.languages').getByRole('link', { name, exact: true }).click();
  };
  await other('English');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await first(page).ready();
  await expect(first(page).host.locator('section').first()).toHaveAttribute('lang', 'en');
  await other('日本語');
  await expect(first(page).host.locator('section').first()).toHaveAttribute('lang', 'ja');
  await other('简体中文');
  await expect(page).toHaveURL(/contact-center-cn\.html$/);
});

test('the front page is in every language, and leads to products in it', async ({ page }) => {
  await page.goto('/');
  const tags = await page.locator('.languages a').evaluateAll((links) => links.map(({ hreflang }) => hreflang));
  expect(tags.sort()).toEqual([...LANGUAGES].sort());
  await page.goto('/index.ja.html');
  await expect(page.locator('html')).toHaveAttribute('lang', 'ja');
  await page.locator('main .tile').getByRole('link', { name: 'デスク', exact: true }).click();
  await expect(page).toHaveURL(/\/desk\.ja\.html$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('デスク');
});

test('a product’s least price on the front page is that of the element', async ({ page }) => {
  await page.goto('/');
  await first(page).ready();
  const said = await page
    .locator('main .tile')
    .evaluateAll((tiles) =>
      tiles.map((tile) => [
        tile.querySelector('a').getAttribute('href').split('/').at(-1).split('.')[0],
        tile.querySelector('strong').dataset.value,
      ]),
    );
  const listed = await page.evaluate(async () => {
    const list = document.createElement('rate-card');
    document.body.append(list);
    await list.ready;
    return [...list.shadowRoot.querySelectorAll('[data-product]')].map((one) => [
      one.dataset.product,
      one.querySelector('[data-figure="price"]').dataset.value,
    ]);
  });
  expect(said.sort()).toEqual(listed.sort());
});

test('a view that the front page names opens on the page of a product', async ({ page }) => {
  await page.goto('/');
  await page.locator('.views').getByRole('link', { name: 'Chart', exact: true }).click();
  await expect(page).toHaveURL(/chat\.html#rate-card=/);
  const card = await first(page).ready();
  await expect(card.host.getByRole('tab', { selected: true })).toHaveText('Chart');
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('a product shows its prices, and the question its answer', async ({ page }) => {
    await page.goto('/chat.html');
    const answer = await page.locator('main [data-answer]').first().getAttribute('data-value');
    await expect(page.locator('rate-card [data-total="whole"]')).toHaveAttribute('data-value', answer);
  });
});

test('printed, a page has its text and prices, and nothing to press', async ({ page }) => {
  await page.goto('/chat.html');
  const card = await first(page).ready();
  await page.emulateMedia({ media: 'print' });
  await expect(card.total).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Where the prices come from' })).toBeVisible();
  await expect(page.getByRole('navigation')).toHaveCount(0);
  expect(await beyond(page)).toBeLessThanOrEqual(0);
});

test('the gallery has every language in both themes, and the page’s own looks', async ({ page }) => {
  await page.goto('/gallery.html');
  const background = (card) =>
    card.locator('[part="widget"]').evaluate((section) => getComputedStyle(section).backgroundColor);
  for (const lang of LANGUAGES) {
    const [light, dark] = ['light', 'dark'].map((theme) => page.locator(`rate-card[lang="${lang}"][theme="${theme}"]`));
    for (const card of [light, dark]) {
      await card.evaluate((element) => element.ready);
      await expect(card.locator('section').first()).toHaveAttribute('lang', lang);
    }
    expect(await background(light)).toBe('rgb(255, 255, 255)');
    expect(await background(dark)).not.toBe(await background(light));
  }
  const frameless = page.locator('.frameless');
  await frameless.evaluate((element) => element.ready);
  await expect(frameless.locator('[part="widget"]')).toHaveCSS('border-top-width', '0px');
});

test('each theme is ten lines at most of documented properties, shown as they are, and looks its own way', async ({
  page,
}) => {
  const documented = new Set(
    readFileSync(new URL('../../../docs/element.md', import.meta.url), 'utf8').match(/--rate-card-[a-z0-9-]+/g),
  );
  const themes = readdirSync(new URL('themes/', DIST)).filter((name) => name !== 'frameless.css');
  expect(themes.length).toBeGreaterThanOrEqual(6);
  await page.goto('/gallery.html');
  const looks = new Set();
  for (const file of themes) {
    const name = file.replace('.css', '');
    const text = readFileSync(new URL(`themes/${file}`, DIST), 'utf8').trim();
    const lines = text.split('\n').slice(1, -1);
    expect(lines.length, file).toBeLessThanOrEqual(10);
    for (const line of lines) expect(documented, file).toContain(line.trim().split(':')[0]);
    await expect(page.locator(`#theme-${name}`)).toHaveText(text, { useInnerText: true });
    const card = page.locator(`rate-card.${name}`);
    await card.evaluate((element) => element.ready);
    looks.add(
      await card.locator('[part="widget"]').evaluate((section) => {
        const { backgroundColor, fontFamily, borderTopLeftRadius } = getComputedStyle(section);
        return [backgroundColor, fontFamily, borderTopLeftRadius].join();
      }),
    );
  }
  expect(looks.size).toBe(themes.length);
});

test('the element opens in a popover of the page, without a script of the page’s own', async ({ page }) => {
  await page.goto('/gallery.html');
  const over = page.locator('#price');
  await expect(over).toBeHidden();
  await page.getByRole('button', { name: 'What would it cost?' }).press('Enter');
  const card = await new Card(over.locator('rate-card')).ready();
  await expect(card.total).toBeVisible();
  const { width } = await card.host.boundingBox();
  expect(width).toBeGreaterThan(300);
  await page.keyboard.press('Escape');
  await expect(over).toBeHidden();
});

test.describe('the reference page', () => {
  const markup = (page) => page.locator('#markup');
  const log = (page) => page.getByRole('log');

  test('a control sets the attribute, the lines follow, the element shows it', async ({ page }) => {
    await page.goto('/element.html');
    const card = await first(page).ready();
    await expect(page.getByLabel('demand', { exact: true })).toHaveValue('mau=25000');
    await page.getByLabel('months', { exact: true }).fill('24');
    await page.getByLabel('months', { exact: true }).press('Enter');
    await expect(markup(page)).toHaveText('<rate-card product="chat" months="24" demand="mau=25000"></rate-card>');
    await expect(card.field('Months')).toHaveValue('24');
    await page.getByLabel('matrix', { exact: true }).check();
    await page.getByLabel('compare', { exact: true }).check();
    await expect(card.host.getByRole('tab')).toHaveText(['Compare', 'Features']);
    await page.getByLabel('lang', { exact: true }).selectOption('ja');
    await expect(card.host.locator('section').first()).toHaveAttribute('lang', 'ja');
    await page.getByLabel('theme', { exact: true }).selectOption('dark');
    await expect(card.host).toHaveCSS('color-scheme', 'dark');
    await expect(markup(page)).toContainText('view="compare matrix" lang="ja" theme="dark"');
    // What is made absent again is.
    await page.getByLabel('lang', { exact: true }).selectOption('');
    expect(await card.host.evaluate((element) => element.hasAttribute('lang'))).toBe(false);
    // Nothing of all this was the visitor's change.
    await expect(log(page).locator('summary')).toHaveCount(0);
  });

  test('another product takes nothing along, and a card of one’s own is a product', async ({ page }) => {
    await page.goto('/element.html');
    const card = await first(page).ready();
    await page.getByLabel('product', { exact: true }).selectOption('desk');
    await expect(card.host.getByRole('heading', { name: 'Desk' })).toBeVisible();
    await page.getByLabel('product', { exact: true }).selectOption('ours');
    await expect(card.host.getByRole('heading', { name: 'Our own product' })).toBeVisible();
    await expect(markup(page)).toContainText('product="ours" cards="./ours.json"');
    await expect(log(page).locator('summary')).toHaveCount(0);
  });

  test('events are listed with what they say, and properties can be read', async ({ page }) => {
    await page.goto('/element.html');
    const card = await first(page).ready();
    await card.edition('Premium').check();
    const total = await card.whole.getAttribute('data-value');
    await expect(log(page).locator('summary').first()).toHaveText(`rate-card-change: ${total} USD`);
    await page.getByLabel('edition', { exact: true }).fill('nonsense');
    await page.getByLabel('edition', { exact: true }).blur();
    await expect(log(page).locator('summary').first()).toHaveText(
      'rate-card-error: unknown_edition at items[0].edition',
    );
    await page.getByRole('button', { name: 'Read estimate' }).click();
    await log(page).locator('summary').first().click();
    const estimate = JSON.parse(await log(page).locator('pre').first().textContent());
    expect(estimate.totals.USD).toBe(total);
    await page.getByRole('button', { name: 'Empty the list' }).click();
    await expect(log(page).locator('summary')).toHaveCount(0);
  });

  test('the lines can be copied', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto('/element.html');
    const copy = page.locator('[data-copies="markup"]');
    await copy.click();
    await expect(copy).toHaveText('Copied');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await markup(page).textContent());
  });
});

test.describe('in a browser that asks for Japanese', () => {
  test.use({ locale: 'ja-JP' });

  test('one line leads to the page in it with what was entered, and is gone for good when dismissed', async ({
    page,
  }) => {
    await page.goto('/index.html');
    const offer = page.locator('.offer');
    await expect(offer).toHaveText(/^このページを日本語で/);
    await expect(offer).toHaveAttribute('lang', 'ja');
    const card = page.locator('rate-card');
    await card.evaluate((element) => element.ready);
    await card.getByLabel('Monthly active users', { exact: true }).fill('31000');
    await expect.poll(() => page.evaluate(() => location.hash)).toContain('rate-card=');
    await offer.getByRole('link').click();
    await expect(page).toHaveURL(/index\.ja\.html#rate-card=/);
    await page.locator('rate-card').evaluate((element) => element.ready);
    const demand = () => page.locator('rate-card').evaluate((element) => element.request.items[0].demand.mau);
    await expect.poll(demand).toBe(31_000);
    // It is in the language that was asked for.
    await expect(page.locator('.offer')).toHaveCount(0);

    await page.goto('/chat.html');
    await page.locator('.offer').getByRole('button', { name: '閉じる' }).click();
    await expect(page.locator('.offer')).toHaveCount(0);
    await page.goto('/index.html');
    await page.locator('rate-card').evaluate((element) => element.ready);
    await expect(page.locator('.offer')).toHaveCount(0);
  });
});

test('nothing is offered where the page is in a language that is asked for first, or in none', async ({ browser }) => {
  for (const locale of ['en-GB', 'fr']) {
    const context = await browser.newContext({ locale });
    const page = await context.newPage();
    await page.goto('/index.html');
    await page.locator('rate-card').evaluate((element) => element.ready);
    await expect(page.locator('.offer')).toHaveCount(0);
    await context.close();
  }
});

test('what was entered on the front page goes along to the page of the product, and to no other', async ({ page }) => {
  await page.goto('/index.html');
  const card = page.locator('rate-card');
  await card.evaluate((element) => element.ready);
  const chat = page.locator('.tile a[data-product="chat"]');
  await expect(chat).not.toHaveAttribute('href', /#/);
  await card.getByLabel('Monthly active users', { exact: true }).fill('31000');
  await expect(chat).toHaveAttribute('href', /#rate-card=/);
  await expect(page.locator('.tile a[data-product="desk"]')).not.toHaveAttribute('href', /#/);
  await chat.click();
  await page.waitForURL(/chat\.html#rate-card=/);
  await page.locator('rate-card').evaluate((element) => element.ready);
  const demand = () => page.locator('rate-card').evaluate((element) => element.request.items[0].demand.mau);
  await expect.poll(demand).toBe(31_000);
});
