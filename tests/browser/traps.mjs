// Makes the WebAssembly module trap, for the specs.

/**
 * From now on the page's `window.traps` decides of every call of an export of the module, by the
 * number of the instance, the export's name and the arguments, whether it traps instead. `window.parts`
 * counts the parts that instances were given. A trap is a
 * real one: the module is handed an address outside of its memory.
 */
export const letTrap = (page) =>
  page.addInitScript(() => {
    window.instances = [];
    window.parts = 0;
    window.traps = () => false;
    const { instantiate } = WebAssembly;
    WebAssembly.instantiate = async (module, imports) => {
      /** @type {any} The glue hands over a module, for which an instance comes. */
      const instance = await instantiate(module, imports);
      // A part of an instance, which it fills.
      if (imports.__wasm_split) {
        window.parts += 1;
        return instance;
      }
      const number = window.instances.push(instance);
      const exports = {};
      for (const [name, value] of Object.entries(instance.exports)) {
        exports[name] =
          typeof value !== 'function'
            ? value
            : (...args) => (window.traps(number, name, args) ? instance.exports.widget_request(-16) : value(...args));
      }
      return Object.create(WebAssembly.Instance.prototype, { exports: { value: exports } });
    };
  });
