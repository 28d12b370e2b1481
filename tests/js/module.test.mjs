// The package as a script in Node.js meets it: objects in, objects out, errors thrown.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { RateCardError, compare, estimate, rateCard, rateCards } from '../../pkg/node.js';

const standard = (demand) => ({
  as_of: '2026-11-20',
  items: [{ product: 'chat', edition: 'standard', demand }],
});

/** The error that a call throws. */
function thrown(call) {
  try {
    call();
  } catch (error) {
    return error;
  }
  return assert.fail('nothing was thrown');
}

test('a price is an exact text', () => {
  assert.equal(estimate(standard({ mau: 25000 })).totals.USD, '624');
  assert.equal(estimate(standard({ mau: 10001 })).totals.USD, '399.015');
});

test('undefined and null are absent', () => {
  const request = standard({ mau: undefined, groups: null });
  assert.deepEqual(estimate(request), estimate(standard({})));
});

test('a whole BigInt is a quantity', () => {
  assert.deepEqual(estimate(standard({ mau: 25000n })), estimate(standard({ mau: 25000 })));
});

for (const [name, value, code] of [
  ['NaN', NaN, 'bad_quantity'],
  ['an infinity', Infinity, 'bad_quantity'],
  ['a fraction', 0.5, 'bad_quantity'],
  ['a negative number', -1, 'bad_quantity'],
  ['a number beyond the bound', 2 ** 53, 'bad_quantity'],
  ['a huge BigInt', 10n ** 30n, 'bad_quantity'],
  ['a text', '10', 'bad_quantity'],
  ['a function', () => 1, 'bad_type'],
  ['a symbol', Symbol('x'), 'bad_type'],
]) {
  test(`${String(name)} is ${String(code)}`, () => {
    const error = thrown(() => estimate(standard({ mau: value })));
    assert.ok(error instanceof RateCardError);
    assert.equal(error.code, code);
    assert.equal(error.path, 'items[0].demand.mau');
    assert.notEqual(error.message, '');
  });
}

test('an object in itself is an error, not an endless walk', () => {
  const request = standard({});
  request.items[0].demand.mau = request;
  assert.equal(thrown(() => estimate(request)).code, 'bad_type');
});

test('a getter that throws is an error with its place', () => {
  const request = standard({});
  Object.defineProperty(request.items[0], 'demand', {
    enumerable: true,
    get() {
      throw new Error('no');
    },
  });
  const error = thrown(() => estimate(request));
  assert.equal(error.code, 'bad_type');
  assert.equal(error.path, 'items[0].demand');
});

test('no request at all lacks its fields', () => {
  const error = thrown(() => estimate());
  assert.equal(error.code, 'missing_field');
  assert.equal(error.path, 'items');
});

test('the engine goes on after an error', () => {
  assert.throws(() => compare({ items: [] }), RateCardError);
  assert.equal(estimate(standard({ mau: 25000 })).totals.USD, '624');
});

test('without a day the newest card is taken', () => {
  const newest = rateCards().find((card) => card.product === 'chat' && !card.superseded_by);
  const { items } = estimate({ items: [{ product: 'chat', edition: 'standard' }] });
  assert.equal(items[0].rate_card, newest.id);
  assert.equal(rateCard(newest.id).id, newest.id);
});
