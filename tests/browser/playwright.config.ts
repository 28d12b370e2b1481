// The pages as they are shipped (dist/), served as plain files, in the system's
// Chromium. `make test` builds the site first.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { defineConfig } from '@playwright/test';

const port = Number(process.env.RATECARD_TEST_PORT ?? 4173);
const url = `http://127.0.0.1:${port}/`;

// The same order as in scripts/env.sh.
function chromium(): string {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  candidates.push('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome');
  const found = candidates.find((path) => existsSync(path));
  if (!found) throw new Error('No Chromium found: run  scripts/setup.sh chromium  or set CHROMIUM');
  return found;
}

if (!existsSync(new URL('../../dist/index.html', import.meta.url))) {
  throw new Error('The site is not built: run  scripts/site.sh build');
}

export default defineConfig({
  testDir: 'specs',
  outputDir: 'test-results',
  // None is kept: a test compares two pictures of its own.
  snapshotDir: 'test-results/snapshots',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  // Not "line", which redraws and leaves no record in a log.
  reporter: [['list'], ['html', { open: 'never' }]],
  use: {
    baseURL: url,
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: chromium(),
      // Chromium refuses to start as root with its sandbox, as in most containers.
      chromiumSandbox: process.getuid?.() !== 0,
    },
  },
  webServer: {
    command: `node_modules/.bin/sirv ../../dist --host 127.0.0.1 --port ${port} --dev --quiet`,
    url,
    reuseExistingServer: false,
  },
});
