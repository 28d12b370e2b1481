// What scripts/glue.js finds in the file that it becomes a part of.

/** The exports of the instance. */
declare let wasm: WebAssembly.Exports & { __indirect_function_table: WebAssembly.Table };
