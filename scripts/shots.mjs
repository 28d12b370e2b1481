#!/usr/bin/env node
// Pictures of the widget, to be looked at: every product in every view, in the languages, themes and
// widths that are asked for. The site has to be built (scripts/site.sh build).
//
//   node scripts/shots.mjs                          all of it, into target/shots/
//   node scripts/shots.mjs --product chat --lang en --theme light --width 1440 --view compare
//   node scripts/shots.mjs --readme                 the two pictures of the README, into docs/
//   node scripts/shots.mjs --design                 those of docs/design.md, and www/social.png
//
// Each option may be given several times. Without a demand it is the question on the product's page; the
// product `all` is the list of all of them.
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { money, social, themes, widths } from './shots-design.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const { VIEWS } = await import('../pkg/element/attributes.js');
const { chromium } = createRequire(join(root, 'tests/browser/package.json'))('playwright-core');
const { rateCards } = await import('../pkg/node.js');

/** The day on which the pictures were taken, so to say: the same pictures tomorrow. */
const AS_OF = '2026-11-20';
const TYPES = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.html': 'text/html',
  '.wasm': 'application/wasm',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

/** @type {{ values: Record<string, any> }} */
const { values: asked } = parseArgs({
  options: Object.fromEntries([
    ...['product', 'view', 'lang', 'theme', 'width', 'demand', 'edition', 'months'].map((name) => [
      name,
      { type: 'string', multiple: true },
    ]),
    ['readme', { type: 'boolean' }],
    ['design', { type: 'boolean' }],
  ]),
});

const products = [...new Set(rateCards().map(({ product }) => product))];
const abouts = JSON.parse(readFileSync(join(root, 'www/products.json'), 'utf8'));

/** What the element is asked. */
function questionOf(product) {
  if (asked.demand) return { demand: asked.demand.join(' ') };
  const [question] = abouts[product]?.questions ?? [];
  if (!question) return {};
  const demand = Object.entries(question.demand).map(([dimension, quantity]) => `${dimension}=${quantity}`);
  return { edition: question.edition, months: question.months, demand: demand.join(' ') };
}

/** The site's own files; and a page with one element, for whatever the query says. */
const server = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
  if (pathname === '/shot') {
    const attributes = [...searchParams]
      .filter(([name]) => name !== 'theme')
      .map(([name, value]) => `${name}="${value}"`);
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
      <meta name="color-scheme" content="${searchParams.get('theme')}"><title>ratecard</title>
      <script type="module" src="/pkg/element.js"></script>
      <body><rate-card ${attributes.join(' ')}></rate-card>`);
    return;
  }
  const file = join(root, 'dist', normalize(pathname === '/' ? '/index.html' : pathname));
  if (!existsSync(file)) {
    response.statusCode = 404;
    response.end();
    return;
  }
  response.setHeader('Content-Type', TYPES[extname(file)] ?? 'application/octet-stream');
  response.end(readFileSync(file));
});

/**
 * A picture of a page, all of it or what a window shows.
 *
 * @param {any} browser
 * @param {{ path: string, url: string, width: number, theme: string, prepare?: (card: any) => unknown, fullPage?: boolean, height?: number }} shot
 */
async function shoot(browser, { path, url, width, theme, prepare, fullPage = true, height = 900 }) {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme: theme, deviceScaleFactor: 1 });
  const page = await context.newPage();
  await page.goto(url);
  const card = page.locator('rate-card').first();
  await card.evaluate((element) => element.ready);
  await prepare?.(card);
  await card.evaluate((element) => element.settled());
  if (fullPage) {
    // In a window of that height nothing sticks over anything else.
    const whole = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewportSize({ width, height: Math.max(height, whole) });
  }
  await page.screenshot({ path, fullPage });
  await context.close();
  console.log(path.slice(root.length));
}

async function all(browser, base) {
  const folder = join(root, 'target/shots');
  mkdirSync(folder, { recursive: true });
  for (const product of asked.product ?? products) {
    for (const view of asked.view ?? VIEWS) {
      for (const lang of asked.lang ?? ['en', 'zh-CN']) {
        for (const theme of asked.theme ?? ['light', 'dark']) {
          for (const width of asked.width ?? ['320', '1440']) {
            const query = new URLSearchParams(
              /** @type {Record<string, string>} */ ({
                view,
                lang,
                theme,
                'as-of': AS_OF,
                ...(product === 'all' ? {} : { product, ...questionOf(product) }),
              }),
            );
            const path = join(folder, `${product}-${view}-${lang}-${theme}-${width}.png`);
            await shoot(browser, { path, url: `${base}/shot?${query}`, width: Number(width), theme });
          }
        }
      }
    }
  }
}

/** The calculator in light colours, the matrix in dark ones. */
async function readme(browser, base) {
  const of = (theme, more) =>
    `${base}/shot?${new URLSearchParams({ product: 'chat', theme, 'as-of': AS_OF, ...more })}`;
  await shoot(browser, {
    path: join(root, 'docs/screenshot.png'),
    url: of('light', { view: 'calculator compare matrix', demand: 'mau=25000', months: '12' }),
    width: 1200,
    theme: 'light',
    fullPage: false,
  });
  await shoot(browser, {
    path: join(root, 'docs/screenshot-matrix.png'),
    url: of('dark', { view: 'matrix' }),
    width: 1200,
    theme: 'dark',
    fullPage: false,
  });
}

/** What docs/design.md shows of the looks, and what the site is shown by. */
async function design(browser, base) {
  const of = (more) => `${base}/shot?${new URLSearchParams({ theme: 'light', 'as-of': AS_OF, ...more })}`;
  const docs = (name) => join(root, `docs/design-${name}.png`);
  const chat = { product: 'chat', edition: 'standard', months: '12', demand: 'mau=25000' };
  const desk = { product: 'desk', ...questionOf('desk') };
  await widths(browser, of(chat), docs('widths'));
  await money(browser, of(/** @type {any} */ (desk)), docs('money'));
  await themes(browser, base, docs('themes'));
  await social(browser, base, join(root, 'www/social.png'));
}

await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM,
  chromiumSandbox: process.getuid?.() !== 0,
});
try {
  await (asked.design ? design : asked.readme ? readme : all)(
    browser,
    `http://127.0.0.1:${/** @type {import('node:net').AddressInfo} */ (server.address()).port}`,
  );
} finally {
  await browser.close();
  server.close();
}
