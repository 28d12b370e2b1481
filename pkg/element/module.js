// The WebAssembly module, one instance of which serves all elements, until it traps.

import { GLUE, WASM, get } from './files.js';
import { loadStyles } from './styles.js';

/** The compiled module, once for the page; the styles come with it. */
let files;
/** @type {Promise<any> | undefined} The class of an instance of the module: that of all elements. */
let loading;
/** Counts the attempts to load the glue: every instance needs a fresh one. */
let attempts = 0;
/** Has nothing of the instance called again, by a timer or when it is collected. */
let retire = () => {};
/** What the module is called in the stack of an error; nothing where it has no name there. */
let origin = '';
/** What to do when the module traps in an event handler or a promise of its own. */
let tell = () => {};
let isListening = false;

/** The module's class for views. After a failure the next element tries anew. */
export function load() {
  if (!loading) {
    const mine = instantiate(attempts++);
    loading = mine;
    mine.catch(() => {
      if (loading === mine) loading = undefined;
    });
  }
  return loading;
}

/** Calls nothing of the instance again; the next element gets a fresh one. */
export function discard() {
  retire();
  loading = undefined;
}

/** Has traps told of that nobody catches. */
export function onTrap(call) {
  tell = call;
}

async function instantiate(attempt) {
  // Told apart by the fragment, modules are the same file to the network and to its cache.
  const glue = attempt
    ? import(/* @vite-ignore */ /* webpackIgnore: true */ `${GLUE}#${attempt}`)
    : import('../build/ratecard-element.js');
  files ??= Promise.all([compile(), loadStyles()]);
  files.catch(() => {
    files = undefined;
  });
  const [instance, [module]] = await Promise.all([glue, files]);
  await instance.default({ module_or_path: module });
  retire = instance.retire;
  listen();
  return instance.Widget;
}

async function compile() {
  const response = await get(WASM);
  // Streaming insists on the type; a server that does not know it is no reason to give up.
  const type = response.headers.get('Content-Type') ?? '';
  if (/^application\/wasm\s*(;|$)/i.test(type)) {
    origin = response.url;
    return WebAssembly.compileStreaming(response);
  }
  return WebAssembly.compile(await response.arrayBuffer());
}

/** Traps in event handlers and promises of the module: the page is told of those. */
function listen() {
  if (isListening) return;
  isListening = true;
  const look = (thrown) => {
    // A stack that is too deep leaves the module as undone as a trap does.
    const isTrap = thrown instanceof WebAssembly.RuntimeError || thrown instanceof RangeError;
    const isOurs = thrown?.stack?.includes(origin) || thrown?.stack?.includes('[wasm code]');
    if (isTrap && isOurs) tell();
  };
  addEventListener('error', ({ error }) => look(error));
  addEventListener('unhandledrejection', ({ reason }) => look(reason));
}
