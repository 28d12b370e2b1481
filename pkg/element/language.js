// The language that an element is in.

import { ENGLISH } from './locales.js';

/** The language of an element: its own, else the nearest ancestor's, through shadow roots. */
export function languageOf(element) {
  for (let node = element; node; ) {
    const found = node.closest('[lang]');
    if (found) return canonical(found.getAttribute('lang') || ENGLISH);
    node = node.getRootNode().host;
  }
  return ENGLISH;
}

/** A language tag as `Intl` knows it: `in` is `id`; what is no tag counts as English. */
function canonical(tag) {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? ENGLISH;
  } catch {
    return ENGLISH;
  }
}

/** Sees a language change above any of the elements that it watches. */
export class LanguageObserver {
  #changed;
  #observer;

  constructor(changed) {
    this.#changed = changed;
  }

  watch(element) {
    // Not before there is an element: where there are none, there are no observers.
    this.#observer ??= new MutationObserver(this.#changed);
    for (let root = element.getRootNode(); root; root = root.host?.getRootNode()) {
      this.#observer.observe(root, { attributeFilter: ['lang'], subtree: true });
    }
  }

  stop() {
    this.#observer?.disconnect();
  }
}
