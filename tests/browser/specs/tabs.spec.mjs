// Several views behind tabs, by the pattern of the ARIA Authoring Practices Guide.
import { expect, test } from '../element.mjs';

const ALL = '<rate-card product="chat" as-of="2026-11-20" view="calculator compare matrix"></rate-card>';
const tab = (card, name) => card.host.getByRole('tab', { name, exact: true });
const shown = (card) => card.host.locator('[part="widget"]').getAttribute('data-view');
const set = (card, name, value) =>
  card.host.evaluate((element, [name, value]) => element.setAttribute(name, value), [name, value]);

test('one view has no tabs, two have', async ({ show }) => {
  const card = await (await show('<rate-card product="chat" view="compare"></rate-card>'))().ready();
  await expect(card.host.getByRole('table')).toBeVisible();
  await expect(card.host.getByRole('tab')).toHaveCount(0);
  await expect(card.host.getByRole('tabpanel')).toHaveCount(0);
  await set(card, 'view', 'matrix  compare matrix');
  await expect(card.host.getByRole('tab')).toHaveText(['Features', 'Compare']);
  await expect(tab(card, 'Features')).toHaveAttribute('aria-selected', 'true');
  await card.host.evaluate((element) => element.removeAttribute('view'));
  await expect(card.total).toBeVisible();
  await expect(card.host.getByRole('tab')).toHaveCount(0);
});

test('a tab and its panel belong together; only one view is there', async ({ show }) => {
  const card = await (await show(ALL))().ready();
  const list = card.host.getByRole('tablist', { name: 'Chat' });
  await expect(list.getByRole('tab')).toHaveText(['Calculator', 'Compare', 'Features']);
  for (const [name, part] of [
    ['Compare', 'compare'],
    ['Features', 'matrix'],
    ['Calculator', 'calculator'],
  ]) {
    await tab(card, name).click();
    await expect(card.host.getByRole('tabpanel', { name, exact: true })).toBeVisible();
    await expect(card.host.locator('[part="panel"] > *')).toHaveAttribute('part', part);
    const panel = await card.host.locator('[part="panel"]').getAttribute('id');
    await expect(tab(card, name)).toHaveAttribute('aria-controls', panel);
    await expect(list.getByRole('tab', { selected: true })).toHaveText([name]);
  }
});

test('the keyboard: arrows, Home and End show a view at once, Tab goes into it', async ({ page, show }) => {
  const card = await (await show(ALL))().ready();
  // What is asked comes first: nothing but the time.
  await page.keyboard.press('Tab');
  await expect(card.host.locator('[part="asked"]')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(tab(card, 'Calculator')).toBeFocused();
  for (const [key, name] of [
    ['ArrowRight', 'Compare'],
    ['ArrowRight', 'Features'],
    ['ArrowRight', 'Calculator'],
    ['ArrowLeft', 'Features'],
    ['Home', 'Calculator'],
    ['End', 'Features'],
    ['ArrowLeft', 'Compare'],
  ]) {
    await page.keyboard.press(key);
    await expect(tab(card, name)).toBeFocused();
    await expect(card.host.getByRole('tabpanel', { name, exact: true })).toBeVisible();
    await expect(card.host.locator('[role="tab"][tabindex="0"]')).toHaveText([name]);
  }
  await page.keyboard.press('Tab');
  await expect(card.host.locator('[role="tabpanel"] :focus')).toHaveCount(1);
  await page.keyboard.press('Shift+Tab');
  await expect(tab(card, 'Compare')).toBeFocused();
});

test('what is asked stays when another view comes', async ({ show }) => {
  const card = await (await show(ALL))().ready();
  await card.field('Monthly active users').fill('25000');
  await tab(card, 'Compare').click();
  await expect(card.field('Monthly active users')).toHaveValue('25,000');
  await card.field('Months').fill('12');
  await card.edition('Premium').check();
  await tab(card, 'Features').click();
  await card.host.getByRole('checkbox', { name: 'Communities' }).check();
  await tab(card, 'Calculator').click();
  await expect(card.field('Months')).toHaveValue('12');
  await expect(card.edition('Premium')).toBeChecked();
  const request = await card.host.evaluate((element) => element.request);
  expect(request.items).toEqual([
    { product: 'chat', edition: 'premium', demand: { mau: 25000 }, requires: ['community-groups'] },
  ]);
});

test('the page is told of another view, once, and not of one that the host sets', async ({ page, show }) => {
  const card = await (await show(ALL))().ready();
  await page.evaluate(() => {
    window.changes = [];
    addEventListener('rate-card-change', (event) => changes.push(event.detail));
  });
  await set(card, 'view', 'calculator matrix');
  await card.settled();
  await tab(card, 'Calculator').click();
  await card.settled();
  expect(await page.evaluate(() => changes)).toEqual([]);
  await tab(card, 'Features').click();
  await expect.poll(() => page.evaluate(() => changes.length)).toBe(1);
  const [detail] = await page.evaluate(() => changes);
  expect(Object.keys(detail)).toEqual(['request', 'estimate']);
  expect(detail.request).toEqual(await card.host.evaluate((element) => element.request));
});

test('a view that there is not is an event that says what there is', async ({ page, show }) => {
  const card = await (await show(ALL))().ready();
  await tab(card, 'Compare').click();
  await page.evaluate(() => {
    window.errors = [];
    addEventListener('rate-card-error', (event) => errors.push(event.detail));
  });
  await set(card, 'view', 'calculator nonsense');
  await expect.poll(() => page.evaluate(() => errors.length)).toBe(1);
  const [error] = await page.evaluate(() => errors);
  expect(error).toMatchObject({ code: 'unknown_view', path: 'view' });
  expect(error.message).toContain('"nonsense"');
  for (const name of ['calculator', 'compare', 'matrix']) expect(error.message).toContain(name);
  expect(await shown(card)).toBe('compare');
  // A later attribute is taken all the same.
  await set(card, 'demand', 'mau=25000');
  await expect(card.field('Monthly active users')).toHaveValue('25,000');
  expect(await page.evaluate(() => errors.length)).toBe(1);
});

test('taken away and brought back, it shows the view that was shown', async ({ page, show }) => {
  const card = await (await show(ALL))().ready();
  await tab(card, 'Features').click();
  await page.evaluate(async () => {
    const element = document.querySelector('rate-card');
    element.remove();
    await null;
    await new Promise(requestAnimationFrame);
    document.body.append(element);
    await element.ready;
  });
  await expect(tab(card, 'Features')).toHaveAttribute('aria-selected', 'true');
  await expect(card.host.getByRole('tab')).toHaveCount(3);
});

for (const width of [320, 768, 1440]) {
  test(`no view scrolls the page sideways at ${width} px, and targets are 24 px`, async ({ page, show }) => {
    await page.setViewportSize({ width, height: 800 });
    const card = await (await show(ALL))().ready();
    await card.field('Monthly active users').fill('999999999999');
    for (const name of ['Compare', 'Features', 'Calculator']) {
      await tab(card, name).click();
      await card.settled();
      const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(beyond, name).toBeLessThanOrEqual(0);
      const targets = card.host.locator('[role="tab"], label.pick:visible, summary:visible, button:visible');
      for (const target of await targets.all()) {
        const { width, height } = await target.boundingBox();
        expect(Math.min(width, height), `${name}: ${await target.textContent()}`).toBeGreaterThanOrEqual(24);
      }
    }
  });
}

test('a fold that was opened is open when its view comes back, and one that was closed is closed', async ({ show }) => {
  const card = await (await show(ALL.replace('">', '" months="12" demand="mau=25000">')))().ready();
  const schedule = card.host.locator('details[part="schedule"]');
  const needs = card.host.locator('details[part="needs"]');
  await schedule.locator('> summary').click();
  await needs.locator('> summary').click();
  const rows = await schedule.locator('[data-on]').count();
  expect(rows).toBeGreaterThan(12);
  await tab(card, 'Compare').click();
  const group = card.host.getByRole('button', { name: 'What is included' });
  await expect(group).toHaveAttribute('aria-expanded', 'true');
  await group.click();
  await expect(group).toHaveAttribute('aria-expanded', 'false');
  await tab(card, 'Calculator').click();
  await expect(schedule).toHaveAttribute('open', '');
  await expect(schedule.locator('[data-on]')).toHaveCount(rows);
  await expect(needs).toHaveAttribute('open', '');
  await needs.locator('> summary').click();
  await tab(card, 'Compare').click();
  await expect(group).toHaveAttribute('aria-expanded', 'false');
  await tab(card, 'Calculator').click();
  await expect(needs).not.toHaveAttribute('open');
  await expect(schedule).toHaveAttribute('open', '');
});
