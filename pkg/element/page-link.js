// The state of one element in the page's fragment, where its attribute `link` wants that.

import { ElementError } from './error.js';
import { tellError } from './events.js';

export class PageLink {
  #element;
  #state;
  #changed;
  /** What reads and writes the fragment, while the attribute is there. */
  #link;
  /** What was read and has not been shown yet. */
  #found;

  /** `state` gives the text to be kept; `changed` is called when there is another one to be shown. */
  constructor(element, { state, changed }) {
    this.#element = element;
    this.#state = state;
    this.#changed = changed;
  }

  /** Keeps the state in the fragment from now on, and reads what stands there. */
  async open() {
    if (!this.#isWanted) return;
    try {
      const { Link } = await import('./on-demand/link.js');
      if (!this.#element.isConnected || !this.#isWanted) return;
      this.#link ??= new Link(this.#element.id, (linked) => {
        this.#found = linked;
        this.#changed();
      });
      if (!(await this.#link.open())) this.#refuse(this.#link.key);
    } catch (error) {
      tellError(this.#element, ElementError.of(error));
    }
  }

  /** Follows the attribute, and keeps what stands in the fragment current. */
  async follow() {
    if (!this.#isWanted) {
      this.close();
      this.#link = undefined;
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
  }

  get #isWanted() {
    return this.#element.getAttribute('link') === 'fragment';
  }

  /** Another element has this part of the fragment: whoever has made the page is to know. */
  #refuse(key) {
    const message = `another element keeps its state in #${key} already: each needs an id of its own`;
    tellError(this.#element, { code: 'unavailable', path: 'link', message });
    console.error(`<rate-card>: ${message}`, this.#element);
  }
}
