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
/** No state is longer; what is, need not be unpacked. */
const LONGEST = 20_000;

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
    const text = `${VERSION}.${await pack(this.#state())}`;
    if (owners.get(this.#key) !== this) return;
    this.#timer = undefined;
    this.#state = undefined;
    const others = parts().filter((part) => !part.startsWith(`${this.#key}=`));
    const url = new URL(location.href);
    url.hash = [...others, `${this.#key}=${text}`].join('&');
    try {
      history.replaceState(history.state, '', url);
      this.#text = text;
    } catch {
      // A page that may not change its address, or not so often: the next change tries again.
    }
  }

  #part() {
    const start = `${this.#key}=`;
    return parts().find((part) => part.startsWith(start))?.slice(start.length);
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
    } catch {
      return { error: { code: 'bad_json', path: '', message: 'it is damaged or incomplete' } };
    }
  }
}

/** The parts of the fragment. */
function parts() {
  return location.hash.slice(1).split('&').filter(Boolean);
}

async function through(bytes, stream) {
  const piped = new Blob([bytes]).stream().pipeThrough(stream);
  return new Uint8Array(await new Response(piped).arrayBuffer());
}

async function pack(text) {
  const bytes = await through(new TextEncoder().encode(text), new CompressionStream('deflate'));
  const base64 = btoa(String.fromCharCode(...bytes));
  return base64.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

async function unpack(packed) {
  if (packed.length > LONGEST) throw new RangeError('too long');
  const binary = atob(packed.replaceAll('-', '+').replaceAll('_', '/'));
  const bytes = Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
  const text = await through(bytes, new DecompressionStream('deflate'));
  return new TextDecoder('utf-8', { fatal: true }).decode(text);
}
