// The state of an element, and links that hold it.
import { ownCard, serveCards } from '../cards.mjs';
import { collect, errors, expect, test } from '../element.mjs';

const LINKED = '<rate-card product="chat" link="fragment"></rate-card>';

test.beforeEach(async ({ page }) => {
  await collect(page, 'rate-card-error', 'errors');
  await collect(page, 'rate-card-change', 'changes');
});

const fragment = (page) => page.evaluate(() => location.hash);

/** A link that holds this text. */
async function packed(page, text, key = 'rate-card') {
  const base64 = await page.evaluate(
    async (text) => {
      const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate'));
      return btoa(String.fromCharCode(...new Uint8Array(await new Response(stream).arrayBuffer())));
    },
    typeof text === 'string' ? text : JSON.stringify(text),
  );
  return `#${key}=1.${base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}`;
}

/** The state that the address of the page holds. */
const unpacked = (page) =>
  page.evaluate(async () => {
    const [, packed] = /=1\.(.*)$/.exec(location.hash) ?? [];
    if (!packed) return undefined;
    const bytes = Uint8Array.from(atob(packed.replaceAll('-', '+').replaceAll('_', '/')), (letter) =>
      letter.charCodeAt(0),
    );
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'));
    return new Response(stream).json();
  });

/** Follows a link on the page that is open. */
const follow = (page, hash) => page.evaluate((hash) => void (location.hash = hash), hash);

/** Opens the page of the test anew, with another fragment. */
async function reopen(page, hash) {
  await page.goto('about:blank');
  await page.goto(`/made-for-a-test${hash}`);
}

test('the state is taken and given back, and leaves the day open', async ({ show }) => {
  const card = await (await show('<rate-card product="chat"></rate-card>'))().ready();
  await card.field('Monthly active users').fill('25000');
  await card.settled();
  const state = await card.host.evaluate((element) => element.state);
  expect(state).toEqual({
    version: 1,
    view: 'calculator',
    request: { months: 1, items: [{ product: 'chat', edition: 'standard', demand: { mau: 25000 } }] },
    answer: { rate_card: 'chat/2024-07-22', currency: 'USD', total: '624' },
  });
  await card.edition('Premium').check();
  await card.host.evaluate((element, state) => (element.state = state), state);
  await card.settled();
  await expect(card.total).toHaveAttribute('data-value', '624');
  await expect(card.edition('Standard')).toBeChecked();
  await expect(card.host.locator('[data-link]')).toHaveCount(0);
});

test('a state is kept that is set before the element is defined', async ({ page, show }) => {
  const card = await show('<rate-card></rate-card>', '');
  await page.evaluate(async () => {
    const items = [{ product: 'chat', edition: 'premium' }];
    document.querySelector('rate-card').state = { version: 1, request: { items } };
    await import('/pkg/element.js');
  });
  await expect((await card().ready()).total).toHaveAttribute('data-value', '699');
});

test('a bad state is told, and what was shown stays', async ({ page, show }) => {
  const card = await (await show('<rate-card product="chat"></rate-card>'))().ready();
  const items = [{ product: 'chat', edition: 'gold' }];
  for (const state of [
    { version: 2, anything: 'else' },
    { version: 1 },
    { version: 1, request: { items } },
    { version: 1, view: 'nonsense', request: { items: [] } },
    {
      version: 1,
      request: { items: [{ product: 'chat', edition: 'premium' }] },
      answer: { rate_card: 'a', currency: 'USD', total: 'much' },
    },
    'no state at all',
  ]) {
    await card.host.evaluate((element, state) => (element.state = state), state);
    await card.settled();
  }
  expect(await errors(page)).toEqual([
    'out_of_range at version',
    'missing_field at request',
    'unknown_edition at request.items[0].edition',
    'unknown_view at view',
    'bad_amount at answer.total',
    'bad_type at ',
  ]);
  await expect(card.total).toHaveAttribute('data-value', '399');
});

test('without the attribute the address is never touched', async ({ page, show }) => {
  const card = await (
    await show(
      '<rate-card product="chat"></rate-card><rate-card id="other" product="chat" link="fragment"></rate-card>',
    )
  )('rate-card:first-of-type').ready();
  await card.field('Monthly active users').fill('25000');
  // The other one writes after it: had this one written, it would be there by then.
  const other = card.host.page().locator('#other').getByLabel('Monthly active users', { exact: true });
  await other.fill('30000');
  await expect.poll(() => fragment(page)).toMatch(/^#rate-card\.other=1\.[\w-]+$/);
});

test('a link shows the same again', async ({ page, show }) => {
  const card = await (await show(LINKED))().ready();
  expect(await fragment(page)).toBe('');
  await card.field('Monthly active users').fill('25000');
  await card.field('Months').fill('12');
  await card.edition('Premium').check();
  await expect.poll(async () => (await unpacked(page))?.answer.total).toBe('11088');
  expect(await fragment(page)).toMatch(/^#rate-card=1\.[\w-]+$/);
  await reopen(page, await fragment(page));
  await card.ready();
  await expect(card.whole).toHaveAttribute('data-value', '11088');
  await expect(card.field('Monthly active users')).toHaveValue('25,000');
  expect(await page.evaluate(() => window.changes)).toEqual([]);
});

test('typing replaces the entry, and keeps what the page keeps there', async ({ page, show }) => {
  const card = await (await show(LINKED))().ready();
  const before = await page.evaluate(() => {
    history.replaceState({ mine: 1 }, '');
    return history.length;
  });
  await card.field('Monthly active users').pressSequentially('25000');
  await expect.poll(() => fragment(page)).not.toBe('');
  expect(await page.evaluate(() => [history.length, history.state])).toEqual([before, { mine: 1 }]);
});

test('several elements and the page’s own fragment share the address', async ({ page, show }) => {
  const body =
    '<h2 id="prices">Prices</h2><rate-card id="a" product="chat" link="fragment"></rate-card><rate-card id="b b" product="chat" link="fragment"></rate-card>';
  const card = await show(body);
  await follow(page, '#prices');
  const [a, b] = [await card('#a').ready(), await card('#b\\ b').ready()];
  await a.field('Monthly active users').fill('25000');
  await expect.poll(() => fragment(page)).toMatch(/^#prices&rate-card\.a=1\.[\w-]+$/);
  await b.edition('Premium').check();
  await expect.poll(() => fragment(page)).toMatch(/^#prices&rate-card\.a=1\.[\w-]+&rate-card\.b%20b=1\.[\w-]+$/);
  await reopen(page, await fragment(page));
  await expect((await a.ready()).total).toHaveAttribute('data-value', '624');
  await expect((await b.ready()).total).toHaveAttribute('data-value', '699');
});

test('a link that is followed on the open page is shown', async ({ page, show }) => {
  const card = await (await show(LINKED))().ready();
  const items = [{ product: 'chat', edition: 'premium', demand: { mau: 25000 } }];
  await follow(page, await packed(page, { version: 1, request: { items } }));
  await expect(card.total).toHaveAttribute('data-value', '924');
  await follow(page, '#elsewhere');
  await card.settled();
  await expect(card.total).toHaveAttribute('data-value', '924');
  expect(await page.evaluate(() => window.changes)).toEqual([]);
  expect(await errors(page)).toEqual([]);
});

test('what is no good link is told and ignored', async ({ page, show }) => {
  const card = await (await show(LINKED))().ready();
  const good = await packed(page, { version: 1, request: { items: [{ product: 'chat', edition: 'premium' }] } });
  const state = (more) =>
    packed(page, { version: 1, request: { items: [{ product: 'chat', edition: 'premium', ...more }] } });
  const expected = [
    [good.slice(0, -4), 'bad_json at link'],
    [good.replace(/.{3}$/, 'AAA'), 'bad_json at link'],
    ['#rate-card=hello', 'bad_json at link'],
    ['#rate-card=2.hello', 'out_of_range at link.version'],
    [await packed(page, 'no json'), 'bad_json at link'],
    [await packed(page, { version: 7 }), 'out_of_range at link.version'],
    [await packed(page, []), 'bad_type at link'],
    [await state({ edition: 'gold' }), 'unknown_edition at link.request.items[0].edition'],
    [await state({ colour: 'red' }), 'unknown_field at link.request.items[0].colour'],
  ];
  for (const [index, [hash]] of expected.entries()) {
    await follow(page, hash);
    await expect.poll(() => page.evaluate(() => window.errors.length)).toBe(index + 1);
    expect(await fragment(page)).toBe(hash);
  }
  expect(await errors(page)).toEqual(expected.map(([, error]) => error));
  await expect(card.total).toHaveAttribute('data-value', '399');
  await card.edition('Premium').check();
  await expect.poll(() => fragment(page)).toMatch(/^#rate-card=1\./);
});

test('opened with a bad link, the element shows what it shows without one', async ({ page, show }) => {
  const card = (await show(LINKED))();
  await reopen(page, '#rate-card=1.damaged');
  await card.ready();
  await expect(card.total).toHaveAttribute('data-value', '399');
  expect(await errors(page)).toEqual(['bad_json at link']);
});

test('a link made with other prices says what has changed', async ({ page, show }) => {
  const card = await (await show(LINKED))().ready();
  await card.field('Monthly active users').fill('25000');
  await expect.poll(() => fragment(page)).not.toBe('');
  const link = await fragment(page);
  // The same page later: there is a newer rate card.
  await serveCards(page, '/newer.json', {
    ...ownCard({ product: 'chat', effective: '2026-02-01' }),
    currency: 'USD',
    editions: [{ id: 'standard', label: { en: 'Standard' }, source: 'list' }],
    dimensions: [{ ...ownCard().dimensions[0], id: 'mau' }],
    charges: ownCard().charges.map((charge) => (charge.dimension ? { ...charge, dimension: 'mau' } : charge)),
  });
  await show('<rate-card product="chat" link="fragment" cards="/newer.json"></rate-card>');
  await reopen(page, link);
  await card.ready();
  const note = card.host.locator('[data-link="changed"]');
  await expect(note).toBeVisible();
  await expect(note.locator('[data-figure="was"]')).toHaveAttribute('data-value', '624');
  await expect(note.locator('[data-figure="total"]')).toHaveAttribute('data-value', '50000');
  await expect(note).toContainText('chat/2024-07-22');
  await expect(note).toContainText('chat/2026-02-01');
  await expect(card.total).toHaveAttribute('data-value', '50000');
  await card.field('Seats').fill('5');
  await expect(note).toHaveCount(0);
});

test('of two elements for the same part of the address, the second says so', async ({ page, show }) => {
  const card = await show(LINKED + LINKED);
  await card('rate-card:nth-of-type(1)').ready();
  await card('rate-card:nth-of-type(2)').ready();
  await expect.poll(() => errors(page)).toEqual(['unavailable at link']);
});

test('an element that is gone no longer writes', async ({ page, show }) => {
  const card = await show(`${LINKED}<rate-card id="b" product="chat" link="fragment"></rate-card>`);
  const [a, b] = [await card('rate-card:first-of-type').ready(), await card('#b').ready()];
  await a.field('Monthly active users').evaluate(async (input) => {
    const { host } = input.getRootNode();
    const told = new Promise((resolve) => host.addEventListener('rate-card-change', resolve));
    input.value = '25000';
    input.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    await told;
    host.remove();
  });
  await b.field('Monthly active users').fill('30000');
  await expect.poll(() => fragment(page)).toMatch(/^#rate-card\.b=1\.[\w-]+$/);
});

/** A state whose item has these fields beside product and edition. */
const asking = (product, edition, fields) => ({ version: 1, request: { items: [{ product, edition, ...fields }] } });

const many = (length, entry) => Array.from({ length }, () => entry);

// Each is a few hundred or thousand letters, and would otherwise be a page that stands still.
for (const [name, text, error] of [
  [
    'calls × 5,000',
    asking('voice-agent', 'byom', { calls: { minutes: many(5000, { count: 1, seconds: 60 }) } }),
    'out_of_range at link.request.items[0].calls.minutes',
  ],
  [
    'calls × 50,000',
    asking('voice-agent', 'byom', { calls: { minutes: many(50_000, { count: 1, seconds: 60 }) } }),
    'bad_json at link',
  ],
  [
    'buy × 50,000',
    asking('contact-center-cn', 'premium', { buy: { call_packs: many(50_000, { month: 0, quantity: 1000 }) } }),
    'bad_json at link',
  ],
  [
    'buy × 361',
    asking('contact-center-cn', 'premium', { buy: { call_packs: many(361, { month: 0, quantity: 1000 }) } }),
    'out_of_range at link.request.items[0].buy.call_packs',
  ],
  ['zeros × 7,000,000', `[${'0,'.repeat(6_999_999)}0]`, 'bad_json at link'],
  ['zeros × 131,000', many(131_000, 0), 'bad_type at link'],
  ['more bytes than a link may hold', JSON.stringify({ version: 1, padded: ' '.repeat(262_144) }), 'bad_json at link'],
]) {
  test(`a link that holds too much is told and shows nothing: ${name}`, async ({ page, show }) => {
    const card = (await show(LINKED))();
    const hash = await packed(page, text);
    expect(hash.length).toBeLessThan(20_000);
    await reopen(page, hash);
    await card.ready();
    await expect.poll(() => errors(page)).toEqual([error]);
    await expect(card.total).toHaveAttribute('data-value', '399');
    const nodes = await card.host.evaluate((element) => element.shadowRoot.querySelectorAll('*').length);
    expect(nodes).toBeLessThan(2000);
  });
}

test('letters that are more than a link may have are not unpacked', async ({ page, show }) => {
  const card = (await show(LINKED))();
  await reopen(page, `#rate-card=1.${'A'.repeat(20_001)}`);
  await card.ready();
  await expect
    .poll(() => page.evaluate(() => window.errors.map(({ message }) => message)))
    .toEqual(['the link is not shown: it is longer than a link may be']);
});
