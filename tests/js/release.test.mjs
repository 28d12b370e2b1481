// The version is the same wherever it is written, and the changelog has its day.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { problems } from '../../scripts/release-check.mjs';

const root = new URL('../../', import.meta.url);
const read = (path) => readFileSync(new URL(path, root), 'utf8');

test('versions and changelog agree', () => {
  assert.deepEqual(problems(), []);
});

for (const [file, from, to, told] of /** @type {[string, RegExp, string, string][]} */ ([
  ['Cargo.toml', /^version = ".*"/m, 'version = "9.9.9"', 'Cargo.toml 9.9.9'],
  ['Cargo.lock', /(?<=^name = "ratecard"\n)version = ".*"/m, 'version = "9.9.9"', 'Cargo.lock says 9.9.9'],
  ['pkg/package.json', /"version": ".*"/, '"version": "9.9.9"', 'pkg/package.json says 9.9.9'],
  ['CHANGELOG.md', /^## .* \(.*\)$/m, '## 9.9.9 (2026-11-29)', 'CHANGELOG.md says 9.9.9'],
  ['CHANGELOG.md', /^## Unreleased$/m, '## Soon', 'does not begin with "## Unreleased"'],
  ['CHANGELOG.md', /^## (.*) \(.*\)$/m, '## $1', 'no version with its day'],
])) {
  test(`a mistake in ${file} is told: ${told}`, () => {
    const changed = read(file).replace(from, to);
    const found = problems((path) => (path === file ? changed : read(path)));
    assert.ok(
      found.some((problem) => problem.includes(told)),
      found.join('\n'),
    );
  });
}
