// A file of WebAssembly, fetched and compiled once for the page.

import { get } from './files.js';

export class Compiled {
  /** @type {string | undefined} What it is called in the stack of an error, once it is there; empty where it has no name. */
  origin;
  #url;
  /** @type {Promise<WebAssembly.Module> | undefined} */
  #module;

  constructor(url) {
    this.#url = url;
  }

  /** The module. After a failure whoever asks next tries anew. */
  get() {
    return this.#module ?? this.#compiled();
  }

  /** The module as the server has it now, whatever a cache says. */
  renew() {
    return this.#compiled({ cache: 'reload' });
  }

  #compiled(options) {
    const mine = this.#compile(options);
    this.#module = mine;
    mine.catch(() => {
      if (this.#module === mine) this.#module = undefined;
    });
    return mine;
  }

  async #compile(options) {
    const response = await get(this.#url, options);
    // Streaming insists on the type, without a parameter; a server that does not know it, or says the charset of
    // everything, is no reason to give up.
    const type = response.headers.get('Content-Type') ?? '';
    const isStreamed = /^application\/wasm$/i.test(type);
    this.origin = isStreamed ? response.url : '';
    return isStreamed ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
  }
}

/** Which build a module is of: what scripts/seal.mjs has written into it. */
export function buildOf(module) {
  const [bytes] = WebAssembly.Module.customSections(module, 'build');
  return Array.from(new Uint8Array(bytes ?? []), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
