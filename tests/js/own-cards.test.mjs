// Rate cards of one's own, added to those of the project.
//
// Each test takes a product of its own: what is added stays for the others.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { RateCardError, estimate, rateCard, rateCards } from '../../pkg/node.js';

/** A small card: 10 for 5 seats, 2 for each further one. */
function card(product, effective = '2026-01-01') {
  const en = (text) => ({ en: text });
  return {
    id: `${product}/${effective}`,
    product,
    label: en('Ours'),
    effective,
    currency: 'EUR',
    source: 'list',
    sources: { list: { document: 'Our prices', section: 'All', updated: effective } },
    editions: [{ id: 'only', label: en('Only'), source: 'list' }],
    dimensions: [
      {
        id: 'seats',
        label: en('Seats'),
        unit: { en: { one: 'seat', other: 'seats' } },
        allowance: 5,
        source: 'list',
      },
    ],
    charges: [
      { id: 'base', label: en('Base'), kind: 'prepaid', model: 'flat', price: '10', source: 'list' },
      {
        id: 'more',
        label: en('More seats'),
        kind: 'payg',
        model: 'per-unit',
        dimension: 'seats',
        price: '2',
        source: 'list',
      },
    ],
  };
}

const ask = (product, as_of = '2026-06-01') =>
  estimate({ as_of, items: [{ product, edition: 'only', demand: { seats: 8 } }] });

/** The error that a call throws. */
function thrown(call) {
  try {
    call();
  } catch (error) {
    assert.ok(error instanceof RateCardError, String(error));
    return error;
  }
  return assert.fail('nothing was thrown');
}

test('a further card answers at once', () => {
  const before = rateCards().length;
  assert.equal(rateCards.add(card('ours')), 'ours/2026-01-01');
  assert.equal(rateCards().length, before + 1);
  assert.equal(ask('ours').totals.EUR, '16');
  assert.deepEqual(ask('ours').items[0].lines[0].source, {
    document: 'Our prices',
    section: 'All',
    updated: '2026-01-01',
  });
});

test('a card of the same id replaces the one before', () => {
  rateCards.add(card('replaced'));
  const order = rateCards().map(({ id }) => id);
  const dearer = card('replaced');
  dearer.charges[1].price = '3';
  rateCards.add(dearer);
  assert.equal(ask('replaced').totals.EUR, '19');
  assert.deepEqual(
    rateCards().map(({ id }) => id),
    order,
  );
});

test('a later card takes over on its day', () => {
  const later = card('dated', '2026-05-01');
  later.charges[0].price = '20';
  rateCards.add(later);
  rateCards.add(card('dated'));
  assert.equal(ask('dated', '2026-04-30').totals.EUR, '16');
  assert.equal(ask('dated', '2026-05-01').totals.EUR, '26');
  const first = rateCards().find(({ id }) => id === 'dated/2026-01-01');
  assert.equal(first.superseded_by, 'dated/2026-05-01');
});

test('every card of the project can be taken out, put back and gives the same replies', () => {
  for (const { id } of rateCards()) {
    const whole = rateCard(id);
    assert.equal(rateCards.add(whole), id);
    assert.deepEqual(rateCard(id), whole);
  }
});

for (const [name, change, path] of [
  ['a wrong price', (c) => (c.charges[1].price = 2), 'charges[1].price'],
  ['a missing field', (c) => delete c.currency, 'currency'],
  ['an unknown field', (c) => (c.charges[0].prise = '1'), 'charges[0].prise'],
  ['a reference to nothing', (c) => (c.charges[1].dimension = 'seat'), 'charges[1].dimension'],
  ['an id of another day', (c) => (c.id = 'bad/2026-01-02'), 'id'],
  ['a function', (c) => (c.charges = () => []), 'charges'],
  ['a card in itself', (c) => (c.label = c), null],
]) {
  test(`${name} is bad_rate_card with its place`, () => {
    const bad = card('bad');
    /** @type {(card: any) => void} */ (change)(bad);
    const error = thrown(() => rateCards.add(bad));
    assert.equal(error.code, 'bad_rate_card');
    if (path !== null) assert.equal(error.path, path);
    assert.notEqual(error.message, '');
    assert.equal(thrown(() => ask('bad')).code, 'unknown_product');
  });
}

for (const nothing of [undefined, null, 'ours', 7, []]) {
  test(`${JSON.stringify(nothing)} is no card`, () => {
    assert.equal(thrown(() => rateCards.add(nothing)).code, 'bad_rate_card');
  });
}

test('a getter of a card may ask for a price', () => {
  const nosy = card('nosy');
  Object.defineProperty(nosy, 'currency', { enumerable: true, get: () => rateCards()[0].currency });
  assert.equal(rateCards.add(nosy), 'nosy/2026-01-01');
});
