// The custom element <rate-card>: a thin class around the WebAssembly module in build/.
//
// The element is defined at once; the module is fetched when the first one is on a page, and
// shared by all of them. What is set before that is kept until then.

const TAG = 'rate-card';
/** @type {readonly string[]} */
const VIEWS = ['calculator'];
/** Attributes that are part of the question. */
const ASKED = ['product', 'edition', 'months', 'start', 'as-of', 'billing', 'demand', 'requires'];
const ENGLISH = 'en';
/** The files of further languages, by primary language; English is in the module. */
const LANGUAGES = { zh: 'zh-CN', ja: 'ja', id: 'id' };
/** What is said where nothing could be loaded that would say it. */
const UNAVAILABLE = {
  en: 'The price calculator could not be loaded.',
  'zh-CN': '价格计算器加载失败。',
  ja: '料金計算ツールを読み込めませんでした。',
  id: 'Kalkulator harga tidak dapat dimuat.',
};

const WASM = new URL('./build/ratecard-element_bg.wasm', import.meta.url);
const STYLES = new URL('./element.css', import.meta.url);

/** What is wrong with a question, or why the element cannot run. */
class ElementError extends Error {
  constructor(code, path, message) {
    super(message);
    this.name = 'RateCardError';
    this.code = code;
    this.path = path;
  }

  /** From what the module throws: the error as JSON text, or something unforeseen. */
  static of(thrown) {
    if (thrown instanceof ElementError) return thrown;
    if (typeof thrown === 'string' && thrown.startsWith('{')) {
      const { error, said, language } = JSON.parse(thrown);
      return Object.assign(new ElementError(error.code, error.path, error.message), { said, language });
    }
    return new ElementError('unavailable', '', String(thrown?.message ?? thrown));
  }
}

/** @type {Promise<{ Widget: any, sheet: CSSStyleSheet }> | undefined} */
let loading;

/** The module and the style sheet, once for the page; after a failure the next element tries anew. */
function load() {
  loading ??= Promise.all([import('./build/ratecard-element.js'), compile(), styles()]).then(
    async ([glue, module, sheet]) => {
      await glue.default({ module_or_path: module });
      return { Widget: glue.Widget, sheet };
    },
  );
  loading.catch(() => {
    loading = undefined;
  });
  return loading;
}

/** The file for a language tag; nothing where English serves. */
function nearest(tag) {
  return LANGUAGES[tag.split('-')[0].toLowerCase()];
}

/** @type {Map<string, Promise<{ tag: string, text: string } | undefined>>} */
const languages = new Map();

/**
 * The file of the language nearest to a tag, once for the page; nothing for English, and where
 * there is none. One that cannot be fetched is no fault: English is always there, and whoever
 * asks next tries anew.
 */
async function language(wanted) {
  const tag = nearest(wanted);
  if (!tag) return undefined;
  if (!languages.has(tag)) {
    const file = new URL(`./build/locales/${tag}.json`, import.meta.url);
    const fetched = get(file).then(async (response) => ({ tag, text: await response.text() }));
    languages.set(
      tag,
      fetched.catch(() => {
        languages.delete(tag);
      }),
    );
  }
  return languages.get(tag);
}

async function compile() {
  const response = await get(WASM);
  // Streaming insists on the type; a server that does not know it is no reason to give up.
  const type = response.headers.get('Content-Type') ?? '';
  if (/^application\/wasm\s*(;|$)/i.test(type)) return WebAssembly.compileStreaming(response);
  return WebAssembly.compile(await response.arrayBuffer());
}

async function styles() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(await (await get(STYLES)).text());
  return sheet;
}

async function get(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: HTTP status ${response.status}`);
  return response;
}

/** A promise with its handles, whose rejection is no error of the page where nobody waits for it. */
function deferred() {
  const handles = {};
  const promise = new Promise((resolve, reject) => Object.assign(handles, { resolve, reject }));
  promise.catch(() => {});
  return { promise, ...handles };
}

/** The next frame has been painted; hidden pages have no frames. */
function painted() {
  return new Promise((resolve) => {
    if (document.hidden) setTimeout(resolve);
    else requestAnimationFrame(() => setTimeout(resolve));
  });
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
    if (found) return canonical(found.getAttribute('lang'));
    node = node.getRootNode().host;
  }
  return ENGLISH;
}

// Where there are no elements, the module can still be imported.
const Base = globalThis.HTMLElement ?? class {};

export class RateCardElement extends Base {
  static observedAttributes = [...ASKED, 'lang', 'view'];

  /** The view in the module, while there is one. */
  #widget;
  /** Counts the attempts to show something; an older one gives way. */
  #generation = 0;
  /** What the host has said and the view does not know yet: attributes, and `request`. */
  #given = {};
  /** What was asked when the element was taken off the page. */
  #kept;
  #scheduled = false;
  #failed = false;
  /** The language that is spoken, and the promise of another one. */
  #language;
  #speaking;
  #ready = deferred();

  /** What is asked: the request of `estimate`. */
  get request() {
    if (this.#widget) return JSON.parse(this.#widget.request() ?? 'null');
    return this.#given.request ?? this.#kept ?? null;
  }

  set request(request) {
    // Attributes said before are part of what this replaces.
    this.#given = { request };
    this.#schedule();
  }

  /** What is shown: the reply of `estimate`; `null` before there is one. */
  get estimate() {
    return this.#widget ? JSON.parse(this.#widget.estimate() ?? 'null') : null;
  }

  /** Resolves when the first estimate is on the screen; rejects when the element cannot run. */
  get ready() {
    return this.#ready.promise;
  }

  /** Resolves when what was last asked for is painted. */
  async settled() {
    await this.ready;
    // What was set in this task is known after its microtasks.
    await null;
    await this.#speaking;
    // What is set in this task is applied in its microtasks, and then shown by those after it.
    await painted();
  }

  attributeChangedCallback(name, old, value) {
    if (old === value) return;
    if (ASKED.includes(name)) this.#given[name] = value;
    this.#schedule();
  }

  /** The elements on the page, which follow the language of what is around them. */
  static #present = new Set();
  static #surroundings;

  connectedCallback() {
    RateCardElement.#present.add(this);
    if (!RateCardElement.#surroundings) {
      RateCardElement.#surroundings = new MutationObserver(() => {
        for (const element of RateCardElement.#present) element.#follow();
      });
      const what = { subtree: true, attributes: true, attributeFilter: ['lang'] };
      RateCardElement.#surroundings.observe(document, what);
    }
    // Set before the element was defined, a property hides the accessor of the class.
    if (Object.hasOwn(this, 'request')) {
      const { request } = this;
      delete this.request;
      this.request = request;
    }
    if (this.#widget) this.#schedule();
    else this.#start();
  }

  disconnectedCallback() {
    // An element that is only moved is back in the same task, and keeps what it shows.
    queueMicrotask(() => {
      if (this.isConnected) return;
      RateCardElement.#present.delete(this);
      this.#generation += 1;
      this.#stop();
    });
  }

  #schedule() {
    if (this.#scheduled) return;
    this.#scheduled = true;
    queueMicrotask(() => {
      this.#scheduled = false;
      if (!this.isConnected) return;
      if (this.#widget) this.#apply();
      // An element that is still loading takes it along; one that failed may do better now.
      else if (this.#failed) this.#start();
    });
  }

  async #start() {
    const generation = ++this.#generation;
    if (this.#failed) this.#ready = deferred();
    this.#failed = false;
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    // The host's own content stands here until, and unless, there is something better.
    if (!root.firstChild) root.append(document.createElement('slot'));
    const wanted = languageOf(this);
    let loaded;
    let spoken;
    try {
      [loaded, spoken] = await Promise.all([load(), language(wanted)]);
    } catch (error) {
      if (generation === this.#generation) this.#fail(error);
      return;
    }
    // Another attempt has begun, or the element is gone.
    if (generation !== this.#generation || !this.isConnected || this.#widget) return;
    try {
      this.#checkView();
      const given = { ...this.#given };
      if (this.#kept && !given.request) given.request = this.#kept;
      const before = [...root.childNodes];
      if (!root.adoptedStyleSheets.includes(loaded.sheet)) root.adoptedStyleSheets.push(loaded.sheet);
      if (spoken) loaded.Widget.addLanguage(spoken.tag, spoken.text);
      this.#widget = loaded.Widget.mount(root, wanted, given, () => this.#changed());
      this.#language = wanted;
      this.#given = {};
      this.#kept = undefined;
      for (const node of before) node.remove();
    } catch (error) {
      this.#fail(error);
      return;
    }
    this.#follow();
    await painted();
    this.#ready.resolve();
  }

  #stop() {
    const widget = this.#widget;
    if (!widget) return;
    this.#kept = this.request;
    this.#widget = undefined;
    this.#ready = deferred();
    widget.unmount();
    widget.free();
    this.shadowRoot.replaceChildren(document.createElement('slot'));
  }

  /** Gives the view what it does not know yet. */
  #apply() {
    const given = this.#given;
    this.#given = {};
    try {
      this.#checkView();
      this.#follow();
      this.#widget.configure(given);
    } catch (error) {
      this.#report(ElementError.of(error));
    }
  }

  /** Says everything in the language that the element has now. */
  #follow() {
    this.#speaking = this.#speak().catch((error) => this.#report(ElementError.of(error)));
  }

  /** The same, as soon as the language has been fetched. */
  async #speak() {
    const wanted = languageOf(this);
    if (!this.#widget || wanted === this.#language) return;
    const [{ Widget }, spoken] = await Promise.all([load(), language(wanted)]);
    // It may have changed once more, be spoken already, or the element is gone.
    if (!this.#widget || wanted !== languageOf(this) || wanted === this.#language) return;
    if (spoken) Widget.addLanguage(spoken.tag, spoken.text);
    this.#widget.setLanguage(wanted);
    this.#language = wanted;
  }

  #checkView() {
    const view = this.getAttribute('view')?.trim() || VIEWS[0];
    if (VIEWS.includes(view)) return;
    const message = `there is no view "${view}"; accepted: ${VIEWS.join(', ')}`;
    throw new ElementError('unknown_view', 'view', message);
  }

  #fail(thrown) {
    const error = ElementError.of(thrown);
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
