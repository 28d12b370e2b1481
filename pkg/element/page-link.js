// The state of one element in the page's fragment, where its attribute `link` wants that.

import { ElementError } from './error.js';
import { tellError } from './events.js';

/** @type {Map<string, PageLink>} Whose part of the fragment is whose: the first's that came onto the page. */
const owners = new Map();

export class PageLink {
  #element;
  #state;
  #changed;
  #copied;
  /** What reads and writes the fragment, while the attribute is there. */
  #link;
  /** What this element's part of the fragment is called, once it is its own. */
  #key;
  #isRefused = false;
  /** What was read and has not been shown yet. */
  #found;

  /**
   * `state` gives the text to be kept; `changed` is called when there is another one to be shown; `copied` when the
   * visitor has copied the address, or with the address where that is to be copied by hand.
   */
  constructor(element, { state, changed, copied }) {
    this.#element = element;
    this.#state = state;
    this.#changed = changed;
    this.#copied = copied;
  }

  /** Takes a part of the fragment, unless another element has it: not when it loads, which may be in any order. */
  reserve() {
    const { id, isConnected } = this.#element;
    if (this.#key || !isConnected || !this.#isWanted) return;
    const key = id ? `rate-card.${encodeURIComponent(id)}` : 'rate-card';
    if (owners.has(key)) this.#refuse(key);
    else owners.set(key, this);
    if (owners.get(key) !== this) return;
    this.#key = key;
    this.#isRefused = false;
  }

  /** Keeps the state in the fragment from now on, and reads what stands there. */
  async open() {
    this.reserve();
    if (!this.#key) return;
    try {
      const { Link } = await import('./on-demand/link.js');
      if (!this.#key) return;
      // Taken off the page, it may have come back under another id.
      if (this.#link?.key !== this.#key) {
        const found = (linked) => {
          this.#found = linked;
          this.#changed();
        };
        const root = this.#element.shadowRoot;
        this.#link = new Link(this.#key, found, { root, current: this.#state, copied: this.#copied });
      }
      await this.#link.open();
    } catch (error) {
      tellError(this.#element, ElementError.of(error));
    }
  }

  /** Follows the attribute, and keeps what stands in the fragment current. */
  async follow() {
    if (!this.#isWanted) {
      this.close();
      this.#link = undefined;
      this.#isRefused = false;
    } else if (this.#link) {
      if (this.#link.isWritten) this.write();
    } else await this.open();
  }

  /** Writes the state, where it is kept in the fragment. */
  write() {
    this.#link?.write(this.#state, this.#element.isConnected);
  }

  /** What was read and has not been shown yet, as `{ state }` or `{ error }`. */
  take() {
    const found = this.#found;
    this.#found = undefined;
    return found;
  }

  close() {
    this.#link?.close();
    if (this.#key) owners.delete(this.#key);
    this.#key = undefined;
  }

  get #isWanted() {
    return this.#element.getAttribute('link') === 'fragment';
  }

  /** Another element has this part of the fragment: whoever has made the page is to know. */
  #refuse(key) {
    if (this.#isRefused) return;
    this.#isRefused = true;
    const message = `another element keeps its state in #${key} already: each needs an id of its own`;
    tellError(this.#element, { code: 'unavailable', path: 'link', message });
    console.error(`<rate-card>: ${message}`, this.#element);
  }
}
