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

const NAMED = LINKED.replace('product', 'id="plans" product');
for (const [name, body, key] of [
  ['without ids', LINKED + LINKED, 'rate-card'],
  ['of the same id', NAMED + NAMED, 'rate-card.plans'],
]) {
  test(`of two elements ${name}, the second says so, and the first keeps its state`, async ({
    page,
    show,
    complaints,
  }) => {
    const card = await show(body);
    const [first, second] = [card('rate-card:nth-of-type(1)'), card('rate-card:nth-of-type(2)')];
    await first.ready();
    await second.ready();
    await expect.poll(() => errors(page)).toEqual(['unavailable at link']);
    expect(complaints.splice(0)).toEqual([expect.stringContaining(`#${key} already`)]);
    await second.edition('Premium').check();
    expect(await fragment(page)).toBe('');
    await first.field('Monthly active users').fill('25000');
    await expect.poll(async () => (await unpacked(page))?.answer.total).toBe('624');
    await second.field('Monthly active users').fill('30000');
    await reopen(page, await fragment(page));
    await first.ready();
    await second.ready();
    await expect(first.total).toHaveAttribute('data-value', '624');
    await expect(second.total).toHaveAttribute('data-value', '399');
    expect(complaints.splice(0)).toHaveLength(1);
  });
}

/** The text of a state in which this edition costs 924 or 624 a month. */
const users = (edition) => ({ version: 1, request: { items: [{ product: 'chat', edition, demand: { mau: 25000 } }] } });

for (const loading of ['eager', 'lazy']) {
  test(`a link is read before anything is shown, fifty times: ${loading}`, async ({ page, show }) => {
    test.slow();
    const card = (await show(LINKED.replace('></', ` loading="${loading}"></`)))();
    const hash = await packed(page, users('premium'));
    const seen = [];
    for (let i = 0; i < 50; i += 1) {
      await reopen(page, hash);
      await card.ready();
      seen.push(await card.host.evaluate((element) => element.estimate.totals.USD));
    }
    expect(seen).toEqual(seen.map(() => '924'));
    expect(await errors(page)).toEqual([]);
  });
}

/** Ways in which an element comes to be on the page: in its HTML, or by a script that has `make`. */
const EAGER = LINKED.replace('></', ' loading="eager"></');
const SET = { product: 'chat', loading: 'eager', link: 'fragment' };
const BEGINNINGS = {
  'upgraded, eager': { body: EAGER },
  'upgraded, eager first': { body: '<rate-card loading="eager" product="chat" link="fragment"></rate-card>' },
  'upgraded, lazy': { body: LINKED },
  'set before it is connected': { begin: (set) => document.body.append(window.make(set)) },
  'set after it is connected': {
    begin: (set) => {
      const element = window.make({});
      document.body.append(element);
      for (const [name, value] of Object.entries(set)) element.setAttribute(name, value);
    },
  },
  'eager last': {
    begin: ({ loading, ...set }) => {
      const element = window.make(set);
      document.body.append(element);
      element.setAttribute('loading', loading);
    },
  },
  'moved at once': {
    begin: (set) => {
      const element = window.make(set);
      document.body.append(element);
      document.body.prepend(element);
    },
  },
  'moved while it is read': {
    begin: async (set) => {
      const element = window.make(set);
      document.body.append(element);
      await new Promise(requestAnimationFrame);
      document.body.prepend(element);
    },
  },
  'taken off and put back': {
    begin: async (set) => {
      const element = window.make(set);
      document.body.append(element);
      await new Promise(requestAnimationFrame);
      element.remove();
      await new Promise(requestAnimationFrame);
      document.body.append(element);
    },
  },
  'a link said while it loads': {
    begin: async ({ link, ...set }) => {
      const element = window.make(set);
      document.body.append(element);
      await null;
      await null;
      element.setAttribute('link', link);
    },
  },
  'made anew': {
    begin: (set) => {
      for (let i = 0; i < 3; i += 1) document.body.replaceChildren(window.make(set));
    },
  },
  'waited for again and again': {
    begin: ({ loading, ...set }) => {
      const element = window.make(set);
      for (let i = 0; i < 3; i += 1) element.settled();
      document.body.append(element);
      for (let i = 0; i < 3; i += 1) element.settled();
    },
  },
};

for (const [name, { body = '', begin = () => {} }] of Object.entries(BEGINNINGS)) {
  test(`with unpacking held back, nothing is shown before it is done: ${name}`, async ({ page, show }) => {
    await page.addInitScript(() => {
      window.make = (set) => {
        const element = document.createElement('rate-card');
        for (const [name, value] of Object.entries(set)) element.setAttribute(name, value);
        return element;
      };
      const { promise, resolve } = Promise.withResolvers();
      window.release = resolve;
      const { DecompressionStream } = window;
      window.DecompressionStream = class extends DecompressionStream {
        get readable() {
          const held = new TransformStream({
            async transform(chunk, controller) {
              await promise;
              controller.enqueue(chunk);
            },
          });
          return super.readable.pipeThrough(held);
        }
      };
    });
    const card = (await show(body))('rate-card:not([lang])');
    const hash = await packed(page, users('premium'));
    await reopen(page, hash);
    await page.waitForFunction(() => customElements.get('rate-card'));
    // Everything else is there by then: another element runs.
    await page.evaluate(async () => {
      const other = window.make({ product: 'push', lang: 'en' });
      document.body.append(other);
      await other.ready;
      other.remove();
    });
    await page.evaluate(begin, SET);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    expect(await card.host.evaluate((element) => element.shadowRoot.querySelectorAll('section').length)).toBe(0);
    await page.evaluate(() => window.release());
    await card.ready();
    await expect(card.total).toHaveAttribute('data-value', '924');
    expect(await errors(page)).toEqual([]);
  });
}

/** What messengers, mail programs and people make of a link. */
const encoded = (text) => encodeURIComponent(text).replaceAll('-', '%2D').replaceAll('.', '%2E');
const MANGLED = {
  'percent-encoded': (link) => link.replace('=', '%3D'),
  'encoded as a whole': (link) => encoded(link),
  'encoded twice': (link) => encoded(encoded(link)),
  'encoded three times': (link) => encodeURIComponent(encoded(encoded(link))),
  'lower-case hex': (link) => link.replace('=', '%3d'),
  'HTML: amp': (link) => `section&amp;${link}`,
  'HTML: amp behind': (link) => `${link}&amp;utm_source=x`,
  'HTML: numbers': (link) => `section&#38;${link.replace('=', '&#61;').replace('.', '&#x2E;')}`,
  'HTML, twice': (link) => `section&amp;amp;${link}`,
  'HTML, then percent': (link) => encodeURIComponent(`section&amp;${link}`),
  'quoted-printable': (link) => link.replace('=', '=3D'),
  'soft line breaks': (link) => link.replace(/(.{60})/g, '$1=\r\n'),
  'soft line breaks, encoded': (link) => link.replace(/(.{60})/g, '$1%3D%0D%0A'),
  'line breaks': (link) => link.replace(/(.{30})/g, '$1%0A'),
  'line breaks and marks of an answer': (link) => link.replace(/(.{30})/g, '$1%0A%3E%20'),
  'line breaks and text behind': (link) => `${link.replace(/(.{40})/g, '$1%0D%0A')}%0D%0AKind regards`,
  blanks: (link) => link.replace(/(.{25})/g, '$1 '),
  'unseen marks': (link) => link.replace(/(.{25})/g, '$1\u200b'),
  'soft hyphens': (link) => link.replace(/(.{25})/g, '$1\u00ad'),
  'text before': (link) => `see ${link}`,
  'text before, encoded': (link) => `see:%20${link}`,
  'text behind': (link) => `${link} and tell me`,
  'in brackets, with a full stop': (link) => `(${link}).`,
  emphasis: (link) => `${link}_`,
  bold: (link) => `${link}**`,
  'a second state behind it': (link) => `${link}&${link}`,
  'a damaged state before it': (link) => `${link.slice(0, -9)}&${link}`,
  'a damaged state behind it': (link) => `${link}&${link.slice(0, -9)}`,
  padding: (link) => `${link}==`,
  ...Object.fromEntries(
    [...'.,;:!?)>]}"\'’”»…、。，）】」 |*~\\'].map((mark) => [`${mark} behind it`, (link) => `${link}${mark}`]),
  ),
  ...Object.fromEntries([...'。）"…'].map((mark) => [`${mark} and text behind it`, (link) => `${link}${mark}so viel`])),
};

for (const key of ['rate-card', 'rate-card.b%20b']) {
  test(`a link is read as it comes: ${key}`, async ({ page, show }) => {
    test.slow();
    const id = decodeURIComponent(key).slice('rate-card.'.length);
    const card = await (await show(LINKED.replace('product', `id="${id}" product`)))().ready();
    const links = [await packed(page, users('premium'), key), await packed(page, users('standard'), key)];
    for (const [index, [name, mangle]] of Object.entries(MANGLED).entries()) {
      const link = links[index % 2].slice(1);
      await follow(page, `#${mangle(link)}`);
      await expect(card.total, name).toHaveAttribute('data-value', index % 2 ? '624' : '924');
    }
    expect(await errors(page)).toEqual([]);
    expect(await page.evaluate(() => window.changes)).toEqual([]);
  });
}

test('a link that comes mangled is read when it is opened, and written again as it should be', async ({
  page,
  show,
}) => {
  const card = (await show(LINKED))();
  const link = (await packed(page, users('premium'))).slice(1);
  await reopen(page, `#prices%26${encodeURIComponent(link)}&utm=1`);
  await card.ready();
  await expect(card.total).toHaveAttribute('data-value', '924');
  await card.edition('Standard').check();
  await expect.poll(() => fragment(page)).toMatch(/^#prices&utm=1&rate-card=1\.[\w-]+$/);
});

test('what only looks like a link is left alone', async ({ page, show }) => {
  const card = await (await show(LINKED))().ready();
  const link = (await packed(page, users('premium'))).slice(1);
  for (const hash of [
    `#my-${link}`,
    `#section.${link}`,
    '#the rate-card=good',
    '#rate-card',
    `#other-rate-card%3D1.abc`,
    `#rate-card.plans=${link.split('=')[1]}`,
    `#%E0%A4%A`,
  ]) {
    await follow(page, hash);
    await card.settled();
  }
  // A good one that comes after is heard of: so those were, too.
  await follow(page, `#${link}`);
  await expect(card.total).toHaveAttribute('data-value', '924');
  expect(await errors(page)).toEqual([]);
});

for (const [lang, said, dismiss] of [
  ['en', 'The link could not be read', 'Dismiss'],
  ['zh-CN', '无法读取此链接', '关闭'],
  ['ja', 'リンクを読み取れませんでした', '閉じる'],
  ['id', 'Tautan tidak dapat dibaca', 'Tutup'],
]) {
  test(`the visitor is told of a link that cannot be read: ${lang}`, async ({ page, show }) => {
    const card = (await show(LINKED.replace('></', ` lang="${lang}"></`)))();
    await reopen(page, '#rate-card=1.damaged');
    await card.ready();
    const notice = card.host.locator('[data-link="unreadable"]');
    await expect(notice).toBeVisible();
    await expect(notice).toHaveRole('status');
    await expect(notice).toContainText(said);
    await notice.getByRole('button', { name: dismiss }).click();
    await expect(notice).toHaveCount(0);
    await expect(card.host.locator('#name')).toBeFocused();
    await follow(page, '#rate-card=1.eJx');
    await expect(notice).toBeVisible();
    await follow(page, await packed(page, users('premium')));
    await expect(card.total).toHaveAttribute('data-value', '924');
    await expect(notice).toHaveCount(0);
  });
}

test('the visitor is told of a link whose state is not known here', async ({ page, show }) => {
  const card = (await show(LINKED))();
  await reopen(page, await packed(page, { version: 1, request: { items: [{ product: 'chat', edition: 'gold' }] } }));
  await card.ready();
  await expect(card.host.locator('[data-link="unreadable"]')).toBeVisible();
  expect(await errors(page)).toEqual(['unknown_edition at link.request.items[0].edition']);
});

test('a change is in the address at once: the page may be left the next moment', async ({ page, show }) => {
  const card = await (await show(LINKED))().ready();
  // In one go: nothing of the page runs between the change and its end.
  await card.field('Months').evaluate((input) => {
    input.value = '12';
    input.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    queueMicrotask(() => queueMicrotask(() => queueMicrotask(() => location.reload())));
  });
  await page.waitForLoadState();
  await card.ready();
  await expect(card.field('Months')).toHaveValue('12');
});

test('changed and reloaded', async ({ page, show }) => {
  const card = await (await show(LINKED))().ready();
  await card.field('Months').fill('12');
  await page.reload();
  await card.ready();
  await expect(card.field('Months')).toHaveValue('12');
});

test('many changes are not too many for the browser, and the last of them is kept', async ({ page, show }) => {
  await page.addInitScript(() => {
    window.written = 0;
    const { replaceState } = history;
    history.replaceState = function (...args) {
      window.written += 1;
      return replaceState.apply(this, args);
    };
  });
  const card = await (await show(LINKED))().ready();
  const months = card.field('Months');
  const change = (count) =>
    months.evaluate(async (input, count) => {
      for (let i = 1; i <= count; i += 1) {
        input.value = String(1 + (i % 36));
        input.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
        await new Promise((resolve) => setTimeout(resolve));
      }
    }, count);
  await change(150);
  expect(await page.evaluate(() => window.written)).toBeLessThan(100);
  // 150 = 4 × 36 + 6
  await expect.poll(async () => (await unpacked(page))?.request.months).toBe(7);
  await change(20);
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide')));
  expect((await unpacked(page)).request.months).toBe(21);
});

test('an element that is gone no longer writes', async ({ page, show }) => {
  const card = await show(`${LINKED}<rate-card id="b" product="chat" link="fragment"></rate-card>`);
  const [a, b] = [await card('rate-card:first-of-type').ready(), await card('#b').ready()];
  await a.field('Monthly active users').evaluate((input) => {
    window.gone = input.getRootNode().host;
    input.value = '25000';
    input.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    window.gone.remove();
  });
  await b.field('Monthly active users').fill('30000');
  await expect.poll(() => fragment(page)).toMatch(/^#rate-card\.b=1\.[\w-]+$/);
  // Back again, it has still something to say.
  await page.evaluate(() => document.body.append(window.gone));
  await expect.poll(() => fragment(page)).toMatch(/^#rate-card\.b=1\.[\w-]+&rate-card=1\.[\w-]+$/);
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

test('a press copies the address of what is shown', async ({ page, context, show }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const card = await (await show(LINKED))().ready();
  const copy = card.host.getByRole('button', { name: 'Copy link' });
  const said = card.host.locator('[part="copy-link"]').getByRole('status');
  await card.field('Monthly active users').fill('25000');
  await card.settled();
  await expect(said).toHaveText('');
  await copy.click();
  await expect(said).toHaveText('Copied');
  await expect(copy).toBeFocused();
  const address = await page.evaluate(() => navigator.clipboard.readText());
  expect(address).toBe(await page.evaluate(() => location.href));
  expect((await unpacked(page)).request.items[0].demand).toEqual({ mau: 25000 });
  // It is no longer what is shown.
  await card.field('Monthly active users').fill('26000');
  await expect(said).toHaveText('');
});

test('an address that nobody has changed yet has the state all the same', async ({ page, context, show }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const card = await (
    await show('<rate-card product="chat" demand="mau=25000" link="fragment"></rate-card>')
  )().ready();
  await card.host.getByRole('button', { name: 'Copy link' }).click();
  await expect(card.host.getByText('Copied')).toBeVisible();
  expect(await fragment(page)).toBe('');
  const address = await page.evaluate(() => navigator.clipboard.readText());
  await follow(page, new URL(address).hash);
  expect((await unpacked(page)).request.items[0].demand).toEqual({ mau: 25000 });
});

test('where the browser does not copy, the address is shown, chosen', async ({ page, show }) => {
  await page.addInitScript(() => {
    Clipboard.prototype.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
  });
  const card = await (await show(LINKED))().ready();
  await card.field('Monthly active users').fill('25000');
  await card.host.getByRole('button', { name: 'Copy link' }).click();
  const address = card.field('Address with these numbers, to be copied');
  await expect(address).toBeFocused();
  await expect(address).toHaveValue(await page.evaluate(() => location.href));
  const chosen = await address.evaluate(({ value, selectionStart, selectionEnd }) => [
    selectionStart,
    selectionEnd - value.length,
  ]);
  expect(chosen).toEqual([0, 0]);
});

test('without a link there is nothing to copy', async ({ page, show }) => {
  const card = await (await show('<rate-card product="chat"></rate-card>'))().ready();
  const copy = card.host.getByRole('button', { name: 'Copy link' });
  await expect(copy).toHaveCount(0);
  await page.evaluate(() => document.querySelector('rate-card').setAttribute('link', 'fragment'));
  await expect(copy).toBeVisible();
});
