// The state of an element in the page's fragment: fetched only where an element has `link`.
//
//   #section&rate-card=1.eJyrVkrL…            the element without an id
//   #rate-card.plans=1.eJyr…&rate-card.b=1.…  elements by their ids
//
// Before the point stands the version; behind it the JSON of the state, compressed (zlib, whose
// checksum tells a damaged link) and in base64url, so that no messenger cuts it short. Whatever else
// stands in the fragment is left as it is.

import { deflate } from './deflate.js';
import { lettersIn, textsBehind } from './mangled.js';

const VERSION = '1';
/** Browsers allow a page only so many changes of its address, the strictest a hundred within half a minute:
 *  so many may follow each other at once, and then one in each pause. */
const BURST = 30;
const PAUSE = 500;
/** The most letters of a packed state, and the most bytes of the JSON in it: what is larger is neither
 *  written nor read. docs/limits.md lists both. */
const MAX_LINK = 20_000;
const MAX_LINK_BYTES = 262_144;

/** When the next change of the address would be due, if each was followed by a pause. */
let due = -Infinity;

export class Link {
  #key;
  #found;
  /** What was last read or written. */
  #text;
  /** The reading of it, once for all who wait. */
  #reading = Promise.resolve();
  /** Gives the text of a state that is still to be written. */
  #state;
  #timer;
  #isOpen = false;
  #root;
  #current;
  #copied;
  #hear = () => this.#read();
  #press = (event) => event.target.closest('#copy-link') && this.#copy();
  #leave = () => this.#flush();

  /**
   * `key` is what the element's part of the fragment is called; `found` is given what stands in a link, as
   * `{ state }` or `{ error }`, once for each that is read. In `root` stands the button that copies the address of the
   * state that `current` gives as text; `copied` is given nothing then, and the address where it cannot be copied.
   */
  constructor(key, found, { root, current, copied }) {
    this.#key = key;
    this.#found = found;
    this.#root = root;
    this.#current = current;
    this.#copied = copied;
  }

  get key() {
    return this.#key;
  }

  /** Whether the fragment holds something of this element. */
  get isWritten() {
    return this.#isOpen && textsBehind(this.#key).length > 0;
  }

  /** Begins to listen, and reads what is not known yet. */
  open() {
    this.#isOpen = true;
    // The same listener is added once.
    addEventListener('hashchange', this.#hear);
    addEventListener('pagehide', this.#leave);
    document.addEventListener('visibilitychange', this.#leave);
    this.#root.addEventListener('click', this.#press);
    // What could not be written any more when the element was taken away.
    if (this.#state) this.write(this.#state);
    return this.#read();
  }

  close() {
    this.#isOpen = false;
    removeEventListener('hashchange', this.#hear);
    removeEventListener('pagehide', this.#leave);
    document.removeEventListener('visibilitychange', this.#leave);
    this.#root.removeEventListener('click', this.#press);
    this.#wait();
  }

  /**
   * Writes the text that `state` gives: at once, so that a page that is left the next moment has it, or after a
   * pause where there has been much to write. `isHere` tells whether the element still is on the page: where it
   * is not, that is written when it is back.
   */
  write(state, isHere = true) {
    if (!this.#isOpen) return;
    this.#state = state;
    if (!isHere || this.#timer) return;
    const now = performance.now();
    due = Math.max(due, now - BURST * PAUSE);
    if (due < now) this.#flush();
    else this.#timer = setTimeout(this.#leave, PAUSE);
  }

  /** No longer waits for the end of a pause. */
  #wait() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #flush() {
    this.#wait();
    if (!this.#state) return;
    const { url, text } = this.#address(this.#state());
    this.#state = undefined;
    due += PAUSE;
    try {
      history.replaceState(history.state, '', url);
      this.#text = text;
    } catch {
      // A page that may not change its address, or not so often: the next change tries again.
    }
  }

  /** The address with a state in it, and what stands there of it. */
  #address(state) {
    const packed = pack(state);
    const others = textsBehind(this.#key, { isRest: true });
    const text = packed && `${VERSION}.${packed}`;
    const url = new URL(location.href);
    // A state that no link holds leaves none behind: an older one would show something else.
    url.hash = (text ? [...others, `${this.#key}=${text}`] : others).join('&');
    return { url, text };
  }

  /** Gives the visitor the address of what is shown: to be copied by hand where the browser does not. */
  async #copy() {
    const state = this.#current();
    if (!state) return;
    const { url, text } = this.#address(state);
    // No link holds it.
    if (!text) return;
    const { href } = url;
    try {
      await navigator.clipboard.writeText(href);
      this.#copied();
    } catch {
      this.#copied(href);
      // It is on the page by then.
      requestAnimationFrame(() => {
        const field = this.#root.getElementById('link-address');
        field?.focus();
        field?.select();
      });
    }
  }

  /** Reads what has been put there since; whoever asks meanwhile waits for the same. */
  #read() {
    const texts = textsBehind(this.#key);
    const text = texts.join('&');
    if (texts.length > 0 && text !== this.#text) {
      this.#text = text;
      this.#reading = this.#take(texts, text);
    }
    return this.#reading;
  }

  async #take(texts, text) {
    const linked = await unpackedFirst(texts);
    // Another one may have been followed, or written, meanwhile.
    if (text === this.#text) this.#found(linked);
  }
}

/** The first of these texts that can be read; what is wrong with the first one where none can. */
async function unpackedFirst(texts) {
  let first;
  for (const text of texts) {
    const read = await unpacked(text);
    if (read.state !== undefined) return read;
    first ??= read;
  }
  return first;
}

async function unpacked(text) {
  const { version, rest } = lettersOf(text);
  if (version && version !== VERSION) {
    const message = `version ${version} is not known here; accepted: ${VERSION}`;
    return { error: { code: 'out_of_range', path: 'version', message } };
  }
  let failure;
  for (const letters of version ? lettersIn(rest) : []) {
    try {
      return { state: JSON.parse(await unpack(letters)) };
    } catch (error) {
      failure ??= error;
    }
  }
  const message = failure instanceof TooLong ? failure.message : 'it is damaged or incomplete';
  return { error: { code: 'bad_json', path: '', message } };
}

function lettersOf(text) {
  const [, version, rest = ''] = /^\s*(\d+)\s*\.(.*)$/s.exec(text) ?? [];
  return { version, rest };
}

class TooLong extends Error {
  message = 'it is longer than a link may be';
}

/** The letters of a state; `undefined` where it is longer than a link may be. */
function pack(text) {
  const bytes = new TextEncoder().encode(text);
  if (bytes.length > MAX_LINK_BYTES) return undefined;
  const binary = Array.from(deflate(bytes), (byte) => String.fromCharCode(byte)).join('');
  const packed = btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
  return packed.length > MAX_LINK ? undefined : packed;
}

async function unpack(packed) {
  if (packed.length > MAX_LINK) throw new TooLong();
  const binary = atob(packed.replaceAll('-', '+').replaceAll('_', '/'));
  const bytes = Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
  const chunks = await inflate(bytes);
  return new TextDecoder('utf-8', { fatal: true }).decode(await new Blob(chunks).arrayBuffer());
}

/** The chunks that bytes are unpacked to, until there are more than a link may hold. */
async function inflate(bytes) {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'));
  const reader = stream.getReader();
  const chunks = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return chunks;
    length += value.length;
    // A few letters may unpack to gigabytes: nothing more is taken out of the stream.
    if (length > MAX_LINK_BYTES) {
      await reader.cancel();
      throw new TooLong();
    }
    chunks.push(value);
  }
}
