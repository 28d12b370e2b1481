// For every eye: schemes, widths, zoom, print. What holds for every card stands in everywhere.spec.mjs.
import { Card, expect, test } from '../element.mjs';

const open = async (page) => {
  await page.goto('/');
  const card = await new Card(page.locator('rate-card').first()).ready();
  await card.field('Monthly active users').fill('25000');
  await card.host.getByText('What else you need').click();
  await card.field('Members of one group').fill('500');
  await card.field('Months').fill('none');
  await card.host.locator('details').evaluateAll((all) => all.forEach((details) => (details.open = true)));
  await card.settled();
  return card;
};

test('the attribute theme wins over the page', async ({ page, show }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  const head = '<meta name="color-scheme" content="light dark"><script type="module" src="/pkg/element.js"></script>';
  const card = await (await show('<rate-card product="chat"></rate-card>', head))().ready();
  const background = () =>
    card.host.locator('[part="widget"]').evaluate((section) => getComputedStyle(section).backgroundColor);
  expect(await background()).toBe('rgb(255, 255, 255)');
  await card.host.evaluate((element) => element.setAttribute('theme', 'dark'));
  expect(await background()).toBe('rgb(21, 23, 28)');
});

for (const width of [320, 768, 1440]) {
  test(`no sideways scrolling at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    const card = await open(page);
    await card.field('Monthly active users').fill('999999999999');
    await card.settled();
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(beyond).toBeLessThanOrEqual(0);
  });
}

test('the total stays in sight while numbers change', async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 667 });
  const card = await open(page);
  for (const name of ['Monthly active users', 'Months', 'Days that messages are kept']) {
    await card.field(name).scrollIntoViewIfNeeded();
    // The large one, or the small one at the lower edge while that is out of sight.
    const docked = card.host.locator('.dock');
    await expect(card.total.or(docked).filter({ visible: true }).last()).toBeInViewport();
  }
  await card.total.scrollIntoViewIfNeeded();
  await expect(card.total).toBeInViewport();
  await expect(card.host.locator('.dock')).toBeHidden();
});

test('targets are at least 24 px', async ({ page, show }) => {
  const card = await (await show('<rate-card product="chat"></rate-card>'))().ready();
  const targets = card.host.locator('.edition-choice, summary:visible, input[type="text"]:visible');
  for (const target of await targets.all()) {
    const { width, height } = await target.boundingBox();
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
  }
});

// 1280 × 1024 at 400 %.
test.describe('at 400 % zoom', () => {
  test.use({ viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 });

  for (const view of ['calculator', 'compare', 'matrix', 'chart']) {
    test(`${view}: nothing is cut off, and what has the focus is in sight`, async ({ page, show }) => {
      const card = await (
        await show(`<rate-card product="chat" view="${view}" months="12" as-of="2026-11-20"></rate-card>`)
      )().ready();
      const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(beyond).toBeLessThanOrEqual(0);
      const seen = new Set();
      for (let turn = 0; turn < 40; turn += 1) {
        await page.keyboard.press('Tab');
        const where = await card.host.evaluate((host) => {
          const focused = host.shadowRoot.activeElement;
          if (!focused) return null;
          const { left, top, width, height } = focused.getBoundingClientRect();
          const [x, y] = [left + width / 2, top + Math.min(height / 2, 12)];
          const there = host.shadowRoot.elementFromPoint(x, y);
          // A label or a box around it stands for it.
          const isThere =
            there && (focused.contains(there) || there.contains(focused) || there.closest('label')?.contains(focused));
          return {
            name: focused.id || focused.outerHTML.slice(0, 80),
            isThere: Boolean(isThere),
            y,
            by: there?.className,
          };
        });
        if (!where) break;
        seen.add(where.name);
        expect(where.isThere, JSON.stringify(where)).toBe(true);
      }
      expect(seen.size).toBeGreaterThan(1);
    });
  }
});

test('printed, it shows what matters and no buttons', async ({ page, show }) => {
  const card = await (
    await show('<rate-card product="chat" edition="premium" demand="mau=25000"></rate-card>')
  )().ready();
  await card.host.locator('details').evaluateAll((all) => all.forEach((details) => (details.open = true)));
  await page.emulateMedia({ media: 'print' });
  await expect(card.total).toBeVisible();
  await expect(card.host.locator('[part="lines"]')).toBeVisible();
  // The quantities in the question are words there.
  await expect(card.host.locator('button:visible:not([part="asked"])')).toHaveCount(0);
});
