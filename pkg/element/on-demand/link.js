// The state of an element in the page's fragment: fetched only where an element has `link`.
//
//   #section&rate-card=1.eJyrVkrL…            the element without an id
//   #rate-card.plans=1.eJyr…&rate-card.b=1.…  elements by their ids
//
// Before the point stands the version; behind it the JSON of the state, compressed (zlib, whose
// checksum tells a damaged link) and in base64url, so that no messenger cuts it short. Whatever else
// stands in the fragment is left as it is.

const VERSION = '1';
/** Browsers allow a page only so many changes of its address. */
const PAUSE = 400;
/** The most letters of a packed state, and the most bytes of the JSON in it: what is larger is neither
 *  written nor read. docs/limits.md lists both. */
const MAX_LINK = 20_000;
const MAX_LINK_BYTES = 262_144;

/** @type {Map<string, Link>} Whose part of the fragment is whose. */
const owners = new Map();

export class Link {
  #key;
  #take;
  /** What was last read or written. */
  #text;
  #state;
  #timer;
  #hear = async () => {
    const linked = await this.#read();
    if (linked && owners.get(this.#key) === this) this.#take(linked);
  };

  /** `take` is given what another link holds that the visitor follows while the page is open. */
  constructor(id, take) {
    this.#key = id ? `rate-card.${encodeURIComponent(id)}` : 'rate-card';
    this.#take = take;
  }

  /** Whether the fragment holds something of this element. */
  get isWritten() {
    return owners.get(this.#key) === this && this.#part() !== undefined;
  }

  /** Begins to listen; gives `{ state }` or `{ error }` of a link that is not known yet. */
  open() {
    const owner = owners.get(this.#key);
    if (owner && owner !== this) {
      const message = 'another element without an id or with the same one has a link already';
      return { error: { code: 'unavailable', path: '', message } };
    }
    owners.set(this.#key, this);
    // The same listener is added once.
    addEventListener('hashchange', this.#hear);
    // What could not be written any more when the element was taken away.
    if (this.#state) this.write(this.#state);
    return this.#read();
  }

  close() {
    if (owners.get(this.#key) !== this) return;
    owners.delete(this.#key);
    removeEventListener('hashchange', this.#hear);
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /** Writes the text that `state` gives then, after a pause in which more may change. */
  write(state) {
    if (owners.get(this.#key) !== this) return;
    this.#state = state;
    this.#timer ??= setTimeout(() => this.#flush(), PAUSE);
  }

  async #flush() {
    const packed = await pack(this.#state());
    if (owners.get(this.#key) !== this) return;
    this.#timer = undefined;
    this.#state = undefined;
    const others = parts().filter((part) => !part.startsWith(`${this.#key}=`));
    const text = packed && `${VERSION}.${packed}`;
    const url = new URL(location.href);
    // A state that no link holds leaves none behind: an older one would show something else.
    url.hash = (text ? [...others, `${this.#key}=${text}`] : others).join('&');
    try {
      history.replaceState(history.state, '', url);
      this.#text = text;
    } catch {
      // A page that may not change its address, or not so often: the next change tries again.
    }
  }

  #part() {
    const start = `${this.#key}=`;
    return parts()
      .find((part) => part.startsWith(start))
      ?.slice(start.length);
  }

  async #read() {
    const text = this.#part();
    if (text === undefined || text === this.#text) return undefined;
    this.#text = text;
    const [, version, packed] = /^(\d+)\.(.*)$/s.exec(text) ?? [];
    if (version && version !== VERSION) {
      const message = `version ${version} is not known here; accepted: ${VERSION}`;
      return { error: { code: 'out_of_range', path: 'version', message } };
    }
    try {
      return { state: JSON.parse(await unpack(packed)) };
    } catch (error) {
      const message = error instanceof TooLong ? error.message : 'it is damaged or incomplete';
      return { error: { code: 'bad_json', path: '', message } };
    }
  }
}

/** The parts of the fragment. */
function parts() {
  return location.hash.slice(1).split('&').filter(Boolean);
}

class TooLong extends Error {
  message = 'it is longer than a link may be';
}

/** The chunks that a stream makes of bytes, until there are more than `most`. */
async function through(bytes, stream, most) {
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  const chunks = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return chunks;
    length += value.length;
    // A few letters may unpack to gigabytes: nothing more is taken out of the stream.
    if (length > most) {
      await reader.cancel();
      throw new TooLong();
    }
    chunks.push(value);
  }
}

/** The letters of a state; `undefined` where it is longer than a link may be. */
async function pack(text) {
  const bytes = new TextEncoder().encode(text);
  if (bytes.length > MAX_LINK_BYTES) return undefined;
  const chunks = await through(bytes, new CompressionStream('deflate'), Infinity);
  const binary = chunks.map((chunk) => Array.from(chunk, (byte) => String.fromCharCode(byte)).join('')).join('');
  const packed = btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
  return packed.length > MAX_LINK ? undefined : packed;
}

async function unpack(packed) {
  if (packed.length > MAX_LINK) throw new TooLong();
  const binary = atob(packed.replaceAll('-', '+').replaceAll('_', '/'));
  const bytes = Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
  const chunks = await through(bytes, new DecompressionStream('deflate'), MAX_LINK_BYTES);
  return new TextDecoder('utf-8', { fatal: true }).decode(await new Blob(chunks).arrayBuffer());
}
