// What the host has set and the view does not know yet, and the state that it is to begin with.

export class Pending {
  /** Attributes by name, `request` or `state`. */
  #settings = {};
  /** The state from before the element was taken off the page, or the module trapped. */
  #savedState;

  /** What is asked for then; an attribute alone does not say that. */
  get request() {
    return this.#settings.request ?? (this.#settings.state ?? this.#savedState)?.request;
  }

  get state() {
    const { request, state = request && { version: 1, request } } = this.#settings;
    return state ?? this.#savedState;
  }

  /** An attribute. */
  set(name, value) {
    this.#settings[name] = value;
  }

  has(name) {
    return name in this.#settings;
  }

  delete(name) {
    delete this.#settings[name];
  }

  /** A whole question, of which attributes set before are part; but not the cards and the views. */
  replace(asked) {
    const { cards, view } = this.#settings;
    this.#settings = { ...(cards !== undefined && { cards }), ...(view !== undefined && { view }), ...asked };
  }

  /** What a view is told of all that is new. */
  take() {
    const settings = this.#settings;
    this.#settings = {};
    return settings;
  }

  /** What was taken and did not arrive; what has been set since counts more. */
  putBack(settings) {
    this.#settings = { ...settings, ...this.#settings };
  }

  /** Has a view begin with this state, where nothing else is asked. */
  beginWith(state) {
    const { answer, ...rest } = state ?? {};
    this.#savedState = state ? rest : undefined;
  }

  get hasState() {
    return this.#savedState !== undefined;
  }

  /** What a view begins with: `attributes` are those that count also where a property has replaced them. */
  initial(attributes, cards) {
    const settings = { ...attributes, ...this.#settings };
    if (this.#savedState && !settings.request && !settings.state) settings.state = this.#savedState;
    delete settings.cards;
    if (cards !== null) settings.cards = cards;
    return settings;
  }

  /**
   * Gives up what the module cannot bear: what has been set since the view was last shown, else that. Where
   * nothing is left, `attributes` say how the page is written.
   */
  giveUp(attributes) {
    if (Object.keys(this.#settings).length === 0) this.#savedState = undefined;
    this.#settings = this.#savedState ? {} : attributes;
  }

  /** A view has begun with it. */
  clear() {
    this.#settings = {};
    this.#savedState = undefined;
  }
}
