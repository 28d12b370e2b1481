// The style sheet of all elements.

import { STYLES, get } from './files.js';

let css = '';

/** @type {WeakMap<Document, CSSStyleSheet>} A sheet serves the document that it was made for. */
const sheets = new WeakMap();

export async function loadStyles() {
  // As for a link to a style sheet: of a development server, a script may be the other answer.
  const response = await get(STYLES, { headers: { Accept: 'text/css,*/*;q=0.1' } });
  css = await response.text();
}

/**
 * Gives a shadow root the style sheet of its document.
 *
 * @param {ShadowRoot} root
 */
export function dress(root) {
  // A message may be there before it.
  if (!css) return;
  const page = root.ownerDocument;
  let sheet = sheets.get(page);
  if (!sheet) {
    sheet = new (page.defaultView ?? globalThis).CSSStyleSheet();
    sheet.replaceSync(css);
    sheets.set(page, sheet);
  }
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
}
