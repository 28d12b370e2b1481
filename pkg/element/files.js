// The files that the element loads: where they are, and how they are fetched.
//
// What runs is the bundle pkg/element.js, so that addresses are relative to pkg/. Each is written out
// where it is, because bundlers find files by this very expression.

export const GLUE = new URL('./build/ratecard-element.js', import.meta.url);
export const WASM = new URL('./build/ratecard-element_bg.wasm', import.meta.url);
export const VIEWS = new URL('./build/ratecard-element_views.wasm', import.meta.url);
export const STYLES = new URL('./element.css', import.meta.url);
export const localeOf = (tag) => new URL(`./build/locales/${tag}.json`, import.meta.url);

/** The response for an address; an error where it is none of success. */
export async function get(url, options) {
  const response = await fetch(url, options);
  if (!response.ok) throw new Error(`${url}: HTTP status ${response.status}`);
  return response;
}
