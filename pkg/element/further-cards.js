// The further rate cards of one element, by its attribute `cards`.

export class FurtherCards {
  /** @type {Promise<string | undefined> | undefined} The text of them. */
  #text;
  #turn = 0;

  /** Counts the addresses; what belongs to an older one gives way. */
  get turn() {
    return this.#turn;
  }

  /** An address has been said, or the same one again, behind which there may be something else. */
  renew() {
    this.#text = undefined;
    this.#turn += 1;
  }

  /** The text of the cards at an address, `null` where there are none. */
  fetch(address) {
    const url = address?.trim();
    if (!url) return Promise.resolve(null);
    if (!this.#text) {
      const mine = import('./on-demand/cards.js').then(({ fetchCards }) => fetchCards(url));
      this.#text = mine;
      mine.catch(() => {
        if (this.#text === mine) this.#text = undefined;
      });
    }
    return this.#text;
  }
}
