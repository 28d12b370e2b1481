// When the module has trapped, a fresh instance takes its place, and the elements come back.

import { discard, onTrap } from './module.js';
import { task } from './wait.js';

/** So many traps within a minute, and the module is not tried again. */
const MOST_TRAPS = 10;
const MINUTE = 60_000;
/** So many traps in a row on the same element, and it is not tried again. */
const MOST_OF_ONE = 2;

export class Recovery {
  #mounted;
  #act;
  /** Those that are to come back. */
  #waiting = new Set();
  /** @type {WeakMap<object, number>} How often in a row it was this element that the module trapped on. */
  #traps = new WeakMap();
  /** When the module trapped. */
  #times = [];
  #isReviving = false;
  /** The element that is coming back. */
  #suspect;

  /**
   * `mounted` are the elements that the module shows. `park` has an element call nothing of the module
   * again, `start` brings it back, `fail` gives it up: because of what it was given, or because of others.
   */
  constructor(mounted, { park, start, fail }) {
    this.#mounted = mounted;
    this.#act = { park, start, fail };
    onTrap(() => this.trapped());
  }

  /** The module has trapped, on an element if that is known. */
  trapped(culprit = this.#suspect) {
    discard();
    this.#times.push(performance.now());
    const isHopeless = this.#times.at(-1) - this.#times.at(-1 - MOST_TRAPS) < MINUTE;
    if (culprit) {
      this.#traps.set(culprit, this.#trapsOn(culprit) + 1);
      this.#mounted.add(culprit);
    }
    for (const element of this.#mounted) {
      this.#act.park(element);
      const isCause = this.#trapsOn(element) >= MOST_OF_ONE;
      if (!isCause && !isHopeless) {
        this.#waiting.add(element);
        continue;
      }
      // Whatever is said to it later is tried like anything new.
      this.#traps.delete(element);
      this.#waiting.delete(element);
      this.#act.fail(element, new Error('the module has failed'), isCause);
    }
    this.#mounted.clear();
    this.#revive();
  }

  /** Brings elements back one after another, so that it is seen on which of them it traps. */
  async #revive() {
    if (this.#isReviving) return;
    this.#isReviving = true;
    for (const element of this.#waiting) {
      this.#waiting.delete(element);
      this.#suspect = element;
      await this.#act.start(element);
      await task();
      if (this.#mounted.has(element)) this.#traps.delete(element);
    }
    this.#suspect = undefined;
    this.#isReviving = false;
  }

  #trapsOn(element) {
    return this.#traps.get(element) ?? 0;
  }
}
