// The pictures of docs/design.md and the site's own for where it is linked to (scripts/shots.mjs).

/** The widths between which the layout changes, in pixels. */
const WIDTHS = [360, 680, 1184];
/** What a picture leaves out of a page. */
const BARE = '.pages a:not(.brand), .strip, .languages, .skip { display: none }';

/**
 * A page in a window of its own.
 *
 * @param {any} browser
 * @param {string} url
 * @param {{ width: number, height: number, theme?: 'light' | 'dark', scale?: number }} window
 */
async function opened(browser, url, { width, height, theme = 'light', scale = 1 }) {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: theme,
    deviceScaleFactor: scale,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto(url);
  return page;
}

const ready = (page) =>
  page.evaluate(() => Promise.all([...document.querySelectorAll('rate-card')].map((element) => element.ready)));

/** Styles beside the page's own, which its policy leaves to constructed sheets. */
const styled = (page, text) =>
  page.evaluate((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets.push(sheet);
  }, text);

/** What is shown where somebody links to the site. */
export async function social(browser, base, path) {
  const page = await opened(browser, `${base}/index.html`, { width: 1200, height: 630 });
  await styled(page, BARE);
  await page.locator('rate-card').evaluate((element) => element.ready);
  await page.screenshot({ path });
  await page.context().close();
}

/** The same question in a column, in a text and over a page. */
export async function widths(browser, url, path) {
  const gap = 40;
  const width = WIDTHS.reduce((sum, one) => sum + one + gap, gap);
  const page = await opened(browser, url, { width, height: 1040, scale: 0.6 });
  await page.evaluate((widths) => {
    const [first] = document.querySelectorAll('rate-card');
    for (const width of widths) {
      const box = document.createElement('div');
      box.className = `width-${width}`;
      box.append(first.cloneNode());
      document.body.append(box);
    }
    first.remove();
  }, WIDTHS);
  const columns = WIDTHS.map((one) => `.width-${one} { flex: 0 0 ${one}px }`).join('\n');
  await styled(
    page,
    `body { display: flex; gap: ${gap}px; margin: 0; padding: ${gap}px; background: #f4f4f1; }\n${columns}`,
  );
  await ready(page);
  await page.screenshot({ path });
  await page.context().close();
}

/** What is paid for month by month, in the colours of what it is paid for. */
export async function money(browser, url, path) {
  const page = await opened(browser, url, { width: 1100, height: 1200, scale: 0.9 });
  await ready(page);
  await page.locator('[part~="calendar"]').screenshot({ path });
  await page.context().close();
}

/** The themes of the gallery. */
export async function themes(browser, base, path) {
  const page = await opened(browser, `${base}/gallery.html`, { width: 2320, height: 1200, scale: 0.55 });
  await styled(
    page,
    'body { display: block; margin: 0; } .companies { grid-template-columns: repeat(6, 23rem); padding: 1rem; } .company .code, .bar, .opening { display: none } section { margin: 0 } .clip { max-block-size: 38rem; overflow: hidden; }',
  );
  const cards = page.locator('.companies rate-card');
  for (const card of await cards.all()) await card.evaluate((element) => element.ready);
  await page.locator('.companies').screenshot({ path });
  await page.context().close();
}
