// What the host has said and the view does not know yet, and what it is to begin with.

export class Pending {
  /** Attributes by name, `request` or `state`. */
  #said = {};
  /** The state from before the element was taken off the page, or the module trapped. */
  #kept;

  /** What is asked for then; an attribute alone does not say that. */
  get request() {
    return this.#said.request ?? (this.#said.state ?? this.#kept)?.request;
  }

  get state() {
    const { request, state = request && { version: 1, request } } = this.#said;
    return state ?? this.#kept;
  }

  /** An attribute. */
  set(name, value) {
    this.#said[name] = value;
  }

  has(name) {
    return name in this.#said;
  }

  delete(name) {
    delete this.#said[name];
  }

  /** A whole question, of which attributes said before are part; but not the cards and the views. */
  replace(asked) {
    const { cards, view } = this.#said;
    this.#said = { ...(cards !== undefined && { cards }), ...(view !== undefined && { view }), ...asked };
  }

  /** What a view is told of all that is new. */
  take() {
    const said = this.#said;
    this.#said = {};
    return said;
  }

  /** What was taken and did not arrive; what has been said since counts more. */
  putBack(said) {
    this.#said = { ...said, ...this.#said };
  }

  /** Has a view begin with this state, where nothing else is asked. */
  keep(state) {
    const { answer, ...rest } = state ?? {};
    this.#kept = state ? rest : undefined;
  }

  get isKept() {
    return this.#kept !== undefined;
  }

  /** What a view begins with: `attributes` are those that count also where a property has replaced them. */
  first(attributes, cards) {
    const given = { ...attributes, ...this.#said };
    if (this.#kept && !given.request && !given.state) given.state = this.#kept;
    delete given.cards;
    if (cards !== null) given.cards = cards;
    return given;
  }

  /** A view has begun with it. */
  clear() {
    this.#said = {};
    this.#kept = undefined;
  }
}
