// The examples for Node.js, run as their readers run them: with the package in node_modules.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';

import { compare, estimate, rateCards } from '../../pkg/node.js';

const path = (relative) => new URL(relative, import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'ratecard-examples-'));
after(() => rmSync(folder, { recursive: true }));
cpSync(path('../../examples/node/'), folder, { recursive: true, filter: (source) => !source.includes('node_modules') });
mkdirSync(join(folder, 'node_modules'));
symlinkSync(path('../../pkg'), join(folder, 'node_modules/ratecard'));

const run = (...args) => spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });

test('budget: every edition with its verdict, then the lines of the cheapest', () => {
  const { editions, cheapest } = compare({
    as_of: '2026-11-20',
    months: 12,
    items: [{ product: 'chat', demand: { mau: 25000 } }],
  });
  const best = editions.find(({ edition }) => edition === cheapest);
  const { status, stdout, stderr } = run('budget.mjs', '25000', best.per_month);
  assert.equal(status, 0, stderr);
  const lines = stdout.trimEnd().split('\n');
  assert.equal(lines.length, editions.length + best.lines.length);
  assert.ok(lines.includes(`${cheapest}: ${best.per_month} a month, within the budget`), stdout);
  for (const { charge, amount, why } of best.lines) {
    assert.ok(lines.includes(`${charge}: ${amount} for ${why.text}`), stdout);
  }
  const less = run('budget.mjs', '25000', String(Number(best.per_month) - 1)).stdout;
  assert.ok(less.includes(`${cheapest}: ${best.per_month} a month, above the budget`), less);
});

test('budget: what is wrong is told with its place', () => {
  const { status, stderr } = run('budget.mjs', '-1');
  assert.equal(status, 1);
  assert.match(stderr, /^bad_quantity at items\[0\]\.demand\.mau: /);
});

test('own-card: the card in the file is asked', () => {
  rateCards.add(JSON.parse(readFileSync(join(folder, 'tickets.json'), 'utf8')));
  const items = [{ product: 'tickets', edition: 'team', demand: { agents: 8 } }];
  const { EUR } = estimate({ as_of: '2026-11-20', items }).totals;
  const { status, stdout, stderr } = run('own-card.mjs');
  assert.equal(status, 0, stderr);
  assert.equal(stdout, `8 agents cost ${EUR} EUR a month\n`);
});
