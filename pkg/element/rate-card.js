// The class of the custom element <rate-card>: its attributes, properties and life on the page.

import { READ_BY_MODULE, READ_BY_SCRIPT } from './attributes.js';
import { ElementError, isFatal } from './error.js';
import { tellChange, tellError, tellEstimate } from './events.js';
import { clear, explain, freeze, isFilled, prepare } from './fallback.js';
import { FurtherCards } from './further-cards.js';
import { keepKeys } from './keys.js';
import { LanguageObserver, languageOf } from './language.js';
import { fileOf, teach } from './locales.js';
import { load, loadViews, styled } from './module.js';
import { forget, whenNear } from './near.js';
import { PageLink } from './page-link.js';
import { Pending } from './pending.js';
import { Recovery } from './recovery.js';
import { dress } from './styles.js';
import { Deferred, painted } from './wait.js';

/** Properties that may be set before the element is defined. */
const PROPERTIES = ['request', 'state'];

// Where there are no elements, the module can still be imported.
const Base = globalThis.HTMLElement ?? class {};

export class RateCardElement extends Base {
  // Minified, the class would have another one.
  static name = 'RateCardElement';
  static observedAttributes = [...READ_BY_MODULE, ...READ_BY_SCRIPT];

  /** @type {Set<RateCardElement>} The elements that the module shows. */
  static #mounted = new Set();
  static #recovery = new Recovery(this.#mounted, {
    park: (element) => element.#park(),
    start: (element) => element.#start(),
    fail: (element, error, isCause) => element.#giveUp(error, isCause),
  });
  static #languages = new LanguageObserver(() => {
    for (const element of this.#mounted) {
      if (languageOf(element) !== element.#language) element.#schedule();
    }
  });

  /** The view in the module, while there is one, and the language that it speaks. */
  #widget;
  #language;
  /** What was shown last, as the text of a state: all that is left of it after a trap. */
  #last;
  /** The answer that the page was told of last, as text. */
  #told;
  /** What the view does not know yet. */
  #pending = new Pending();
  #cards = new FurtherCards();
  #link = new PageLink(this, {
    state: () => this.#last,
    changed: () => this.#restore(),
    copied: (address) => this.#tellCopied(address),
  });
  /** Counts the attempts to show something; an older one gives way. */
  #generation = 0;
  #scheduled = false;
  #applied = Promise.resolve();
  /** @type {Promise<void> | undefined} Views that the module is still to be given, while they are on their way. */
  #arriving;
  #ready = new Deferred();
  /** Whether somebody waits, so that it is not for the visitor to come near. */
  #awaited = false;
  /** Whether it loads, or waits for the visitor to come near. */
  #approached = false;
  #failed = false;
  /** Whether what stands there is left from a module that has trapped. */
  #isDead = false;
  /** @type {Promise<any> | undefined} What the visitor does in what the page came with. */
  #watched;
  /** The id of what had the focus when the module trapped. */
  #focused;

  // What the host sees.

  /** What is asked: the request of `estimate`. */
  get request() {
    return this.#ask('request') ?? this.#pending.request ?? null;
  }

  set request(request) {
    this.#replace({ request });
  }

  /** What a link holds: the request, the view, and what it was answered with. */
  get state() {
    return this.#ask('state') ?? this.#pending.state ?? null;
  }

  set state(state) {
    this.#replace({ state });
  }

  /** What is shown: the reply of `estimate`; `null` before there is one. */
  get estimate() {
    this.#hurry();
    return this.#ask('estimate') ?? null;
  }

  /** Resolves when the first estimate is on the screen; rejects when the element cannot run. */
  get ready() {
    this.#hurry();
    return this.#ready.promise;
  }

  /** Resolves when what was last asked for is painted. */
  async settled() {
    await this.ready;
    // What is set in this task is applied in its microtasks, and then shown by those after it.
    await this.#applied;
    await this.#shown();
    // The module may have trapped on it.
    await this.ready;
  }

  // What the browser tells.

  attributeChangedCallback(name, old, value) {
    // A file may be another one at the same address.
    if (old === value && name !== 'cards') return;
    if (READ_BY_MODULE.includes(name) || name === 'cards') this.#pending.set(name, value);
    if (name === 'cards') this.#cards.renew();
    if (name === 'loading' && value === 'eager') this.#hurry();
    this.#schedule();
  }

  connectedCallback() {
    // Set before the element was defined, a property hides the accessor of the class.
    for (const name of PROPERTIES) {
      if (!Object.hasOwn(this, name)) continue;
      const value = this[name];
      delete this[name];
      this[name] = value;
    }
    if (this.#widget) {
      RateCardElement.#languages.watch(this);
      this.#schedule();
    } else if (!this.#approached || this.#failed) this.#approach();
  }

  disconnectedCallback() {
    // An element that is only moved is back in the same task, and keeps what it shows.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#generation += 1;
      this.#approached = false;
      forget(this);
      this.#stop();
    });
  }

  adoptedCallback() {
    if (this.#widget) dress(/** @type {ShadowRoot} */ (this.shadowRoot));
  }

  // From the page to the view.

  #replace(asked) {
    this.#pending.replace(asked);
    this.#schedule();
  }

  /** Whatever is said in one task is one change. */
  #schedule() {
    // Whoever waits from now on does not wait for what has failed.
    if (this.#failed) this.#renew();
    if (this.#scheduled) return;
    this.#scheduled = true;
    queueMicrotask(() => {
      this.#scheduled = false;
      if (!this.isConnected) return;
      if (this.#widget) this.#applied = this.#apply();
      // An element that is still loading takes it along; one that failed may do better now.
      else if (this.#failed) this.#start();
    });
  }

  /** Shows what there is already, and loads the rest when the visitor comes near. */
  #approach() {
    keepKeys(prepare(this));
    // Its id may be said in the same task.
    queueMicrotask(() => this.#link.reserve());
    this.#approached = true;
    if (this.#awaited || this.getAttribute('loading') === 'eager') {
      this.#awaited = true;
      this.#start();
      return;
    }
    whenNear(this, () => this.#hurry());
  }

  /** Somebody waits for this element: it no longer waits for the visitor. */
  #hurry() {
    if (this.#awaited) return;
    this.#awaited = true;
    forget(this);
    // Before the browser has told that it is on the page, it is not begun: it would be once more then.
    if (this.#approached && !this.#widget) this.#start();
  }

  /** Loads what is needed and puts the view in its place. */
  async #start() {
    const generation = ++this.#generation;
    if (this.#failed) this.#renew();
    this.#failed = false;
    const ready = this.#ready;
    const root = prepare(this);
    // What is set in the same task counts, too.
    await null;
    if (this.#isOvertaken(generation)) return;
    const { turn } = this.#cards;
    const link = this.getAttribute('link');
    const language = languageOf(this);
    let needed;
    let failure;
    try {
      needed = await this.#gather(root, language);
    } catch (error) {
      failure = error;
    }
    if (this.#isOvertaken(generation)) return;
    if (turn !== this.#cards.turn || link !== this.getAttribute('link')) {
      // Other cards have been said meanwhile, or that there may be a link.
      await this.#start();
      return;
    }
    if (!needed) {
      this.#fail(failure);
      return;
    }
    try {
      const before = [...root.childNodes];
      const carryOver = needed.visitor?.collect();
      this.#mount(root, language, needed);
      if (this.#widget) {
        if (carryOver) await carryOver();
        for (const node of before) node.remove();
      }
    } catch (error) {
      this.#refuse(error);
      return;
    }
    if (!this.#widget) {
      await this.#startWithViews(generation);
      return;
    }
    RateCardElement.#mounted.add(this);
    RateCardElement.#languages.watch(this);
    // It may have changed while the module was loading.
    if (languageOf(this) !== language) this.#schedule();
    this.#restore();
    if (this.#focused) root.getElementById(this.#focused)?.focus();
    this.#focused = undefined;
    await this.#shown();
    // It may have trapped meanwhile, and come back later.
    if (this.#widget) ready.resolve();
    this.#foresee();
  }

  /** Begins once more, when the module has the view to begin with: what stands there stays until then. */
  async #startWithViews(generation) {
    let failure;
    try {
      await loadViews();
    } catch (error) {
      failure = error;
    }
    if (this.#isOvertaken(generation)) return;
    if (failure) this.#fail(failure);
    else await this.#start();
  }

  /** Whether another attempt has begun, or the element is gone. */
  #isOvertaken(generation) {
    return generation !== this.#generation || !this.isConnected || Boolean(this.#widget);
  }

  /** What a view needs: the module, further cards, its language, and what the visitor does until then. */
  async #gather(root, language) {
    // Where that fails, it is for the module to say whether it is needed.
    const views = this.#beginsWithViews ? loadViews().catch(() => {}) : undefined;
    // Where the page came with prices in it, the visitor may be at work on them already.
    const isPrerendered = !this.#isDead && isFilled(root);
    if (isPrerendered) this.#watched ??= this.#watch(root);
    const watched = isPrerendered ? this.#watched : undefined;
    const loading = load();
    // They come before the module, and with them the outline of what comes.
    if (!isPrerendered)
      styled()?.then(
        () => dress(root),
        () => {},
      );
    const all = [loading, this.#further(), fileOf(language), watched, this.#link.open(), views];
    const [Widget, cards, spoken, visitor] = await Promise.all(all);
    await visitor?.composed();
    return { Widget, cards, spoken, visitor };
  }

  /** Watches what the visitor does in prices that the page came with; without that, nothing of it is kept. */
  async #watch(root) {
    try {
      const { watch } = await import('./on-demand/adopt.js');
      return watch(root);
    } catch {
      // Whoever needs it next tries anew.
      this.#watched = undefined;
      return undefined;
    }
  }

  /** Whether the first view is likely to be in a file of its own: the module knows, and is still to come. */
  get #beginsWithViews() {
    const { request, state } = this.#pending;
    const first = state?.view ?? this.getAttribute('view')?.trim().split(/\s+/)[0];
    const isOpen = !this.getAttribute('product')?.trim() && !request?.items?.length;
    return isOpen || (first || 'calculator') !== 'calculator';
  }

  /**
   * Puts the view beside what stands there, all at once: a trap right after it finds it in its place.
   * Does nothing where the module has not got it yet.
   */
  #mount(root, language, { Widget, cards, spoken }) {
    // A property has replaced the attributes; whether there is a product among them still counts.
    const attributes = { all: !this.getAttribute('product')?.trim(), view: this.getAttribute('view') };
    const settings = this.#pending.initial(attributes, cards);
    dress(root);
    const failure = teach(Widget, spoken);
    const widget = Widget.mount(
      root,
      language,
      settings,
      () => this.#changed(),
      () => this.#fetch(),
    );
    if (!widget) return;
    this.#widget = widget;
    this.#watched = undefined;
    this.#language = language;
    this.#note();
    this.#pending.clear();
    this.#isDead = false;
    this.#missLanguage(failure);
  }

  /** Tells, once for each time that a language is wanted, why English stands there instead. */
  #missLanguage(failure) {
    if (!failure) return;
    const { message } = ElementError.of(failure);
    // Not from within what is being done: a listener may ask for something else.
    queueMicrotask(() => tellError(this, { code: 'unavailable', path: 'lang', message }));
  }

  /** What was asked for has been painted, and with it what had to be fetched for it. */
  async #shown() {
    await painted();
    while (this.#arriving) {
      await this.#arriving;
      await painted();
    }
  }

  /** Fetches the views that the module has not got yet: the visitor waits for one of them. */
  #fetch() {
    const arriving = this.#bringViews().finally(() => {
      if (this.#arriving === arriving) this.#arriving = undefined;
    });
    this.#arriving = arriving;
  }

  async #bringViews() {
    // Not from within the module, which calls this.
    await null;
    const widget = this.#widget;
    let failure;
    try {
      await loadViews();
    } catch (error) {
      failure = error;
    }
    // It may have trapped meanwhile, or the element is gone.
    if (!widget || widget !== this.#widget) return;
    try {
      widget.viewsFetched(!failure);
    } catch (error) {
      this.#refuse(error);
      return;
    }
    if (failure) tellError(this, ElementError.of(failure));
  }

  /** Where there are several views, fetches all: the visitor may turn to them. */
  #foresee() {
    const views = this.getAttribute('view')?.trim().split(/\s+/) ?? [];
    // Whoever needs them will be told where that fails.
    if (views.length > 1) loadViews().catch(() => {});
  }

  /** Takes the view away, and keeps what it shows for when the element is back. */
  #stop() {
    const widget = this.#widget;
    this.#link.close();
    if (!widget) return;
    this.#pending.beginWith(this.state);
    this.#widget = undefined;
    this.#renew();
    RateCardElement.#mounted.delete(this);
    if (RateCardElement.#mounted.size === 0) RateCardElement.#languages.stop();
    clear(this.shadowRoot);
    try {
      widget.unmount();
      widget.free();
    } catch {
      RateCardElement.#recovery.trapped();
    }
  }

  /** Gives the view what it does not know yet. */
  async #apply() {
    if (this.#pending.has('cards')) {
      const { turn } = this.#cards;
      let cards;
      let error;
      try {
        cards = await this.#further();
      } catch (thrown) {
        error = thrown;
      }
      // Another address has been said meanwhile, or the element is gone.
      if (turn !== this.#cards.turn || !this.#widget) return;
      if (error) {
        this.#pending.delete('cards');
        tellError(this, ElementError.of(error));
      } else if (this.#pending.has('cards')) this.#pending.set('cards', cards);
    }
    const settings = this.#pending.take();
    try {
      this.#widget.configure(settings);
      this.#note();
      this.#foresee();
    } catch (error) {
      this.#refuse(error, settings);
    }
    await Promise.all([this.#link.follow(), this.#speak()]);
  }

  /** Says everything in the language that the element has now, as soon as that has been fetched. */
  async #speak() {
    const language = languageOf(this);
    if (language === this.#language) return;
    const [Widget, spoken] = await Promise.all([load(), fileOf(language)]);
    // It may have changed once more, be spoken already, or the element is gone.
    if (!this.#widget || language !== languageOf(this) || language === this.#language) return;
    try {
      const failure = teach(Widget, spoken);
      this.#widget.setLanguage(language);
      this.#language = language;
      this.#missLanguage(failure);
    } catch (error) {
      this.#refuse(error);
    }
  }

  /** The text of further rate cards, `null` where there are none. */
  #further() {
    return this.#cards.fetch(this.getAttribute('cards'));
  }

  /** Shows what a link holds, or tells what is wrong with it. */
  #restore() {
    const linked = this.#widget && this.#link.take();
    if (!linked) return;
    const { state, error } = linked;
    try {
      if (error) throw error;
      this.#widget.configure({ state });
      this.#note();
    } catch (thrown) {
      if (isFatal(thrown)) this.#refuse(thrown);
      else {
        const { code, path, message } = ElementError.of(thrown);
        this.#widget.linkFailed();
        tellError(this, { code, path: path ? `link.${path}` : 'link', message: `the link is not shown: ${message}` });
      }
    }
  }

  /** Tells the visitor that the address is copied, or shows it where it is to be copied by hand. */
  #tellCopied(address) {
    try {
      this.#widget?.linkCopied(address);
    } catch (error) {
      this.#refuse(error);
    }
  }

  // From the view to the page.

  /** A reply of the view, where there is one. */
  #ask(method) {
    if (!this.#widget) return undefined;
    try {
      return JSON.parse(this.#widget[method]() ?? 'null');
    } catch (error) {
      this.#refuse(error);
      return undefined;
    }
  }

  /** Remembers what is shown, and tells the page where that is another answer. */
  #note() {
    this.#last = this.#widget.state() ?? this.#last;
    // After what else is told of it, and not from within the module.
    queueMicrotask(() => queueMicrotask(() => this.#tell()));
  }

  #tell() {
    if (!this.#widget) return;
    const { request, estimate } = this;
    const answer = JSON.stringify([request, estimate]);
    // The module may have trapped on it.
    if (!this.#widget || answer === this.#told) return;
    this.#told = answer;
    tellEstimate(this, { request, estimate });
  }

  #changed() {
    // Not from within the module, which a listener may well call again.
    queueMicrotask(() => {
      if (!this.#widget) return;
      try {
        this.#note();
      } catch (error) {
        this.#refuse(error);
        return;
      }
      this.#link.write();
      const { request, estimate } = this;
      if (request) tellChange(this, { request, estimate });
    });
  }

  // What goes wrong.

  /** What the module threw when it was given something. */
  #refuse(thrown, settings) {
    if (isFatal(thrown)) {
      // A fresh module may do better: it is asked the same again, once.
      this.#pending.putBack(settings);
      RateCardElement.#recovery.trapped(this);
      return;
    }
    const error = ElementError.of(thrown);
    if (error.code === 'bad_rate_card') error.message = `${this.getAttribute('cards')}: ${error.message}`;
    if (this.#widget) tellError(this, error);
    else this.#fail(error);
  }

  /** Nothing of a module that has trapped is called again; what it showed stays for the moment. */
  #park() {
    if (this.#widget) {
      const root = /** @type {ShadowRoot} */ (this.shadowRoot);
      this.#focused = root.activeElement?.id;
      for (const child of /** @type {HTMLCollectionOf<HTMLElement>} */ (root.children)) child.inert = true;
      this.#isDead = true;
    }
    this.#widget = undefined;
    if (!this.#pending.hasState) this.#pending.beginWith(JSON.parse(this.#last ?? 'null'));
    this.#renew();
  }

  /** There is something new to wait for. */
  #renew() {
    if (this.#ready.isDone) this.#ready = new Deferred();
  }

  /** The module traps again and again; where this element is the cause, on what it was given. */
  #giveUp(error, isCause) {
    if (isCause) {
      const names = READ_BY_MODULE.filter((name) => this.hasAttribute(name));
      this.#pending.giveUp(Object.fromEntries(names.map((name) => [name, this.getAttribute(name)])));
    }
    this.#fail(error);
  }

  #fail(thrown) {
    const error = ElementError.of(thrown);
    if (this.#isDead) clear(this.shadowRoot);
    this.#isDead = false;
    this.#failed = true;
    if (isFilled(this.shadowRoot)) this.#freeze(error);
    else explain(this, error, () => this.#retry());
    this.#ready.reject(error);
    tellError(this, error);
  }

  /** Prices that the page came with can no longer be changed. */
  async #freeze(error) {
    const generation = this.#generation;
    const visitor = await this.#watched;
    if (this.#failed && generation === this.#generation) freeze(this, error, visitor, () => this.#retry());
  }

  /** The visitor has it tried again. */
  #retry() {
    // The button with the focus will be gone.
    if (!isFilled(this.shadowRoot)) this.#focused = 'name';
    this.#start();
  }
}
