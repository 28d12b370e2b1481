// A page that is being translated: a translator puts elements of its own in the place of texts, in shadow
// roots, too, at any time and again. What is seen is the answer to what is asked all the same.
import { expect, test } from '../element.mjs';

const CHAT = `<rate-card product="chat" as-of="2026-11-20" months="3" demand="mau=12000"
  view="calculator compare matrix chart"></rate-card>`;
const VOICE = `<rate-card product="voice-agent" as-of="2026-11-20" months="3"
  demand="applications=1 concurrency=5 minutes=9500" view="calculator compare chart"></rate-card>`;

/** What is done to a text, of which the letters are still there. */
const KEPT = {
  'an element in its place': 'font',
  'elements around it': 'wrap',
  'another text in its place': 'fresh',
  'two texts in its place': 'split',
  'texts joined': 'join',
};
/** What is done to a text, of which nothing is left. */
const LOST = {
  'a translation in its place': 'translate',
  'nothing in its place': 'remove',
};

/** Does that to every text of the element; `polite` leaves alone what is not to be translated. */
const meddle = (card, how, polite = false) =>
  card.host.evaluate(
    (element, [how, polite]) => {
      const texts = [];
      const walker = document.createTreeWalker(element.shadowRoot, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) texts.push(/** @type {Text} */ (walker.currentNode));
      const font = (...children) => {
        const made = document.createElement('font');
        made.append(...children);
        return made;
      };
      const ways = {
        font: (text) => text.replaceWith(font(font(text.data))),
        wrap: (text) => {
          const around = font();
          text.replaceWith(around);
          around.append(font(text));
        },
        fresh: (text) => text.replaceWith(text.data),
        split: (text) => text.data.length > 1 && text.splitText(1),
        join: (text) => text.parentNode?.normalize(),
        translate: (text) => text.replaceWith(font(font(`⟨${text.data}⟩`))),
        remove: (text) => text.remove(),
      };
      for (const text of texts) {
        if (polite && text.parentElement?.closest('[translate="no"]')) continue;
        if (text.data.trim()) ways[how](text);
      }
    },
    [how, polite],
  );

/** What stands on the screen: all of it, and each figure by its exact value. */
const read = (card) =>
  card.host.evaluate((element) => {
    const root = element.shadowRoot;
    const texts = (selector) =>
      [...root.querySelectorAll(selector)].map((node) => node.innerText.replace(/\s+/g, ' ').trim());
    // What is open, and how far a chart reaches, depends on what was shown before.
    const parts = ['total', 'editions', 'lines', 'quotas', 'problems', 'packs', 'comparison', 'features', 'tally'];
    const all = texts(`${parts.map((part) => `[part="${part}"]`)}, .legend-of-lines`);
    const seen = [...root.querySelectorAll('[data-value][translate="no"]')].filter((node) => node.checkVisibility());
    const figures = seen.map((node) => [node.dataset.value, /** @type {HTMLElement} */ (node).innerText?.trim()]);
    return { all, figures, whole: texts('[data-total="whole"]') };
  });

/** The same question in an element that nobody has meddled with. */
async function fresh(card) {
  await card.host.evaluate(async (element) => {
    document.querySelector('#fresh')?.remove();
    const other = /** @type {any} */ (document.createElement('rate-card'));
    other.id = 'fresh';
    for (const name of ['product', 'as-of', 'view', 'lang']) {
      if (element.hasAttribute(name)) other.setAttribute(name, element.getAttribute(name));
    }
    other.state = element.state;
    element.after(other);
    await other.ready;
    await other.settled();
    await element.settled();
  });
  return { host: card.host.page().locator('#fresh') };
}

/** What is said: signs are the same in all languages, and stay as a translator wants them. */
const letters = ({ all }) => all.map((text) => text.replace(/[^\p{L}\p{N}]/gu, ''));

const tab = (card, name) => card.host.getByRole('tab', { name, exact: true });
const set = (name, value) => (card) =>
  card.host.evaluate((element, [name, value]) => element.setAttribute(name, value), [name, value]);
const type = (name, value) => async (card) => {
  await card.field(name).fill(value);
  await card.field(name).blur();
};

const VIEWS = { chat: ['calculator', 'compare', 'matrix', 'chart'], voice: ['calculator', 'compare', 'chart'] };

/** Each view in one language after another: all sentences are other ones then. */
const spoken = (...views) =>
  views.flatMap((view) => [
    [view, set('view', view)],
    ...['zh-CN', 'ja', 'id', 'en'].map((lang) => [`${view} in ${lang}`, set('lang', lang)]),
  ]);

const STEPS = {
  chat: [
    ['numbers', type('Monthly active users', '25,000')],
    ['the edition', (card) => card.edition('Premium').check()],
    ['fewer', type('Monthly active users', '500')],
    ['months', type('Months', '12')],
    ['needs', set('requires', 'community-groups')],
    ['another view', (card) => tab(card, 'Compare').click()],
    ['numbers in it', type('Monthly active users', '60,000')],
    ['the chart', (card) => tab(card, 'Chart').click()],
    ['its slider', (card) => card.host.getByRole('slider').press('ArrowRight')],
    ['the matrix', (card) => tab(card, 'Features').click()],
    ['what is needed there', set('requires', '')],
    ['the calculator again', (card) => tab(card, 'Calculator').click()],
    ['the page', set('demand', 'mau=7777')],
    ...spoken(...VIEWS.chat),
  ],
  voice: [
    ['minutes', type('Call minutes a month', '100000')],
    ['months', type('Months', '9')],
    ['less', type('Call minutes a month', '300')],
    ['the edition', (card) => card.host.getByRole('radio').last().check()],
    ['another view', (card) => tab(card, 'Compare').click()],
    ['further numbers', (card) => card.host.locator('[part="further-inputs"] > summary').click()],
    ['more', type('Concurrent calls of each application', '9')],
    ...spoken(...VIEWS.voice),
  ],
};

/** What a page sets, for which no control has to be found by a name that is translated, too. */
const SET = {
  chat: [
    set('demand', 'mau=25000'),
    set('edition', 'premium'),
    set('months', '12'),
    set('demand', 'mau=500'),
    set('requires', 'community-groups'),
    set('start', '2027-03-01'),
    set('view', 'compare'),
    set('demand', 'mau=61000'),
    set('view', 'chart'),
    set('demand', 'mau=33000'),
    set('view', 'calculator'),
    set('demand', 'mau=44000'),
  ],
  voice: [
    set('demand', 'applications=2 concurrency=5 minutes=100000'),
    set('months', '9'),
    set('demand', 'applications=1 concurrency=9 minutes=300'),
    set('view', 'compare'),
    set('demand', 'applications=3 concurrency=9 minutes=12345'),
  ],
};

const BODIES = { chat: CHAT, voice: VOICE };

for (const [what, body] of Object.entries(BODIES)) {
  for (const [way, how] of Object.entries(KEPT)) {
    test(`${what}: everything is as nobody had meddled with it, with ${way}`, async ({ show }) => {
      test.setTimeout(600_000);
      const card = await (await show(body))('rate-card:not(#fresh)').ready();
      for (const [step, does] of STEPS[what]) {
        await meddle(card, how);
        await meddle(card, how);
        await does(card);
        const expected = await read(await fresh(card));
        expect((await read(card)).all, step).toEqual(expected.all);
      }
    });
  }

  for (const [way, how] of Object.entries(LOST)) {
    test(`${what}: what changes is what is seen, with ${way}`, async ({ show }) => {
      test.setTimeout(600_000);
      const card = await (await show(body))('rate-card:not(#fresh)').ready();
      let former = await read(card);
      for (const [step, does] of SET[what].entries()) {
        const before = await read(card);
        await meddle(card, how);
        await meddle(card, how);
        await does(card);
        const expected = await read(await fresh(card));
        const now = await read(card);
        const known = new Set(before.figures.map(([value]) => value));
        const changed = ({ figures }) => figures.filter(([value]) => !known.has(value));
        expect(changed(now), `${step}`).toEqual(changed(expected));
        // What a translator took away before is not back where it is the same.
        if (former.whole.join() !== expected.whole.join()) expect(now.whole, `${step}`).toEqual(expected.whole);
        former = expected;
      }
      for (const [step, does] of spoken(...VIEWS[what])) {
        await meddle(card, how);
        await meddle(card, how);
        await does(card);
        const expected = await read(await fresh(card));
        // Where nothing changes, nothing is brought back.
        if (step.includes(' in ')) expect(letters(await read(card)), step).toEqual(letters(expected));
      }
    });
  }
}

test('figures, units and days are left alone by who asks', async ({ show }) => {
  const card = await (await show(VOICE))('rate-card:not(#fresh)').ready();
  const alone = () =>
    card.host.evaluate((element) => {
      const open = [];
      for (const node of element.shadowRoot.querySelectorAll('[data-value], .unit, .mark, .cal-month')) {
        const isFigure = node.childElementCount === 0 && /\d/.test(node.textContent);
        if ((isFigure || node.matches('.unit')) && !node.closest('[translate="no"]')) open.push(node.outerHTML);
      }
      return open;
    });
  for (const name of ['Calculator', 'Compare', 'Chart']) {
    await tab(card, name).click();
    await card.settled();
    expect(await alone(), name).toEqual([]);
  }
  await tab(card, 'Calculator').click();
  // Pictures keep their words, which no element of a translator could be drawn in.
  const months = card.host.locator('.cal-month');
  const before = await months.allTextContents();
  expect(before.length).toBeGreaterThan(1);
  await meddle(card, 'translate', true);
  expect(await months.allTextContents()).toEqual(before);
  expect(await card.host.locator('.cal-picture font').count()).toBe(0);
  await expect(card.total.locator('[data-value]')).not.toContainText('⟨');
  await expect(card.host.locator('[part="caption"]').first()).toContainText('⟨');
});
