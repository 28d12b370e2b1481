// From a question to its number, by what a visitor does; the answer is compared with the command line's.
import { ask, ratecard } from '../../../scripts/ratecard.mjs';
import { expect, test } from '../element.mjs';
import { AS_OF, JOURNEYS } from '../journeys.mjs';
import { KeyboardVisitor, told, Visitor } from '../visitor.mjs';

test.use({ actionTimeout: 5000 });

test.beforeAll(({}, info) => {
  // Where the program is not current, cargo builds it.
  info.setTimeout(300_000);
  ratecard(['--version']);
});

for (const { question, product, asOf = AS_OF, does, asks } of JOURNEYS) {
  for (const [way, By] of /** @type {const} */ ([
    ['mouse', Visitor],
    ['keyboard alone', KeyboardVisitor],
  ])) {
    test(`${product}: ${question}, by ${way}`, async ({ show }) => {
      const card = await (await show(`<rate-card product="${product}" as-of="${asOf}"></rate-card>`))().ready();
      const visitor = new By(card);
      for (const [what, ...how] of does) await visitor[what](...how);
      const shown = await visitor.reads();

      // What the element says that it was asked.
      const request = await card.host.evaluate((element) => element.request);
      expect(shown).toEqual(told(ask('estimate', request)));
      // And what it was asked in truth.
      expect(shown).toEqual(told(ask('estimate', { as_of: asOf, ...asks })));
    });
  }
}

test('every product has a journey', () => {
  const products = JSON.parse(ratecard(['cards'])).map(({ product }) => product);
  expect([...new Set(JOURNEYS.map(({ product }) => product))].sort()).toEqual([...new Set(products)].sort());
});

test('the journeys come across all kinds of answers', () => {
  const answers = JOURNEYS.map(({ asOf = AS_OF, asks }) => told(ask('estimate', { as_of: asOf, ...asks })));
  const all = (read) => new Set(answers.flatMap(read));
  expect([...all(({ problems }) => problems.map(([code]) => code))].sort()).toEqual(
    expect.arrayContaining(['contact_sales', 'exceeded', 'needs_number', 'trial_ends']),
  );
  expect(all(({ packs }) => packs.map(([charge]) => charge)).size).toBeGreaterThan(3);
  expect([...all(({ lines }) => lines.map(([, kind]) => kind))].sort()).toEqual(['payg', 'prepaid']);
  expect(new Set(answers.map(({ total }) => total)).size).toBeGreaterThan(10);
});
