// For runtimes that compile WebAssembly ahead of time and import the compiled module.

import module from './build/ratecard-engine_bg.wasm';

import { initSync } from './build/ratecard-engine.js';

initSync({ module });

export * from './api.js';
