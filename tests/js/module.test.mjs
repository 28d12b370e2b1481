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

/** Throws whatever it is asked. */
const throwing = (traps) =>
  new Proxy(
    {},
    Object.fromEntries(
      traps.map((trap) => [
        trap,
        () => {
          throw new Error('no');
        },
      ]),
    ),
  );
const revoked = (target) => {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
};
const tagged = (tag) => ({ [Symbol.toStringTag]: tag });

/** Values that are no plain objects, and what holds or throws something elsewhere than in its fields. */
const HOSTILE = {
  'a revoked proxy': revoked({}),
  'a revoked proxy of a list': revoked([]),
  'a proxy that hides its keys': throwing(['ownKeys']),
  'a proxy that hides what its keys are': new Proxy(
    { mau: 1 },
    {
      getOwnPropertyDescriptor() {
        throw new Error('no');
      },
    },
  ),
  'a proxy that throws at everything': throwing(Reflect.ownKeys(Reflect).filter((name) => typeof name === 'string')),
  'a list without a length': new Proxy([], {
    get() {
      throw new Error('no');
    },
  }),
  'a list of half a length': new Proxy([], { get: () => 0.5 }),
  'a list of no length': new Proxy([], { get: () => undefined }),
  'a Map': new Map([['mau', 25000]]),
  'a WeakMap': new WeakMap(),
  'a Set': new Set(['mau']),
  'a Date': new Date(0),
  'a RegExp': /mau/,
  'a promise': Promise.resolve({ mau: 25000 }),
  'an error': new Error('mau'),
  'an ArrayBuffer': new ArrayBuffer(8),
  'a typed array': new Uint32Array([25000]),
  'a generator': (function* mau() {})(),
  'a boxed text': Object('mau'),
  'a boxed number': Object(25000),
  'something with a long name': tagged('x'.repeat(1000)),
  'something whose name throws': Object.defineProperty({}, Symbol.toStringTag, {
    get() {
      throw new Error('no');
    },
  }),
  'a getter that calls itself without end': Object.defineProperty({}, 'mau', {
    enumerable: true,
    get() {
      return this.mau;
    },
  }),
};

for (const [name, value] of Object.entries(HOSTILE)) {
  test(`${name} is an error at its place, however often it is given`, () => {
    const good = estimate(standard({ mau: 25000 }));
    const places = [
      ['', value],
      ['items', { as_of: '2026-11-20', items: value }],
      ['items[0]', { as_of: '2026-11-20', items: [value] }],
      ['items[0].demand', standard(value)],
      ['items[0].demand.mau', standard({ mau: value })],
    ];
    for (const [path, request] of places) {
      const error = thrown(() => estimate(request));
      assert.ok(error instanceof RateCardError, String(error));
      // What throws in a field is an error of that field.
      assert.ok(error.path === path || error.path === `${path}.mau`.replace(/^\./, ''), `${error.path}, not ${path}`);
      assert.equal(error.code, 'bad_type', error.message);
    }
    // Frames that an exception skips stay on the module's stack: some thousand, and it is at its end.
    for (let turn = 0; turn < 2000; turn += 1) thrown(() => estimate(standard({ mau: value })));
    for (const call of [compare, rateCards.add]) assert.ok(thrown(() => call(value)) instanceof RateCardError);
    assert.deepEqual(estimate(standard({ mau: 25000 })), good);
  });
}

test('instances of classes, and objects without a prototype, are objects', () => {
  class Demand {
    mau = 25000;
  }
  const bare = Object.assign(Object.create(null), { mau: 25000 });
  const reactive = new Proxy({ mau: 25000 }, {});
  for (const demand of [new Demand(), bare, reactive, Object.freeze({ mau: 25000 })]) {
    assert.equal(estimate(standard(demand)).totals.USD, '624');
  }
});

test('a getter may ask for a price itself', () => {
  const demand = {
    get mau() {
      return Number(estimate(standard({ mau: 25000 })).totals.USD);
    },
  };
  assert.deepEqual(estimate(standard(demand)), estimate(standard({ mau: 624 })));
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
