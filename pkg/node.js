// For Node.js, which does not fetch files: the module is read from beside this file.

import { readFileSync } from 'node:fs';

import { initSync } from './build/ratecard-engine.js';

initSync({ module: readFileSync(new URL('./build/ratecard-engine_bg.wasm', import.meta.url)) });

export * from './api.js';
