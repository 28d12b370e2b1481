// From a key to the painted total, in Chromium: the median of many inputs, for 12 and 36 months, as is and
// with the processor slowed down four times.
//
//   node tests/browser/bench/input.mjs [PRODUCT …]
//
// Without a product it is all that have a number to write.
// The site is to be built (scripts/site.sh build). Printed are the median time from the key to the
// new total being laid out, the engine and the views included, and from the key to the frame that
// shows it, which waits for the screen's next refresh.
import { execFileSync } from 'node:child_process';
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { chromium } from '@playwright/test';
import { ratecard } from '../../../scripts/ratecard.mjs';

const ROOT = new URL('../../../dist/', import.meta.url);
const TYPES = { '.js': 'text/javascript', '.css': 'text/css', '.wasm': 'application/wasm' };
const INPUTS = 48;
const PRODUCTS = process.argv.slice(2);
const MONTHS = [12, 36];

const server = createServer(async (request, response) => {
  const { pathname, searchParams } = new URL(request.url, 'http://bench');
  if (pathname === '/bench') {
    response.setHeader('Content-Type', 'text/html');
    const [product, months] = ['product', 'months'].map((name) => searchParams.get(name));
    response.end(`<!doctype html><html lang="en"><meta charset="utf-8"><title>Bench</title>
      <script type="module" src="/pkg/element.js"></script><rate-card product="${product}" months="${months}"></rate-card>`);
    return;
  }
  try {
    const file = await readFile(new URL(`.${pathname}`, ROOT));
    response.setHeader('Content-Type', TYPES[extname(pathname)] ?? 'application/octet-stream');
    response.end(file);
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());

function executable() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  return execFileSync('sh', ['-c', 'command -v chromium || command -v chromium-browser || command -v google-chrome'], {
    encoding: 'utf8',
  }).trim();
}

const FIELD = 'rate-card [part="field"][data-dimension] > .box > input[inputmode]';
const cards = JSON.parse(ratecard(['cards'])).filter(
  ({ dimensions, superseded_by: later }) => dimensions.length > 0 && !later,
);
const CASES = PRODUCTS.length ? PRODUCTS : cards.map(({ product }) => product);

const median = (list) => list.toSorted((a, b) => a - b)[list.length >> 1];
const worst = (list) => Math.max(...list);

/** Types into the first field with real keys. What the browser's own Event Timing says of each key is
 * the time to the frame that shows it, in steps of 8 ms; 8 stands for all that it does not tell of. */
async function measure(page, inputs) {
  const field = page.locator(FIELD).first();
  await field.evaluate((input) => {
    window.painted = [];
    window.handled = [];
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (entry.name === 'input') painted.push(entry.duration);
    });
    observer.observe({ type: 'event', durationThreshold: 16 });
    const { host } = input.getRootNode();
    const over = new AbortController();
    // What has been painted is told by then; the next measurement begins anew.
    window.finish = async () => {
      await host.settled();
      await host.settled();
      for (const entry of observer.takeRecords()) if (entry.name === 'input') painted.push(entry.duration);
      observer.disconnect();
      over.abort();
    };
    let began = 0;
    // Before the element's own handlers, and in the first microtask after those of its views.
    const { signal } = over;
    input.addEventListener('beforeinput', () => (began = performance.now()), { signal });
    const measured = () => {
      input.getRootNode().querySelector('[data-total="month"]').getBoundingClientRect();
      handled.push(performance.now() - began);
    };
    host.addEventListener('rate-card-change', measured, { signal });
  });
  for (let i = 0; i < inputs; i += 6) {
    await field.fill('');
    await field.pressSequentially(String(23_457 + i * 1379).padEnd(6, '1'), { delay: 60 });
  }
  return page.evaluate(async (inputs) => {
    await finish();
    const missing = Math.max(0, inputs - painted.length);
    return { shown: [...painted, ...Array(missing).fill(8)], handled };
  }, inputs);
}

const browser = await chromium.launch({
  executablePath: executable(),
  chromiumSandbox: process.getuid?.() !== 0,
});
const line = (cells) =>
  console.log(cells.map((cell, i) => (i ? String(cell).padStart(12) : String(cell).padEnd(20))).join(''));
line(['product', 'months', 'processor', 'laid out ms', 'painted ms', 'worst ms']);
for (const product of CASES) {
  for (const months of MONTHS) {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${port}/bench?product=${product}&months=${months}`);
    await page.locator('rate-card').evaluate((element) => element.ready);
    const session = await page.context().newCDPSession(page);
    await measure(page, 10);
    for (const rate of [1, 4]) {
      await session.send('Emulation.setCPUThrottlingRate', { rate });
      const { shown, handled } = await measure(page, INPUTS);
      line([
        product,
        months,
        `1/${rate}`,
        median(handled).toFixed(1),
        median(shown).toFixed(1),
        worst(shown).toFixed(1),
      ]);
    }
    await page.close();
  }
}
await browser.close();
server.close();
