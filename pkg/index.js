// For browsers and for runtimes that fetch: the module lies beside this file.

import init from './build/ratecard-engine.js';

await init({ module_or_path: new URL('./build/ratecard-engine_bg.wasm', import.meta.url) });

export * from './api.js';
