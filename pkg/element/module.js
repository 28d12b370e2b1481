// The WebAssembly module, one instance of which serves all elements, until it traps.

import { Compiled, buildOf } from './compiled.js';
import { GLUE, VIEWS, WASM } from './files.js';
import { loadStyles } from './styles.js';

/** The files of the module, each once for the page: whatever instance uses them. */
const files = { module: new Compiled(WASM), views: new Compiled(VIEWS) };
/** The styles, which come with it. */
let styles;
/** @type {Promise<any> | undefined} The glue of the instance of all elements. */
let loading;
/** Counts the attempts to load the glue: every instance needs a fresh one. */
let attempts = 0;
/** Has nothing of the instance called again, by a timer or when it is collected. */
let retire = () => {};
/** What to do when the module traps in an event handler or a promise of its own. */
let tell = () => {};
let isListening = false;

/** The module's class for views. After a failure the next element tries anew. */
export async function load() {
  const { Widget } = await instance();
  return Widget;
}

/** The styles are there; `undefined` where nothing is being loaded. */
export const styled = () => styles;

/** Gives the instance the views that are in a file of their own, once. */
export async function loadViews() {
  const mine = instance();
  const [glue, views] = await Promise.all([mine, matching()]);
  if (mine === loading) await glue.addViews(views);
  // The module has trapped meanwhile: a fresh one takes its place, and wants them, too.
  if (mine !== loading) await loadViews();
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

function instance() {
  if (!loading) {
    const mine = instantiate(attempts++);
    loading = mine;
    mine.catch(() => {
      if (loading === mine) loading = undefined;
    });
  }
  return loading;
}

async function instantiate(attempt) {
  // Told apart by the fragment, modules are the same file to the network and to its cache.
  const imported = attempt ? again(`#${attempt}`) : import('../build/ratecard-element.js');
  styles ??= loadStyles();
  styles.catch(() => {
    styles = undefined;
  });
  let [glue, module] = await Promise.all([imported, files.module.get(), styles]);
  if (glue.build !== buildOf(module)) [glue, module] = await together(attempt);
  await glue.default({ module_or_path: module });
  retire = glue.retire;
  listen();
  return glue;
}

/** The glue once more, by another address. */
const again = (suffix) => import(/* @vite-ignore */ /* webpackIgnore: true */ `${GLUE}${suffix}`);

/** Glue and module of the same build, where a cache has kept one of them of another release. */
async function together(attempt) {
  const module = await files.module.renew();
  const build = buildOf(module);
  // By an address that no cache knows.
  const glue = await again(`?${build}#${attempt}`);
  if (glue.build !== build) throw new Error(`${GLUE} is of another build`);
  return [glue, module];
}

/** The views, of the same build as the module: they work on its memory. */
async function matching() {
  const build = buildOf(await files.module.get());
  if (buildOf(await files.views.get()) === build) return files.views.get();
  // What a cache has kept of another release.
  const views = await files.views.renew();
  if (buildOf(views) !== build) throw new Error(`${VIEWS} is of another build`);
  return views;
}

/** Traps in event handlers and promises of the module: the page is told of those. */
function listen() {
  if (isListening) return;
  isListening = true;
  const look = (thrown) => {
    // A stack that is too deep leaves the module as undone as a trap does.
    const isTrap = thrown instanceof WebAssembly.RuntimeError || thrown instanceof RangeError;
    const names = ['[wasm code]', files.module.origin, files.views.origin];
    const isOurs = names.some((name) => name !== undefined && thrown?.stack?.includes(name));
    if (isTrap && isOurs) tell();
  };
  addEventListener('error', ({ error }) => look(error));
  addEventListener('unhandledrejection', ({ reason }) => look(reason));
}
