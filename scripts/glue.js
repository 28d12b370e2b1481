// What the element needs of the module's glue; scripts/build-wasm.sh puts it at the end of that.

/** @type {Promise<unknown> | undefined} The part with further views, on its way into the instance. */
let adding;
let hasViews = false;

/** Puts the part with further views into the instance, once: a second one would begin with memory in use. */
export function addViews(part) {
  adding ??= WebAssembly.instantiate(part, { __wasm_split: wasm }).then(() => {
    hasViews = true;
  });
  adding.catch(() => {
    adding = undefined;
  });
  return adding;
}

/** The module asks for the part: it is told at once whether that is there. */
export function __wasm_split_load_views(callback, context) {
  wasm.__indirect_function_table.get(callback)(context, hasViews);
}

/**
 * Has nothing of the instance called again. A module that has trapped must not be, neither by its timers
 * nor when the browser collects its closures, and only the glue itself can see to that.
 */
export function retire() {
  wasm = /** @type {typeof wasm} */ (new Proxy({}, { get: () => () => {} }));
}
