// What stands in the shadow root while there is no view: the host's own content, prices that the page
// came with, or a message.

import { languageOf } from './language.js';
import { ENGLISH, unavailable } from './locales.js';
import { dress } from './styles.js';

/** What is in a page and is not seen. */
const UNSEEN = ['SCRIPT', 'STYLE', 'TEMPLATE'];

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
  // Written as disabled for visitors without scripts: from now on somebody sees to what is entered.
  for (const control of root.querySelectorAll('[data-inactive]')) {
    control.removeAttribute('disabled');
    control.removeAttribute('data-inactive');
  }
  return root;
}

/** The host's own content, and nothing else; where it has none, the outline of what comes. */
export function clear(root) {
  const slot = document.createElement('slot');
  const outline = make('div', 'outline');
  outline.ariaHidden = 'true';
  slot.append(outline);
  root.replaceChildren(slot);
}

/** Whether there are prices that the page came with, or a view. */
export function isFilled(root) {
  return [...root.children].some((child) => child.matches('.frame'));
}

/**
 * Says why there is nothing to see, unless the host has something to say itself.
 *
 * @param {() => void} retry
 */
export function explain(element, error, retry) {
  const root = element.shadowRoot;
  const slot = [...root.children].find((child) => child.matches('slot:not([name])'));
  // A slot shows its own content only where the host has given none, not even a blank.
  if (!slot || [...element.childNodes].some(isFallback)) return;
  // The host's own buttons stand beside the message, as beside the total.
  const action = document.createElement('slot');
  action.name = 'action';
  const hadFocus = root.activeElement;
  // Nothing comes any more.
  slot.replaceChildren();
  root.replaceChildren(slot, failure(element, error, retry), action);
  dress(root);
  if (hadFocus) root.querySelector('button')?.focus();
}

/**
 * Prices that the page came with stay; nothing in them can be changed any more, and it is said why.
 *
 * @param {{ fail(message: Element): void } | undefined} visitor What watches them, where that could be loaded.
 * @param {() => void} retry
 */
export function freeze(element, error, visitor, retry) {
  const root = element.shadowRoot;
  const message = failure(element, error, retry);
  if (visitor) return visitor.fail(message);
  for (const child of [...root.children]) {
    if (child.matches('[part="failure"]')) child.remove();
    else child.inert = true;
  }
  root.prepend(message);
}

/** Whether a child of the element is what it shows where it cannot run. */
function isFallback(node) {
  if (node.nodeType === Node.TEXT_NODE) return node.data.trim();
  return node.nodeType === Node.ELEMENT_NODE && !node.slot && !UNSEEN.includes(node.tagName);
}

/** What went wrong, and a button to try again where that may help. */
function failure(element, error, retry) {
  const { tag, text, again } =
    error.code === 'unavailable' ? unavailable(languageOf(element)) : { tag: ENGLISH, text: error.message };
  const box = make('div', 'failure');
  const message = make('p', 'error');
  message.setAttribute('role', 'alert');
  message.lang = error.language ?? tag;
  message.textContent = error.sentence ?? text;
  box.append(message);
  if (again) {
    const button = make('button', 'button');
    button.type = 'button';
    button.id = 'retry';
    button.lang = tag;
    button.textContent = again;
    button.onclick = () => {
      // It keeps the focus, and is asked once.
      button.onclick = null;
      button.setAttribute('aria-disabled', 'true');
      retry();
    };
    box.append(button);
  }
  return box;
}

function make(name, part) {
  const made = document.createElement(name);
  made.setAttribute('part', part);
  made.className = part;
  return made;
}
