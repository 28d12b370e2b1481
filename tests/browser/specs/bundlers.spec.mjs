// The packed package, made into a page by each bundler: that page has to answer and to show the element.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BUNDLERS, bundleWorker, serveWithVite, WORKERD } from '../../bundlers/bundlers.mjs';
import { expect, test } from '../element.mjs';

const PACKAGE = new URL('../../../pkg/', import.meta.url).pathname;
const REQUEST = `{ as_of: '2026-11-20', items: [{ product: 'chat', edition: 'standard', demand: { mau: 25000 } }] }`;
const FILES = {
  'package.json': '{ "private": true, "type": "module" }',
  'engine.js': `import { estimate } from 'ratecard';
document.title = estimate(${REQUEST}).totals.USD;`,
  'element.js': `import 'ratecard/element';
const card = document.querySelector('rate-card');
card.ready.then(() => { document.title = card.estimate.totals.USD; });`,
  'worker.js': `import { estimate } from 'ratecard';
export default { fetch: () => Response.json(estimate(${REQUEST}).totals) };`,
};

let project;
test.describe.configure({ mode: 'serial' });
test.beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'ratecard-bundlers-'));
  const npm = (...args) => execFileSync('npm', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  const [{ filename }] = JSON.parse(npm('pack', PACKAGE, '--json', '--pack-destination', project));
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(project, name), text);
  npm('install', '--offline', '--prefix', project, join(project, filename));
});
test.afterAll(() => rmSync(project, { recursive: true, force: true }));

/** Serves a folder at an address of its own. */
async function serve(page, folder) {
  await page.route('**/bundled/**', async (route) => {
    const path = join(folder, new URL(route.request().url()).pathname.replace('/bundled/', ''));
    if (existsSync(path)) await route.fulfill({ path });
    else await route.fulfill({ status: 404 });
  });
  await page.route('**/bundled/', (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: html('page.js') }),
  );
}

const html = (script) => `<!doctype html><html lang="ja"><title></title><link rel="icon" href="data:,">
<rate-card product="chat" as-of="2026-11-20" demand="mau=25000" loading="eager"></rate-card>
<script type="module" src="${script}"></script></html>`;

for (const [name, bundle] of Object.entries(BUNDLERS)) {
  for (const entry of ['engine.js', 'element.js']) {
    test(`${name} makes a page of ${entry}`, async ({ page }) => {
      const folder = join(project, `${name}-${entry}`);
      await bundle(project, join(project, entry), folder);
      await serve(page, folder);
      await page.goto('/bundled/');
      await expect(page).toHaveTitle('624');
      if (entry === 'element.js') await expectElement(page);
    });
  }
}

/** The element, its styles and its languages are there. */
async function expectElement(page) {
  await expect(page).toHaveTitle('624');
  const total = page.locator('rate-card').locator('[part=total]');
  await expect(total).toContainText('月');
  expect(await total.evaluate((element) => getComputedStyle(element).paddingTop)).not.toBe('0px');
}

test('the development server of Vite serves the element', async ({ page }) => {
  const port = await freePort();
  writeFileSync(join(project, 'index.html'), html('/element.js'));
  const server = await serveWithVite(project, port);
  try {
    await page.goto(`http://127.0.0.1:${port}/`);
    await expectElement(page);
  } finally {
    await server.close();
  }
});

test('esbuild makes a worker that workerd runs', async () => {
  const port = await freePort();
  const config = await bundleWorker(project, join(project, 'worker.js'), join(project, 'workerd'), port);
  const server = spawn(WORKERD, ['serve', config], { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  server.stderr.on('data', (text) => {
    said += text;
  });
  try {
    const answer = async () => {
      if (server.exitCode !== null) throw new Error(said);
      return fetch(`http://127.0.0.1:${port}/`).then(
        (response) => response.json(),
        () => undefined,
      );
    };
    await expect.poll(answer, { message: said }).toEqual({ USD: '624' });
  } finally {
    server.kill();
  }
});

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
      server.close(() => resolve(port));
    });
  });
}
