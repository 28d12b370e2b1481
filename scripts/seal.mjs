#!/usr/bin/env node
// Writes into the files of a module which build they are of: into those of WebAssembly as a custom section
// `build`, into the glue as an export of that name:
//
//   node scripts/seal.mjs GLUE MODULE PART
//
// The part works on the module's memory, and the glue calls the module by numbers. Where a cache gives out those
// of another build, the element sees it by this (pkg/element/module.js).
import { createHash } from 'node:crypto';
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';

const [glue, ...paths] = process.argv.slice(2);
const files = paths.map((path) => ({ path, bytes: readFileSync(path) }));
const hash = createHash('sha256').update(readFileSync(glue));
for (const { bytes } of files) hash.update(bytes);

// Each length is below 128, and so a byte.
const sized = (bytes) => Buffer.from([bytes.length, ...bytes]);
const name = sized(Buffer.from('build'));
const build = hash.digest().subarray(0, 8);
const section = Buffer.from([0, ...sized(Buffer.concat([name, build]))]);
for (const { path, bytes } of files) writeFileSync(path, Buffer.concat([bytes, section]));
appendFileSync(glue, `export const build = '${build.toString('hex')}';\n`);
