// What can each edition do, and which have what is needed?
import { compare, rateCard, rateCards } from '../../../pkg/node.js';
import { expect, test } from '../element.mjs';

const AS_OF = '2026-11-20';
const matrix = (product, more = '') =>
  `<rate-card view="matrix" product="${product}" as-of="${AS_OF}" ${more}></rate-card>`;
/** The card in force, as the engine has it. */
const cardOf = (product, asOf = AS_OF) =>
  rateCard(compare({ as_of: asOf, items: [{ product }] }).editions[0].rate_card);
const row = (card, id) => card.host.locator(`tr[data-feature="${id}"]`);
const cell = (row, edition) => row.locator(`td[data-edition="${edition}"]`);
const tick = (card, id) => row(card, id).getByRole('checkbox');
const visible = (card) =>
  card.host
    .locator('tbody tr[part="feature"]')
    .evaluateAll((rows) => rows.filter((row) => row.checkVisibility()).length);
const differs = (values) => new Set(Object.values(values).map((value) => JSON.stringify(value))).size > 1;
/** Whether those differ that one can buy: trials are small by nature. */
const differsToBuy = (values) => {
  const { trial: _, ...bought } = values;
  return differs(bought);
};

for (const { id, product, effective } of rateCards()) {
  const known = rateCard(id);
  const quotas = known.dimensions.filter(({ allowance, limit }) => (allowance ?? limit) !== undefined);
  if (known.features.length + quotas.length === 0) continue;
  test(`${id}: every feature and every quantity has its row, with the card's values`, async ({ show }) => {
    const request = { as_of: effective ?? AS_OF, items: [{ product, edition: known.editions[0].id, rate_card: id }] };
    const card = await (await show(matrix(product)))().ready();
    await card.host.evaluate((element, request) => (element.request = request), request);
    await expect(card.host.locator('[part="widget"]')).toHaveAttribute('data-rate-card', id);
    const shown = await card.host.locator('tbody tr[part="feature"]').evaluateAll((rows) =>
      rows.map((row) => ({
        id: row.dataset.feature ?? row.dataset.dimension,
        group: row.parentElement.dataset.group,
        inferred: row.dataset.provenance === 'inferred',
        cells: Object.fromEntries(
          [...row.cells].slice(1).map((cell) => {
            const value = cell.querySelector('[data-kind]');
            const figure = value.querySelector('[data-value]');
            return [cell.dataset.edition, [value.dataset.kind, figure ? figure.dataset.value : value.textContent]];
          }),
        ),
      })),
    );
    const said = (value) => {
      if (value === undefined) return ['none', 'None included'];
      if (value === true) return ['yes', 'Yes'];
      if (value === false) return ['no', 'No'];
      if (value === 'unlimited') return ['unlimited', 'Unlimited'];
      return typeof value === 'number' ? ['number', String(value)] : ['text', value.en];
    };
    const cells = (value) => {
      const of = (edition) => (typeof value === 'object' ? value[edition] : value);
      // Trials stand last.
      const rank = ({ trial }) => Number(Boolean(trial));
      const editions = known.editions.toSorted((one, other) => rank(one) - rank(other));
      return Object.fromEntries(editions.map(({ id }) => [id, said(of(id))]));
    };
    const expected = [
      ...quotas.map(({ id, group, allowance, limit, provenance }) => ({
        id,
        group,
        provenance,
        cells: cells(allowance ?? limit),
      })),
      ...known.features.map(({ id, group, values, provenance }) => ({ id, group, provenance, cells: cells(values) })),
    ].map(({ provenance, ...row }) => ({ ...row, inferred: provenance === 'inferred' }));
    const plain = ({ id, group, inferred, cells }) => JSON.stringify([id, group ?? null, inferred, cells]);
    expect(shown.map(plain).sort()).toEqual(expected.map(plain).sort());
    // Under their headings, in the card's order.
    const headings = [...new Set(shown.map((row) => row.group).filter(Boolean))];
    expect(headings).toEqual(known.groups.map((group) => group.id).filter((id) => headings.includes(id)));
  });
}

/** The verdict at the head of an edition's column. */
const verdict = (card, edition) => card.host.locator(`th[data-edition="${edition}"] [part="verdict"]`);
/** All rows, those in which editions are alike, too. */
const showAll = (card) => card.host.getByRole('switch', { name: 'Only where editions differ' }).uncheck();

test('why not the cheaper edition: it lacks what is ticked', async ({ show }) => {
  const card = await (await show(matrix('chat')))().ready();
  const status = card.host.locator('#needs');
  await expect(status).toContainText('Tick what you need');
  const wanted = ['community-groups', 'group-read-receipts'];
  const rows = card.host.locator('tbody:not(.left-out) tr');
  await rows.evaluateAll((rows) => rows.forEach((row) => (row.marked = true)));
  for (const id of wanted) await tick(card, id).check();
  const { features } = cardOf('chat');
  const { editions } = compare({ as_of: AS_OF, items: [{ product: 'chat', requires: wanted }] });
  const left = [];
  for (const { edition, fits } of editions) {
    await expect(verdict(card, edition)).toHaveAttribute('data-fits', String(fits));
    if (fits) left.push(edition);
    for (const { id, label, values } of features.filter(({ id }) => wanted.includes(id))) {
      const isMissing = values[edition] === false;
      const there = cell(row(card, id), edition);
      await expect(there.locator('[part="fate"]')).toHaveCount(isMissing ? 1 : 0);
      if (isMissing) await expect(verdict(card, edition)).toContainText(`Without ${label.en}`);
    }
  }
  expect(left).toEqual(['trial', 'premium']);
  // What one can buy comes first.
  await expect(status).toHaveText('2 ticked; 2 of 3 editions do all you need: Premium, Free Trial');
  await expect(status).toHaveAttribute('role', 'status');
  const request = await card.host.evaluate((element) => element.request);
  expect(request.items[0].requires).toEqual(wanted);
  const estimate = await card.host.evaluate((element) => element.estimate);
  expect(estimate.items[0].fits).toBe(false);
  // Nothing has been made anew.
  expect(await rows.evaluateAll((rows) => rows.every((row) => row.marked))).toBe(true);
  // What is lacking looks different from what is merely not there.
  const sign = (id) =>
    cell(row(card, id), 'standard')
      .locator('.mark')
      .evaluate((mark) => getComputedStyle(mark, '::before').content);
  expect(await sign('community-groups')).not.toBe(await sign('user-status'));
  await card.host.getByRole('button', { name: 'Untick all' }).click();
  await expect(tick(card, 'community-groups')).not.toBeChecked();
  await expect(card.host.locator('.sheet [part="fate"]')).toHaveCount(0);
  await expect(card.host.getByRole('button', { name: 'Untick all' })).toBeHidden();
});

test('what cannot differ cannot be ticked', async ({ show }) => {
  const card = await (await show(matrix('chat')))().ready();
  const { features } = cardOf('chat');
  await showAll(card);
  for (const { id, values } of features) await expect(tick(card, id)).toHaveCount(differs(values) ? 1 : 0);
  expect(features.some(({ values }) => !differs(values))).toBe(true);
});

test('what the host needs is ticked', async ({ show }) => {
  const { id } = cardOf('chat').features.find(({ values }) => values.premium === false);
  const card = await (await show(matrix('chat', `requires="${id}"`)))().ready();
  await expect(tick(card, id)).toBeChecked();
  await expect(card.host.locator('#needs')).toHaveText('1 ticked; 1 of 3 editions does all you need: Free Trial');
  await card.host.evaluate((element) => element.removeAttribute('requires'));
  await expect(tick(card, id)).not.toBeChecked();
});

test('an edition that does not do the rest is not praised for what is ticked', async ({ show }) => {
  const { features } = cardOf('chat');
  const only = features.find(({ values }) => values.premium === false).id;
  const both = features.find(({ values }) => values.premium === true && values.standard === false).id;
  const card = await (await show(matrix('chat', 'months="12" demand="mau=25000"')))().ready();
  const trial = verdict(card, 'trial');
  await tick(card, both).check();
  await expect(card.host.locator('#needs')).toHaveText('1 ticked; 1 of 3 editions does all you need: Premium');
  await expect(trial).toHaveAttribute('data-fits', 'false');
  await expect(trial).toHaveText('Not for 25,000 users');
  await tick(card, both).uncheck();
  await showAll(card);
  await tick(card, only).check();
  await expect(card.host.locator('#needs')).toHaveText(
    '1 ticked; 1 of 3 editions has it, but does not do the rest of what you need: Free Trial',
  );
  await expect(trial).toHaveAttribute('data-fits', 'false');
  // No verdict is in the colour of what fits.
  const colours = await card.host.evaluate(({ shadowRoot }) => {
    const good = getComputedStyle(shadowRoot.host).getPropertyValue('--_good');
    const probe = shadowRoot.querySelector('.widget').appendChild(document.createElement('i'));
    probe.style.color = good;
    const { color } = getComputedStyle(probe);
    probe.remove();
    const all = [...shadowRoot.querySelectorAll('[part="verdict"]')];
    return all.map((one) => getComputedStyle(one).color === color);
  });
  expect(colours).toEqual([false, false, false]);
});

test('search narrows the rows as it is typed, and says how many are left', async ({ show }) => {
  const card = await (await show(matrix('contact-center')))().ready();
  await card.host.evaluate((element) => element.setAttribute('as-of', '2025-01-01'));
  const known = cardOf('contact-center', '2025-01-01');
  const all = known.features.length + known.dimensions.length;
  const differing = await card.host.locator('tbody tr[part="feature"]').evaluateAll(
    (rows) =>
      rows.filter((row) => {
        const bought = [...row.querySelectorAll('td:not([data-edition="trial"])')];
        return new Set(bought.map((cell) => cell.textContent)).size > 1;
      }).length,
  );
  const count = card.host.locator('#count');
  await expect(count).toHaveText(`${differing} of ${all} rows`);
  await expect(count).toHaveAttribute('role', 'status');
  const find = card.host.getByRole('searchbox', { name: 'Find' });
  const rows = card.host.locator('tbody:not(.left-out) tr');
  await rows.evaluateAll((rows) => rows.forEach((row) => (row.marked = true)));
  await find.pressSequentially('IVR api');
  const found = await visible(card);
  expect(found).toBeGreaterThan(0);
  expect(found).toBeLessThan(all);
  await expect(count).toHaveText(`${found} of ${all} rows`);
  await expect(row(card, 'ivr-call-api')).toBeVisible();
  await expect(row(card, 'mute')).toBeHidden();
  await expect(card.host.locator('tbody[data-group="softphone"]')).toBeHidden();
  await find.fill('nothing of that name');
  await expect(count).toHaveText('Nothing found for “nothing of that name”.');
  expect(await visible(card)).toBe(0);
  await card.host.getByRole('button', { name: 'Clear the search' }).click();
  await expect(find).toBeFocused();
  await expect(find).toHaveValue('');
  await expect.poll(() => visible(card)).toBe(differing);
  expect(await rows.evaluateAll((rows) => rows.every((row) => row.marked))).toBe(true);
});

test('what helps with many rows, or with features, is there only where there are any', async ({ show }) => {
  for (const [product, finds, ticks] of /** @type {const} */ ([
    ['chat', 1, 1],
    ['push', 0, 0],
    ['voice-agent', 0, 0],
    ['contact-center', 0, 0],
  ])) {
    const card = await (await show(matrix(product)))().ready();
    await expect(card.host.locator('.sheet')).toBeVisible();
    await expect(card.host.getByRole('searchbox')).toHaveCount(finds);
    await expect(card.host.getByRole('switch', { name: 'Only where editions differ' })).toHaveCount(finds);
    await expect(card.host.getByText('Tick what you need')).toHaveCount(ticks);
  }
});

test('what a number means is searched, too, whatever the case, the width and the accents', async ({ show }) => {
  const card = await (await show(matrix('chat')))().ready();
  const { id, help } = cardOf('chat').dimensions.find(({ id }) => id === 'mau');
  expect(help.en).toContain('calendar month');
  const find = card.host.getByRole('searchbox', { name: 'Find' });
  for (const written of ['calendar month', 'ＣＡＬＥＮＤＡＲ　ＭＯＮＴＨ', 'càlèndar mönth']) {
    await find.fill(written);
    await expect(card.host.locator(`tr[data-dimension="${id}"]`)).toBeVisible();
    expect(await visible(card)).toBeLessThan(5);
  }
  // A sound mark of a kana is no accent.
  await card.host.evaluate((element) => element.setAttribute('lang', 'ja'));
  await card.settled();
  await card.host.locator('#find').fill('ｸﾞﾙｰﾌﾟ');
  const found = await visible(card);
  expect(found).toBeGreaterThan(0);
  await card.host.locator('#find').fill('クルーフ');
  await expect.poll(() => visible(card)).toBe(0);
});

test('only where editions differ, unless it is searched for', async ({ show }) => {
  const known = cardOf('chat');
  const card = await (await show(matrix('chat')))().ready();
  for (const { id, values } of known.features) {
    await expect(row(card, id)).toBeVisible({ visible: differsToBuy(values) });
  }
  for (const { id, allowance, limit } of known.dimensions) {
    await expect(card.host.locator(`tr[data-dimension="${id}"]`)).toBeVisible({
      visible: differsToBuy(allowance ?? limit),
    });
  }
  const alike = known.features.find(({ values }) => !differsToBuy(values));
  await card.host.getByRole('searchbox').fill(alike.label.en);
  await expect(row(card, alike.id)).toBeVisible();
  await card.host.getByRole('searchbox').fill('');
  await expect(row(card, alike.id)).toBeHidden();
  await showAll(card);
  for (const { id } of known.features) await expect(row(card, id)).toBeVisible();
});

test('a group folds, and what is searched for in it is found', async ({ show }) => {
  const card = await (await show(matrix('chat')))().ready();
  const title = card.host.getByRole('button', { name: 'Communities and groups' });
  await expect(title).toHaveAttribute('aria-expanded', 'true');
  await title.click();
  await expect(title).toHaveAttribute('aria-expanded', 'false');
  await expect(row(card, 'community-groups')).toBeHidden();
  await card.host.getByRole('searchbox').fill('communities');
  await expect(row(card, 'community-groups')).toBeVisible();
  await card.host.getByRole('searchbox').fill('');
  await expect(row(card, 'community-groups')).toBeHidden();
});

test('what is inferred is marked, and says why and where it stands', async ({ page, show }) => {
  const known = cardOf('desk');
  const inferred = known.features.filter((feature) => feature.provenance === 'inferred');
  expect(inferred.length).toBeGreaterThan(0);
  const card = await (await show(matrix('desk')))().ready();
  await showAll(card);
  for (const { id, source } of inferred) {
    await expect(cell(row(card, id), 'standard')).toContainText('Inferred');
    const summary = row(card, id).getByText('Inferred', { exact: true }).first();
    await summary.focus();
    await page.keyboard.press('Enter');
    await expect(row(card, id)).toContainText('concluded from what is left');
    await expect(row(card, id).locator('details')).toContainText(known.sources[source].section);
  }
  const stated = known.dimensions.filter((dimension) => dimension.provenance !== 'inferred');
  expect(stated.length).toBeGreaterThan(0);
  for (const { id } of stated)
    await expect(card.host.locator(`tr[data-dimension="${id}"]`)).not.toContainText('Inferred');
});

test('every note of the card is there', async ({ show }) => {
  const card = await (await show(matrix('chat')))().ready();
  await showAll(card);
  const known = cardOf('chat');
  const parts = new Set([...known.features, ...known.dimensions].map(({ id }) => id));
  expect(known.notes.length).toBeGreaterThan(5);
  for (const { about, text } of known.notes) {
    const rows = about.filter((id) => parts.has(id));
    for (const id of rows) {
      const there = card.host.locator(`tr[data-feature="${id}"], tr[data-dimension="${id}"]`);
      await there.locator('summary').click();
      await expect(there.getByText(text.en)).toBeVisible();
    }
    if (rows.length === 0) await expect(card.host.locator('[part="notes"]').getByText(text.en).first()).toBeVisible();
  }
});

test('the keyboard alone: search, tick, choose the edition that is left', async ({ page, show }) => {
  const card = await (await show(matrix('chat')))().ready();
  const until = async (locator, key = 'Tab') => {
    for (let steps = 0; steps < 40; steps += 1) {
      if (await locator.evaluate((node) => node.getRootNode().activeElement === node)) return;
      await page.keyboard.press(key);
    }
    await expect(locator).toBeFocused();
  };
  await page.keyboard.press('Tab');
  await expect(card.host.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('communities');
  await until(tick(card, 'community-groups'));
  await page.keyboard.press('Space');
  await expect(card.host.locator('#needs')).toContainText('Premium');
  await until(card.edition('Standard'), 'Shift+Tab');
  await page.keyboard.press('ArrowRight');
  const request = await card.host.evaluate((element) => element.request);
  expect(request.items[0]).toMatchObject({ edition: 'premium', requires: ['community-groups'] });
  const fits = await card.host.evaluate((element) => element.estimate.items[0].fits);
  expect(fits).toBe(true);
});

test('the labels follow the language, ticks and search stay', async ({ show }) => {
  const card = await (await show(matrix('chat', 'requires="community-groups"')))().ready();
  await card.host.getByRole('searchbox').fill('communities');
  await card.host.evaluate((element) => element.setAttribute('lang', 'zh-CN'));
  await expect(row(card, 'community-groups')).toContainText('社群');
  await card.host.locator('#find').fill('社群');
  await expect(tick(card, 'community-groups')).toBeChecked();
  await expect(row(card, 'user-status')).toBeHidden();
});

test('on paper, all of it is there', async ({ page, show }) => {
  const card = await (await show(matrix('desk')))().ready();
  await page.emulateMedia({ media: 'print' });
  const known = cardOf('desk');
  for (const { id } of known.features) {
    await expect(row(card, id)).toBeVisible();
    await expect(row(card, id).getByText(/updated/)).toBeVisible();
  }
  const hidden = await card.host
    .locator('[part="scroll"]')
    .evaluate((region) => region.scrollHeight - region.clientHeight);
  expect(hidden).toBeLessThanOrEqual(2);
});

for (const [width, height] of [
  [320, 568],
  [1024, 500],
]) {
  test(`what has the focus is not under the headings at ${width} px`, async ({ page, show }) => {
    await page.setViewportSize({ width, height });
    const card = await (await show(matrix('chat', 'requires="community-groups"')))().ready();
    await card.host.getByText('Source').last().focus();
    const seen = new Set();
    for (let steps = 0; steps < 30; steps += 1) {
      await page.keyboard.press('Shift+Tab');
      const { tag, free } = await card.host.evaluate(({ shadowRoot }) => {
        const { activeElement } = shadowRoot;
        const { left, top, width, height } = activeElement.getBoundingClientRect();
        const there = shadowRoot.elementFromPoint(left + Math.min(width, 20) / 2, top + height / 2);
        return { tag: activeElement.localName, free: activeElement.contains(there) };
      });
      seen.add(tag);
      expect(free, `${tag} after ${steps} steps`).toBe(true);
    }
    expect([...seen].sort()).toEqual(['button', 'input', 'summary']);
  });
}
