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
      const { code, path, message } = JSON.parse(thrown).error;
      return new ElementError(code, path, message);
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

/** The language of an element: its own, else the nearest ancestor's, through shadow roots. */
function languageOf(element) {
  for (let node = element; node; ) {
    const found = node.closest('[lang]');
    if (found) return found.getAttribute('lang') || ENGLISH;
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
    // What is set in this task is applied in its microtasks, and then shown by those after it.
    await painted();
  }

  attributeChangedCallback(name, old, value) {
    if (old === value) return;
    if (ASKED.includes(name)) this.#given[name] = value;
    this.#schedule();
  }

  connectedCallback() {
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
    // Where the page came with prices in it, the visitor may be at work on them already.
    const isPrerendered = [...root.children].some((child) => child.localName !== 'slot');
    const watched = isPrerendered ? import('./adopt.js').then(({ watch }) => watch(root)).catch(() => {}) : undefined;
    // The host's own content stands here until, and unless, there is something better.
    if (!root.firstChild) root.append(document.createElement('slot'));
    let loaded;
    let visitor;
    try {
      loaded = await load();
      visitor = await watched;
      await visitor?.composed();
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
      const carryOver = visitor?.collect();
      if (!root.adoptedStyleSheets.includes(loaded.sheet)) root.adoptedStyleSheets.push(loaded.sheet);
      this.#widget = loaded.Widget.mount(root, languageOf(this), given, () => this.#changed());
      this.#given = {};
      this.#kept = undefined;
      if (carryOver) await carryOver();
      for (const node of before) node.remove();
    } catch (error) {
      this.#fail(error);
      return;
    }
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
      this.#widget.setLanguage(languageOf(this));
      this.#widget.configure(given);
    } catch (error) {
      this.#report(ElementError.of(error));
    }
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
      message.textContent =
        error.code === 'unavailable' ? 'The price calculator could not be loaded.' : error.message;
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
