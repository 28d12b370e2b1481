#!/usr/bin/env node
// Writes into the two files of a module which build they are of, as a custom section `build`:
//
//   node scripts/seal.mjs MODULE PART
//
// The part works on the module's memory. Where a cache gives out that of another build, the element sees it
// by this (pkg/element/module.js).
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';

const files = process.argv.slice(2).map((path) => ({ path, bytes: readFileSync(path) }));
const hash = createHash('sha256');
for (const { bytes } of files) hash.update(bytes);

// Each length is below 128, and so a byte.
const sized = (bytes) => Buffer.from([bytes.length, ...bytes]);
const name = sized(Buffer.from('build'));
const build = hash.digest().subarray(0, 8);
const section = Buffer.from([0, ...sized(Buffer.concat([name, build]))]);
for (const { path, bytes } of files) writeFileSync(path, Buffer.concat([bytes, section]));
