#!/usr/bin/env node
// Whether the project is ready for a release (RELEASING.md):
//
//   node scripts/release-check.mjs               versions and changelog, as the tests do
//   node scripts/release-check.mjs --to-release  the work tree and the tag, too
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = new URL('../', import.meta.url);
/** @param {string} path */
const read = (path) => readFileSync(new URL(path, root), 'utf8');

/**
 * The version of the package, wherever it is written.
 * @param {(path: string) => string} text Gives a file of the project.
 * @returns {Record<string, string | undefined>}
 */
function versions(text) {
  const headings = [...text('CHANGELOG.md').matchAll(/^## (.*)$/gm)].map(([, heading]) => heading);
  return {
    'Cargo.toml': /^\[package\]\n(?:[^[].*\n)*?version = "(.*)"$/m.exec(text('Cargo.toml'))?.[1],
    'Cargo.lock': /^name = "ratecard"\nversion = "(.*)"$/m.exec(text('Cargo.lock'))?.[1],
    'pkg/package.json': JSON.parse(text('pkg/package.json')).version,
    // The newest that is dated: what stands above it is not released.
    'CHANGELOG.md': headings.map((heading) => /^(\S+) \(\d{4}-\d{2}-\d{2}\)$/.exec(heading)?.[1]).find(Boolean),
  };
}

/**
 * What is wrong with the versions and the changelog.
 * @param {(path: string) => string} [text] Gives a file of the project.
 * @returns {string[]}
 */
export function problems(text = read) {
  const found = versions(text);
  const version = found['Cargo.toml'];
  const differing = Object.entries(found).filter(([, other]) => other === undefined || other !== version);
  const wrong = differing.map(([file, other]) => `${file} says ${other ?? 'no version'}, Cargo.toml ${version}`);
  const headings = [...text('CHANGELOG.md').matchAll(/^## (.*)$/gm)].map(([, heading]) => heading);
  if (headings[0] !== 'Unreleased') wrong.push('CHANGELOG.md does not begin with "## Unreleased"');
  const undated = headings.slice(1).filter((heading) => !/^\d+\.\d+\.\d+\S* \(\d{4}-\d{2}-\d{2}\)$/.test(heading));
  wrong.push(
    ...undated.map((heading) => `CHANGELOG.md: "## ${heading}" is no version with its day, "## 0.1.0 (2026-11-29)"`),
  );
  return wrong;
}

/** What else stands against a release now. */
function obstacles() {
  const git = (/** @type {string[]} */ ...options) =>
    execFileSync('git', options, { cwd: fileURLToPath(root), encoding: 'utf8' }).trim();
  const found = [];
  if (git('status', '--porcelain') !== '') found.push('not everything is committed: git status');
  const tag = `v${versions(read)['Cargo.toml']}`;
  if (git('tag', '--list', tag) !== '') found.push(`the tag ${tag} is there already: choose the next version`);
  return found;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const found = [...problems(), ...(process.argv.includes('--to-release') ? obstacles() : [])];
  for (const problem of found) console.error(problem);
  if (found.length > 0) process.exit(1);
  console.log(`Versions and changelog agree: ${versions(read)['Cargo.toml']}.`);
}
