// What the specs share: pages made for a test, and the element as its visitors see it.
import { expect, test as base } from '@playwright/test';

/** As strict as a page can be that runs WebAssembly. */
export const STRICT_CSP = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

export const WASM = '**/*.wasm';

/** The element that a locator finds. */
export class Card {
  constructor(host) {
    this.host = host;
    this.total = host.locator('[data-total="month"]');
    this.whole = host.locator('[data-total="whole"]');
  }

  async ready() {
    await this.host.evaluate((element) => element.ready);
    return this;
  }

  settled() {
    return this.host.evaluate((element) => element.settled());
  }

  field(name) {
    return this.host.getByLabel(name, { exact: true });
  }

  edition(name) {
    return this.host.getByRole('radio', { name, exact: true });
  }
}

/**
 * What a test may ask for beside Playwright's own.
 * @typedef {{
 *   complaints: string[],
 *   show: (body: string, head?: string) => Promise<(selector?: string) => Card>,
 * }} Ours
 * @typedef {import('@playwright/test').PlaywrightTestArgs & import('@playwright/test').PlaywrightTestOptions} Args
 * @typedef {import('@playwright/test').PlaywrightWorkerArgs & import('@playwright/test').PlaywrightWorkerOptions} WorkerArgs
 */

/** @type {import('@playwright/test').Fixtures<Ours, {}, Args, WorkerArgs>} */
const fixtures = {
  /** Fails the test on whatever the page complains about, unless the test expects it. */
  complaints: [
    async ({ page }, use) => {
      const complaints = [];
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(String(error)));
      await use(complaints);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],

  /** Opens a page with this body, on the site's own origin, under the strict policy. */
  show: async ({ page }, use) => {
    await use(async (body, head = '<script type="module" src="/pkg/element.js"></script>') => {
      const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Test</title>
        <meta name="viewport" content="width=device-width">${head}<body>${body}</body></html>`;
      await page.route('**/made-for-a-test', (route) =>
        route.fulfill({
          contentType: 'text/html; charset=utf-8',
          headers: { 'Content-Security-Policy': STRICT_CSP },
          body: html,
        }),
      );
      await page.goto('/made-for-a-test');
      return (selector = 'rate-card') => new Card(page.locator(selector));
    });
  },
};

export const test = base.extend(fixtures);

/**
 * Collects the details of an event of the page in `window[name]`, from before anything is loaded.
 *
 * @param {import('@playwright/test').Page} page
 * @param {string} type
 * @param {string} name
 */
export const collect = (page, type, name) =>
  page.addInitScript(
    ([type, name]) => {
      window[name] = [];
      addEventListener(type, (event) => window[name].push(event.detail));
    },
    [type, name],
  );

/** What was collected, as `code at path`. */
export const errors = (page) => page.evaluate(() => window.errors.map(({ code, path }) => `${code} at ${path}`));

export { expect };
