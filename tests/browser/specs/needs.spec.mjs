// Which edition has what we need, and why not the others?
import { expect, test } from '../element.mjs';

const CENTER = '<rate-card product="contact-center" as-of="2024-06-01"></rate-card>';

/** A feature that some edition lacks, another one has, as the card says. */
const differing = (card) =>
  card.host.evaluate(async () => {
    const { rateCard } = await import('/pkg/index.js');
    const known = rateCard('contact-center/2024-05-07');
    const there = (value) => value !== false && value !== 0;
    for (const feature of known.features) {
      const lacking = known.editions.find(({ id, trial }) => !trial && !there(feature.values[id] ?? false));
      const having = known.editions.find(({ id, trial }) => !trial && there(feature.values[id] ?? false));
      if (lacking && having) {
        return { id: feature.id, label: feature.label.en, lacking: lacking.id, having: having.id };
      }
    }
    return null;
  });

test('a needed feature rules editions out, and each says why', async ({ show }) => {
  const card = await (await show(CENTER))().ready();
  const feature = await differing(card);
  await card.host.getByText('Features you need').click();
  await card.host.locator(`input[type="checkbox"][value="${feature.id}"]`).check();
  const lacking = card.host.locator(`[data-edition="${feature.lacking}"]`);
  await expect(lacking).toHaveAttribute('data-fits', 'false');
  await expect(lacking).toContainText(`does not have ${feature.label}`);
  await expect(card.host.locator(`[data-edition="${feature.having}"]`)).toHaveAttribute('data-fits', 'true');
  await lacking.locator('input').check();
  await expect(card.host.locator(`[data-problem="missing_feature"][data-subject="${feature.id}"]`)).toBeVisible();
  await expect(card.host.locator(`[part="needed"][data-feature="${feature.id}"]`)).toHaveAttribute(
    'data-missing',
    'true',
  );
  expect(await card.host.evaluate((element) => element.request.items[0].requires)).toEqual([feature.id]);
  await card.host.locator(`input[type="checkbox"][value="${feature.id}"]`).uncheck();
  await expect(lacking).toHaveAttribute('data-fits', 'true');
});

test('the search narrows the list and says how much it found', async ({ show }) => {
  const card = await (await show(CENTER))().ready();
  const { id, label } = await differing(card);
  await card.host.getByText('Features you need').click();
  const boxes = card.host.locator('[part="feature"]:visible');
  const all = await boxes.count();
  await card.host.getByLabel('Search the features').fill(label.toUpperCase());
  const found = await boxes.count();
  expect(found).toBeGreaterThan(0);
  expect(found).toBeLessThan(all);
  await expect(card.host.locator(`[part="feature"]:visible input[value="${id}"]`)).toBeVisible();
  await expect(card.host.getByText(/features? found/)).toContainText(String(found));
  await card.host.getByLabel('Search the features').fill('no such thing');
  await expect(boxes).toHaveCount(0);
  await expect(card.host.getByText('Nothing found for “no such thing”.')).toBeVisible();
  await card.host.getByRole('button', { name: 'Clear the search' }).click();
  await expect(card.host.getByLabel('Search the features')).toBeFocused();
  await expect(card.host.getByLabel('Search the features')).toHaveValue('');
  await expect(boxes).toHaveCount(all);
});

test('what the host requires is ticked', async ({ show }) => {
  const body = '<rate-card product="contact-center" as-of="2024-06-01" requires="ID"></rate-card>';
  const first = await (await show(CENTER))().ready();
  const { id } = await differing(first);
  const card = await (await show(body.replace('ID', id)))().ready();
  await expect(card.host.locator(`input[type="checkbox"][value="${id}"]`)).toBeChecked();
  await expect(card.host.locator(`[part="needed"][data-feature="${id}"]`)).toBeVisible();
});
