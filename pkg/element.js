// The custom element <rate-card>: a thin class around the WebAssembly module in build/.
//
// The element is defined at once; the module is fetched when the first one comes near the screen,
// and shared by all of them. What is set before that is kept until then. What only some pages need
// stands in element/ and is fetched where it is needed.

const TAG = 'rate-card';
/** Attributes that the module reads: the question, and how it is shown. */
const ASKED = ['product', 'edition', 'months', 'start', 'as-of', 'billing', 'demand', 'requires', 'view'];
/** Properties that may be set before the element is defined. */
const PROPERTIES = ['request', 'state'];
const ENGLISH = 'en';
/** The files of further languages, by primary language; English is in the module. */
const LANGUAGES = { zh: 'zh-CN', ja: 'ja', id: 'id' };
/** How far from the screen an element begins to load. */
const NEAR = '600px';
/** So many traps within a minute, and the module is not tried again. */
const MOST_TRAPS = 10;
/** What is said where nothing could be loaded that would say it. */
const UNAVAILABLE = {
  en: 'The price calculator could not be loaded.',
  'zh-CN': '价格计算器加载失败。',
  ja: '料金計算ツールを読み込めませんでした。',
  id: 'Kalkulator harga tidak dapat dimuat.',
};

const WASM = new URL('./build/ratecard-element_bg.wasm', import.meta.url);
const GLUE = new URL('./build/ratecard-element.js', import.meta.url);
const STYLES = new URL('./element.css', import.meta.url);

/** What is wrong with a question, or why the element cannot run. */
class ElementError extends Error {
  constructor({ code, path, message }) {
    super(message);
    this.name = 'RateCardError';
    this.code = code;
    this.path = path;
  }

  /** From what is thrown: the module's error as JSON text, ours, or something unforeseen. */
  static of(thrown) {
    if (thrown instanceof ElementError) return thrown;
    if (typeof thrown === 'string' && thrown.startsWith('{')) {
      const { error, said, language } = JSON.parse(thrown);
      return Object.assign(new ElementError(error), { said, language });
    }
    if (typeof thrown?.path === 'string') return new ElementError(thrown);
    return new ElementError({ code: 'unavailable', path: '', message: String(thrown?.message ?? thrown) });
  }
}

/** The compiled module and the text of the style sheet, once for the page. */
let files;
/** @type {Promise<any> | undefined} The class of an instance of the module: that of all elements. */
let loading;
/** Counts the attempts to load the glue: every instance needs a fresh one. */
let attempts = 0;
/** Has nothing of the instance called again, by a timer or when it is collected. */
let retire = () => {};
let css = '';
/** What the module is called in the stack of an error; nothing where it has no name there. */
let origin = '';

/** After a failure the next element tries anew. */
function load() {
  if (!loading) {
    const mine = instantiate(attempts++);
    loading = mine;
    mine.catch(() => {
      if (loading === mine) loading = undefined;
    });
  }
  return loading;
}

async function instantiate(attempt) {
  // Told apart by the fragment, modules are the same file to the network and to its cache.
  const glue = attempt ? import(/* @vite-ignore */ /* webpackIgnore: true */ `${GLUE}#${attempt}`) : import('./build/ratecard-element.js');
  files ??= Promise.all([compile(), get(STYLES).then((response) => response.text())]);
  files.catch(() => {
    files = undefined;
  });
  const [instance, [module, text]] = await Promise.all([glue, files]);
  css = text;
  await instance.default({ module_or_path: module });
  retire = instance.retire;
  listen();
  return instance.Widget;
}

async function compile() {
  const response = await get(WASM);
  // Streaming insists on the type; a server that does not know it is no reason to give up.
  const type = response.headers.get('Content-Type') ?? '';
  if (/^application\/wasm\s*(;|$)/i.test(type)) {
    origin = response.url;
    return WebAssembly.compileStreaming(response);
  }
  return WebAssembly.compile(await response.arrayBuffer());
}

async function get(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: HTTP status ${response.status}`);
  return response;
}

/** The language that has a file for a tag; nothing where English serves. */
function nearest(tag) {
  return LANGUAGES[tag.split('-')[0].toLowerCase()];
}

/** @type {Map<string, Promise<{ tag: string, text: string } | undefined>>} */
const fetched = new Map();

/**
 * The file of the language nearest to a tag, once for the page; nothing for English, and where
 * there is none. One that cannot be fetched is no fault: English is always there, and whoever
 * asks next tries anew.
 */
async function fileOf(wanted) {
  const tag = nearest(wanted);
  if (!tag) return undefined;
  if (!fetched.has(tag)) {
    const file = new URL(`./build/locales/${tag}.json`, import.meta.url);
    const text = get(file).then(async (response) => ({ tag, text: await response.text() }));
    fetched.set(
      tag,
      text.catch(() => {
        fetched.delete(tag);
      }),
    );
  }
  return fetched.get(tag);
}

/** @type {WeakMap<Document, CSSStyleSheet>} A sheet serves the document that it was made for. */
const sheets = new WeakMap();

function dress(root) {
  const page = root.ownerDocument;
  let sheet = sheets.get(page);
  if (!sheet) {
    sheet = new (page.defaultView ?? globalThis).CSSStyleSheet();
    sheet.replaceSync(css);
    sheets.set(page, sheet);
  }
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
}

/** A promise with its handles, whose rejection is no error of the page where nobody waits for it. */
function deferred() {
  const handles = {};
  const promise = new Promise((resolve, reject) => Object.assign(handles, { resolve, reject }));
  promise.catch(() => {});
  return { promise, ...handles };
}

const task = () => new Promise((resolve) => setTimeout(resolve));

/** The next frame has been painted; hidden pages have no frames. */
async function painted() {
  if (!document.hidden) await new Promise(requestAnimationFrame);
  await task();
}

/** A language tag as `Intl` knows it: `in` is `id`; what is no tag counts as English. */
function canonical(tag) {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? ENGLISH;
  } catch {
    return ENGLISH;
  }
}

/** The language of an element: its own, else the nearest ancestor's, through shadow roots. */
function languageOf(element) {
  for (let node = element; node; ) {
    const found = node.closest('[lang]');
    if (found) return canonical(found.getAttribute('lang') || ENGLISH);
    node = node.getRootNode().host;
  }
  return ENGLISH;
}

/** @type {Set<RateCardElement>} The elements that the module shows. */
const mounted = new Set();
/** @type {(culprit?: RateCardElement) => void} What to do when the module has trapped. */
let trapped;
let isListening = false;

/** Whether the module threw something else than the error of what it was given. */
const isFatal = (thrown) => typeof thrown !== 'string' && typeof thrown?.path !== 'string';

/** Traps in event handlers and promises of the module: the page is told of those. */
function listen() {
  if (isListening) return;
  isListening = true;
  const look = (thrown) => {
    // A stack that is too deep leaves the module as undone as a trap does.
    const isTrap = thrown instanceof WebAssembly.RuntimeError || thrown instanceof RangeError;
    const isOurs = thrown?.stack?.includes(origin) || thrown?.stack?.includes('[wasm code]');
    if (isTrap && isOurs) trapped();
  };
  addEventListener('error', ({ error }) => look(error));
  addEventListener('unhandledrejection', ({ reason }) => look(reason));
}

/** @type {MutationObserver | undefined} Sees a language change above any of them. */
let languages;
/** @type {IntersectionObserver | undefined} Sees elements come near. */
let near;

// Where there are no elements, the module can still be imported.
const Base = globalThis.HTMLElement ?? class {};

export class RateCardElement extends Base {
  static observedAttributes = [...ASKED, 'cards', 'lang', 'link', 'loading'];

  /** The view in the module, while there is one, and the language that it speaks. */
  #widget;
  #language;
  /** Counts the attempts to show something; an older one gives way. */
  #generation = 0;
  /** What the host has said and the view does not know yet: attributes, `request` or `state`. */
  #given = {};
  /** What was shown last, as the text of a state: all that is left of it after a trap. */
  #last;
  /** The state from before the element was taken off the page, or the module trapped. */
  #kept;
  /** @type {Promise<string> | undefined} The text of further rate cards. */
  #cards;
  /** Counts the addresses of such cards; an older one gives way. */
  #turn = 0;
  /** What keeps the state in the page's fragment, where the host wants that, and what it read there. */
  #link;
  #linked;
  #scheduled = false;
  #applied = Promise.resolve();
  /** Whether somebody waits, so that it is not for the visitor to come near. */
  #awaited = false;
  #failed = false;
  /** Whether what stands there is left from a module that has trapped. */
  #isDead = false;
  /** How often in a row it was this element that the module trapped on. */
  #traps = 0;
  /** The id of what had the focus when the module trapped. */
  #focused;
  #ready = deferred();

  /** What is asked: the request of `estimate`. */
  get request() {
    const shown = this.#ask('request');
    return shown ?? this.#given.request ?? (this.#given.state ?? this.#kept)?.request ?? null;
  }

  set request(request) {
    this.#replace({ request });
  }

  /** What a link holds: the request, the view, and what it was answered with. */
  get state() {
    const { request, state = request && { version: 1, request } } = this.#given;
    return this.#ask('state') ?? state ?? this.#kept ?? null;
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
    await painted();
    // The module may have trapped on it.
    await this.ready;
  }

  attributeChangedCallback(name, old, value) {
    // A file may be another one at the same address.
    if (old === value && name !== 'cards') return;
    if (ASKED.includes(name)) this.#given[name] = value;
    if (name === 'cards') {
      this.#given.cards = value;
      this.#cards = undefined;
      this.#turn += 1;
    }
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
      this.#watch();
      this.#schedule();
    } else this.#approach();
  }

  disconnectedCallback() {
    // An element that is only moved is back in the same task, and keeps what it shows.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#generation += 1;
      near?.unobserve(this);
      this.#stop();
    });
  }

  adoptedCallback() {
    if (this.#widget) dress(this.shadowRoot);
  }

  /** A whole question, of which attributes said before are part; but not the cards and the views. */
  #replace(asked) {
    const { cards, view } = this.#given;
    this.#given = { ...(cards !== undefined && { cards }), ...(view !== undefined && { view }), ...asked };
    this.#schedule();
  }

  #schedule() {
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
    this.#prepare();
    if (this.#awaited || this.getAttribute('loading') === 'eager') {
      this.#awaited = true;
      this.#start();
      return;
    }
    near ??= new IntersectionObserver(
      (entries) => {
        for (const { isIntersecting, target } of entries) if (isIntersecting) target.#hurry();
      },
      { rootMargin: NEAR, scrollMargin: NEAR },
    );
    near.observe(this);
  }

  /** Somebody waits for this element: it no longer waits for the visitor. */
  #hurry() {
    if (this.#awaited) return;
    this.#awaited = true;
    near?.unobserve(this);
    if (this.isConnected && !this.#widget) this.#start();
  }

  #prepare() {
    let root = this.shadowRoot;
    if (!root) {
      root = this.attachShadow({ mode: 'open' });
      // Left over by a page that was put together by script: prices from before the module runs.
      const left = this.querySelector(':scope > template[shadowrootmode]');
      if (left) {
        root.append(left.content);
        left.remove();
      }
    }
    // The host's own content stands here until, and unless, there is something better.
    if (!root.firstChild) root.append(document.createElement('slot'));
    return root;
  }

  async #start() {
    const generation = ++this.#generation;
    if (this.#failed) this.#ready = deferred();
    this.#failed = false;
    const ready = this.#ready;
    const root = this.#prepare();
    const turn = this.#turn;
    // Where the page came with prices in it, the visitor may be at work on them already.
    const isPrerendered = !this.#isDead && [...root.children].some((child) => child.localName !== 'slot');
    const watched = isPrerendered ? import('./element/adopt.js').then(({ watch }) => watch(root)).catch(() => {}) : undefined;
    const language = languageOf(this);
    let Widget;
    let cards;
    let spoken;
    let visitor;
    let failure;
    try {
      const needed = [load(), this.#further(), fileOf(language), watched, this.#open()];
      [Widget, cards, spoken, visitor] = await Promise.all(needed);
      await visitor?.composed();
    } catch (error) {
      failure = error;
    }
    // Another attempt has begun, or the element is gone.
    if (generation !== this.#generation || !this.isConnected || this.#widget) return;
    if (turn !== this.#turn) {
      // Other cards have been said meanwhile.
      await this.#start();
      return;
    }
    if (failure) {
      this.#fail(failure);
      return;
    }
    try {
      // A property has replaced the attributes; whether there is a product among them still counts.
      const given = { all: !this.getAttribute('product')?.trim(), view: this.getAttribute('view'), ...this.#given };
      if (this.#kept && !given.request && !given.state) given.state = this.#kept;
      delete given.cards;
      if (cards !== null) given.cards = cards;
      const before = [...root.childNodes];
      const carryOver = visitor?.collect();
      dress(root);
      if (spoken) Widget.addLanguage(spoken.tag, spoken.text);
      this.#widget = Widget.mount(root, language, given, () => this.#changed());
      this.#language = language;
      this.#note();
      this.#given = {};
      this.#kept = undefined;
      this.#isDead = false;
      if (carryOver) await carryOver();
      for (const node of before) node.remove();
    } catch (error) {
      this.#refuse(error);
      return;
    }
    mounted.add(this);
    this.#watch();
    // It may have changed while the module was loading.
    if (languageOf(this) !== language) this.#schedule();
    this.#restore(this.#linked);
    if (this.#focused) root.getElementById(this.#focused)?.focus();
    this.#focused = undefined;
    await painted();
    // It may have trapped meanwhile, and come back later.
    if (!this.#widget) return;
    ready.isDone = true;
    ready.resolve();
  }

  /** Has its language watched, wherever above it that is said. */
  #watch() {
    languages ??= new MutationObserver(() => {
      for (const element of mounted) {
        if (languageOf(element) !== element.#language) element.#schedule();
      }
    });
    for (let root = this.getRootNode(); root; root = root.host?.getRootNode()) {
      languages.observe(root, { attributeFilter: ['lang'], subtree: true });
    }
  }

  #stop() {
    const widget = this.#widget;
    this.#link?.close();
    if (!widget) return;
    this.#kept = this.#withoutAnswer(this.state);
    this.#widget = undefined;
    if (this.#ready.isDone) this.#ready = deferred();
    mounted.delete(this);
    if (mounted.size === 0) languages.disconnect();
    this.shadowRoot.replaceChildren(document.createElement('slot'));
    try {
      widget.unmount();
      widget.free();
    } catch {
      trapped();
    }
  }

  /** Gives the view what it does not know yet. */
  async #apply() {
    if ('cards' in this.#given) {
      const turn = this.#turn;
      let cards;
      let error;
      try {
        cards = await this.#further();
      } catch (thrown) {
        error = thrown;
      }
      // Another address has been said meanwhile, or the element is gone.
      if (turn !== this.#turn || !this.#widget) return;
      if (error) {
        delete this.#given.cards;
        this.#report(ElementError.of(error));
      } else if ('cards' in this.#given) this.#given.cards = cards;
    }
    const given = this.#given;
    this.#given = {};
    try {
      this.#widget.configure(given);
      this.#note();
    } catch (error) {
      this.#refuse(error, given);
    }
    await Promise.all([this.#relink(), this.#speak()]);
  }

  /** Says everything in the language that the element has now, as soon as that has been fetched. */
  async #speak() {
    const language = languageOf(this);
    if (language === this.#language) return;
    const [Widget, spoken] = await Promise.all([load(), fileOf(language)]);
    // It may have changed once more, be spoken already, or the element is gone.
    if (!this.#widget || language !== languageOf(this) || language === this.#language) return;
    try {
      if (spoken) Widget.addLanguage(spoken.tag, spoken.text);
      this.#widget.setLanguage(language);
      this.#language = language;
    } catch (error) {
      this.#refuse(error);
    }
  }

  /** The text of further rate cards, `null` where there are none. */
  #further() {
    const url = this.getAttribute('cards')?.trim();
    if (!url) return Promise.resolve(null);
    if (!this.#cards) {
      const mine = import('./element/cards.js').then(({ fetchCards }) => fetchCards(url));
      this.#cards = mine;
      mine.catch(() => {
        if (this.#cards === mine) this.#cards = undefined;
      });
    }
    return this.#cards;
  }

  /** Keeps the state in the page's fragment from now on, and reads what stands there. */
  async #open() {
    if (this.getAttribute('link') !== 'fragment') return;
    try {
      const { Link } = await import('./element/link.js');
      if (!this.isConnected) return;
      this.#link ??= new Link(this.id, (linked) => this.#restore(linked));
      this.#linked = (await this.#link.open()) ?? this.#linked;
    } catch (error) {
      this.#report(ElementError.of(error));
    }
  }

  /** Follows the attribute `link`, and keeps a link current where there is one. */
  async #relink() {
    if (this.getAttribute('link') !== 'fragment') {
      this.#link?.close();
      this.#link = undefined;
    } else if (this.#link) {
      if (this.#link.isWritten) this.#link.write(() => this.#last);
    } else {
      await this.#open();
      this.#restore(this.#linked);
    }
  }

  /** Shows what a link holds, or tells what is wrong with it. */
  #restore(linked) {
    this.#linked = linked;
    if (!this.#widget || !linked) return;
    const { state, error } = linked;
    this.#linked = undefined;
    try {
      if (error) throw error;
      this.#widget.configure({ state });
      this.#note();
    } catch (thrown) {
      if (isFatal(thrown)) this.#refuse(thrown);
      else {
        const { code, path, message } = ElementError.of(thrown);
        this.#report({ code, path: path ? `link.${path}` : 'link', message: `the link is not shown: ${message}` });
      }
    }
  }

  /** Remembers what is shown. */
  #note() {
    this.#last = this.#widget.state() ?? this.#last;
  }

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

  #withoutAnswer(state) {
    if (!state) return undefined;
    const { answer, ...rest } = state;
    return rest;
  }

  /** What the module threw when it was given something. */
  #refuse(thrown, given) {
    if (isFatal(thrown)) {
      // A fresh module may do better: it is asked the same again, once.
      this.#given = { ...given, ...this.#given };
      trapped(this);
      return;
    }
    const error = ElementError.of(thrown);
    if (error.code === 'bad_rate_card') error.message = `${this.getAttribute('cards')}: ${error.message}`;
    if (this.#widget) this.#report(error);
    else this.#fail(error);
  }

  /** Nothing of a module that has trapped is called again; what it showed stays for the moment. */
  #park() {
    if (this.#widget) {
      const root = this.shadowRoot;
      this.#focused = root.activeElement?.id;
      for (const child of root.children) child.inert = true;
      this.#isDead = true;
    }
    this.#widget = undefined;
    this.#kept ??= this.#withoutAnswer(JSON.parse(this.#last ?? 'null'));
    if (this.#ready.isDone) this.#ready = deferred();
  }

  static {
    /** @type {Set<RateCardElement>} */
    const waiting = new Set();
    const times = [];
    let isReviving = false;
    let suspect;

    /** Brings elements back one after another, so that it is seen on which of them it traps. */
    const revive = async () => {
      if (isReviving) return;
      isReviving = true;
      for (const element of waiting) {
        waiting.delete(element);
        suspect = element;
        await element.#start();
        await task();
        if (mounted.has(element)) element.#traps = 0;
      }
      suspect = undefined;
      isReviving = false;
    };

    trapped = (culprit = suspect) => {
      retire();
      loading = undefined;
      times.push(performance.now());
      const isHopeless = times.at(-1) - times.at(-1 - MOST_TRAPS) < 60_000;
      if (culprit) {
        culprit.#traps += 1;
        mounted.add(culprit);
      }
      for (const element of mounted) {
        element.#park();
        if (element.#traps < 2 && !isHopeless) waiting.add(element);
        else element.#fail(new Error('the module has failed'));
      }
      mounted.clear();
      revive();
    };
  }

  #fail(thrown) {
    const error = ElementError.of(thrown);
    if (this.#isDead) this.shadowRoot.replaceChildren(document.createElement('slot'));
    this.#isDead = false;
    const slot = this.shadowRoot.querySelector('slot:not([name])');
    // A slot shows its own content only where the host has given none, not even a blank.
    const given = this.textContent.trim() || this.childElementCount > 0;
    if (slot && !given) {
      const message = document.createElement('p');
      message.setAttribute('part', 'error');
      message.setAttribute('role', 'alert');
      const tag = nearest(languageOf(this)) ?? ENGLISH;
      message.lang = error.language ?? (error.code === 'unavailable' ? tag : ENGLISH);
      message.textContent = error.said ?? (error.code === 'unavailable' ? UNAVAILABLE[tag] : error.message);
      this.shadowRoot.replaceChildren(slot, message);
    }
    this.#failed = true;
    this.#ready.reject(error);
    this.#report(error);
  }

  #report({ code, path, message }) {
    this.#dispatch('rate-card-error', { code, path, message });
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
      this.#link?.write(() => this.#last);
      const { request, estimate } = this;
      if (request) this.#dispatch('rate-card-change', { request, estimate });
    });
  }

  #dispatch(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }
}

// A second copy of this module leaves the first one alone.
if (globalThis.customElements && !customElements.get(TAG)) {
  customElements.define(TAG, RateCardElement);
}
