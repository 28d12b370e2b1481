// The same questions through every door give the same bytes.
//
// Asked here: the command line in one batch, and the WebAssembly module. tests/it/doors.rs does the
// same for the command line and the Rust interface.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';

import * as ratecard from '../../pkg/node.js';

const folder = new URL('../vectors/', import.meta.url);
const binary = new URL('../../target/debug/ratecard', import.meta.url).pathname;
const functions = {
  cards: () => ratecard.rateCards(),
  card: (request) => ratecard.rateCard(request.id),
  estimate: ratecard.estimate,
  compare: ratecard.compare,
  afford: ratecard.afford,
  diff: ratecard.diff,
  lifecycle: ratecard.lifecycle,
  refund: ratecard.refund,
  licenses: ratecard.licenses,
  connect: ratecard.connect,
};

const worked = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .sort()
  .flatMap((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')))
  .filter(({ command }) => command in functions);
const cards = ratecard.rateCards().map(({ id }) => ({ command: 'card', request: { id } }));
const cases = [...worked, { command: 'cards', request: {} }, ...cards];

test('the command line and JavaScript reply with the same bytes', () => {
  const input = cases.map(({ command, request }) => JSON.stringify({ command, request })).join('\n');
  const run = spawnSync(binary, ['batch'], { input, encoding: 'utf8', maxBuffer: 2 ** 28 });
  assert.equal(run.status, 0, run.stderr);
  const lines = run.stdout.trimEnd().split('\n');
  assert.equal(lines.length, cases.length);
  assert.ok(cases.length > 100, 'the worked examples are there');
  for (const [index, { command, request, name }] of cases.entries()) {
    let reply;
    try {
      reply = functions[command](request);
    } catch (error) {
      if (!(error instanceof ratecard.RateCardError)) throw error;
      const { code, path, message } = error;
      reply = { error: { code, path, message } };
    }
    assert.equal(JSON.stringify(reply), lines[index], name ?? command);
  }
});
