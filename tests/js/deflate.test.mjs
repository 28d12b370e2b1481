// The compression of links against zlib, which unpacks what it makes and checks the sum.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inflateSync } from 'node:zlib';
import { deflate } from '../../pkg/element/on-demand/deflate.js';

/** Numbers that look like chance and are the same every time. */
function numbers(seed) {
  let state = seed;
  return (most) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * most);
  };
}

const bytes = (length, value) => Uint8Array.from({ length }, value);
const same = (given) => assert.deepEqual(new Uint8Array(inflateSync(deflate(given))), given);

test('bytes of every value and length come back', () => {
  const next = numbers(1);
  for (let length = 0; length < 300; length += 1) same(bytes(length, () => next(256)));
});

test('texts that repeat themselves come back, and are shorter', () => {
  const next = numbers(2);
  for (let length = 0; length < 900; length += 3) same(bytes(length, () => 97 + next(3)));
  const text = new TextEncoder().encode('{"month":0,"quantity":1000},'.repeat(200));
  same(text);
  assert.ok(deflate(text).length < text.length / 20);
});

test('repetitions of every length, also the longest and one more, come back', () => {
  for (const length of [3, 4, 10, 11, 18, 19, 34, 35, 66, 67, 130, 131, 257, 258, 259, 260, 516, 517, 70_000]) {
    same(bytes(length + 1, () => 7));
  }
});

test('repetitions from every distance come back, also from too far', () => {
  const next = numbers(3);
  const word = bytes(20, () => next(256));
  for (const distance of [1, 2, 4, 5, 8, 9, 192, 193, 1024, 1025, 24_576, 24_577, 32_748, 32_749, 32_750, 40_000]) {
    same(Uint8Array.from([...word, ...bytes(distance, () => next(256)), ...word]));
  }
});

test('a state is about as short as zlib makes it', () => {
  const state = {
    version: 1,
    view: 'calculator',
    request: { months: 12, items: [{ product: 'chat', edition: 'standard', demand: { mau: 25000 } }] },
    answer: { rate_card: 'chat/2024-07-22', currency: 'USD', total: '7488' },
  };
  const text = new TextEncoder().encode(JSON.stringify(state));
  same(text);
  assert.ok(deflate(text).length <= 190);
});
