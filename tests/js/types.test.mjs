// The generated types are current, and a program that is written against them compiles.
//
// Where a tool is not installed there is nothing to compare with: its test is left out.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { packageOf } from '../../scripts/npm.mjs';
import { types } from '../../scripts/types.mjs';

const current = await types();
if (current !== undefined) {
  test('pkg/types.d.ts is current', () => {
    const written = readFileSync(new URL('../../pkg/types.d.ts', import.meta.url), 'utf8');
    assert.equal(written, current, 'run scripts/types.sh');
  });
}

const typescript = packageOf('tsc', 'typescript');
if (typescript !== undefined) {
  test('a program written against the types compiles, and its mistakes are found', () => {
    const sample = fileURLToPath(new URL('types.sample.ts', import.meta.url));
    const program = typescript.createProgram([sample], {
      module: typescript.ModuleKind.NodeNext,
      noEmit: true,
      strict: true,
      types: [],
    });
    const faults = typescript
      .getPreEmitDiagnostics(program)
      .map(
        ({ file, messageText }) => `${file?.fileName}: ${typescript.flattenDiagnosticMessageText(messageText, '\n')}`,
      );
    assert.deepEqual(faults, []);
  });
}
