// What stands in the shadow root while there is no view: the host's own content, prices that the page
// came with, or a message.

import { languageOf } from './language.js';
import { ENGLISH, unavailable } from './locales.js';

/** The shadow root of an element, with something in it. */
export function prepare(element) {
  let root = element.shadowRoot;
  if (!root) {
    root = element.attachShadow({ mode: 'open' });
    // Left over by a page that was put together by script: prices from before the module runs.
    const left = element.querySelector(':scope > template[shadowrootmode]');
    if (left) {
      root.append(left.content);
      left.remove();
    }
  }
  // The host's own content stands here until, and unless, there is something better.
  if (!root.firstChild) clear(root);
  return root;
}

/** The host's own content, and nothing else. */
export function clear(root) {
  root.replaceChildren(document.createElement('slot'));
}

/** Whether there is more than the host's own content. */
export function isFilled(root) {
  return [...root.children].some((child) => child.localName !== 'slot');
}

/** Says why there is nothing to see, unless the host has something to say itself. */
export function explain(element, error) {
  const root = element.shadowRoot;
  const slot = root.querySelector('slot:not([name])');
  // A slot shows its own content only where the host has given none, not even a blank.
  const given = element.textContent.trim() || element.childElementCount > 0;
  if (!slot || given) return;
  const message = document.createElement('p');
  message.setAttribute('part', 'error');
  message.setAttribute('role', 'alert');
  const { tag, text } =
    error.code === 'unavailable' ? unavailable(languageOf(element)) : { tag: ENGLISH, text: error.message };
  message.lang = error.language ?? tag;
  message.textContent = error.sentence ?? text;
  root.replaceChildren(slot, message);
}
