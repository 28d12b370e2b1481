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
/** What the compiler finds wrong with a sample. */
function faultsOf(name, options = {}) {
  const sample = fileURLToPath(new URL(name, import.meta.url));
  const program = typescript.createProgram([sample], {
    module: typescript.ModuleKind.NodeNext,
    noEmit: true,
    strict: true,
    types: [],
    ...options,
  });
  return typescript
    .getPreEmitDiagnostics(program)
    .map(({ file, messageText }) => `${file?.fileName}: ${typescript.flattenDiagnosticMessageText(messageText, '\n')}`);
}

if (typescript !== undefined) {
  test('a program written against the types compiles, and its mistakes are found', () => {
    assert.deepEqual(faultsOf('types.sample.ts'), []);
  });

  test('so does an application of React', () => {
    const own = (file) => fileURLToPath(new URL(`react/${file}`, import.meta.url));
    const paths = { react: [own('index.d.ts')], 'react/jsx-runtime': [own('jsx-runtime.d.ts')] };
    assert.deepEqual(faultsOf('types.sample.tsx', { jsx: typescript.JsxEmit.ReactJSX, paths }), []);
  });
}

test('frameworks are told of every attribute', () => {
  const types = readFileSync(new URL('../../pkg/element.d.ts', import.meta.url), 'utf8');
  const [, said] = /** @type {RegExpExecArray} */ (/interface RateCardAttributes \{(.*?)\n\}/s.exec(types));
  const names = [...said.matchAll(/^ {2}'?([\w-]+)'?\?:/gm)].map(([, name]) => name);
  const manifest = JSON.parse(readFileSync(new URL('../../pkg/custom-elements.json', import.meta.url), 'utf8'));
  const { attributes } = manifest.modules[0].declarations[0];
  assert.deepEqual(
    names,
    attributes.map(({ name }) => name),
  );
});
