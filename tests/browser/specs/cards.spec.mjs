// Rate cards of the host's own, from the attribute `cards`.
import { ownCard, serveCards } from '../cards.mjs';
import { collect, errors, expect, test } from '../element.mjs';

test.beforeEach(({ page }) => collect(page, 'rate-card-error', 'errors'));

const set = (card, name, value) =>
  card.host.evaluate((element, [name, value]) => element.setAttribute(name, value), [name, value]);

test('a product of the host’s own is priced like any other', async ({ page, show }) => {
  await serveCards(page, '/ours.json', ownCard());
  const card = await (
    await show('<rate-card cards="ours.json" product="ours" as-of="2026-06-01"></rate-card>')
  )().ready();
  await card.field('Seats').fill('8');
  await expect(card.total).toHaveAttribute('data-value', '16');
  await expect(card.total).toContainText('€16');
  await expect(card.host.getByRole('heading', { name: 'Ours' })).toBeVisible();
});

test('further cards are those of one element', async ({ page, show }) => {
  const dearer = ownCard({ product: 'chat', effective: '2026-02-01', price: '77' });
  await serveCards(page, '/list.json', [ownCard(), dearer]);
  const card = await show(
    '<rate-card id="a" cards="/list.json" product="chat"></rate-card><rate-card id="b" product="chat"></rate-card>',
  );
  await expect((await card('#a').ready()).total).toHaveAttribute('data-value', '77');
  await expect((await card('#b').ready()).total).toHaveAttribute('data-value', '399');
});

test('elements with the same address ask once', async ({ page, show }) => {
  const requests = await serveCards(page, '/ours.json', ownCard());
  const one = '<rate-card cards="ours.json" product="ours"></rate-card>';
  const card = await show(one.repeat(3), '');
  await page.evaluate(() => import('/pkg/element.js'));
  await page.evaluate(() => Promise.all([...document.querySelectorAll('rate-card')].map((element) => element.ready)));
  await expect(card().host.locator('[data-total="month"]')).toHaveCount(3);
  expect(requests).toHaveLength(1);
});

test('another address is fetched; taken away, the cards are those of all', async ({ page, show }) => {
  await serveCards(page, '/ours.json', ownCard());
  await serveCards(page, '/dearer.json', ownCard({ price: '30' }));
  const card = await (await show('<rate-card cards="ours.json" product="ours"></rate-card>'))().ready();
  await card.field('Seats').fill('8');
  await set(card, 'cards', 'dearer.json');
  await card.settled();
  await expect(card.total).toHaveAttribute('data-value', '36');
  await card.host.evaluate((element) => {
    element.removeAttribute('cards');
    element.setAttribute('product', 'chat');
    element.setAttribute('edition', 'premium');
  });
  await card.settled();
  await expect(card.total).toHaveAttribute('data-value', '699');
  expect(await errors(page)).toEqual([]);
});

test('with an attribute said in the same task, both are taken together', async ({ page, show }) => {
  await serveCards(page, '/ours.json', ownCard());
  const card = await (await show('<rate-card product="chat"></rate-card>'))().ready();
  await card.host.evaluate((element) => {
    element.setAttribute('product', 'ours');
    element.setAttribute('cards', 'ours.json');
  });
  await card.settled();
  await expect(card.total).toHaveAttribute('data-value', '10');
  expect(await errors(page)).toEqual([]);
});

test('the last of several addresses wins, however slow the others are', async ({ page, show }) => {
  /** @type {(value?: unknown) => void} */
  let release;
  const held = new Promise((resolve) => (release = resolve));
  await page.route('**/slow.json', async (route) => {
    await held;
    await route.fulfill({ json: ownCard({ price: '99' }) });
  });
  await serveCards(page, '/ours.json', ownCard());
  const card = await (await show('<rate-card cards="ours.json" product="ours"></rate-card>'))().ready();
  const slow = page.waitForResponse('**/slow.json');
  await set(card, 'cards', 'slow.json');
  await set(card, 'cards', 'ours.json');
  await card.settled();
  release();
  await slow;
  await card.settled();
  await expect(card.total).toHaveAttribute('data-value', '10');
});

test('a bad card is told with its place and address, and what was shown stays', async ({ page, show }) => {
  const bad = ownCard();
  bad.charges[1].price = '-2';
  await serveCards(page, '/bad.json', [ownCard({ product: 'other' }), bad]);
  await serveCards(page, '/ours.json', ownCard());
  const card = await (await show('<rate-card cards="ours.json" product="ours"></rate-card>'))().ready();
  await set(card, 'cards', 'bad.json');
  await card.settled();
  await expect(card.total).toHaveAttribute('data-value', '10');
  expect(await errors(page)).toEqual(['bad_rate_card at cards[1].charges[1].price']);
  expect(await page.evaluate(() => window.errors[0].message)).toContain('bad.json: ');
});

test('cards that cannot be fetched leave the fallback', async ({ page, show, complaints }) => {
  await serveCards(page, '/gone.json', 404);
  const card = (await show('<rate-card cards="gone.json" product="ours"><p>See our price list.</p></rate-card>'))();
  await expect.poll(() => errors(page)).toEqual(['unavailable at cards']);
  await expect(card.host.getByText('See our price list.')).toBeVisible();
  expect(await page.evaluate(() => window.errors[0].message)).toBe('gone.json: HTTP status 404');
  await serveCards(page, '/ours.json', ownCard());
  await set(card, 'cards', 'ours.json');
  await expect(card.total).toHaveAttribute('data-value', '10');
  complaints.length = 0;
});
