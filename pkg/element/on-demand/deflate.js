// Compression that is done at once: the browser's own takes turns, and a page that is being left has none.
//
// zlib (RFC 1950) around one block of deflate with the fixed codes (RFC 1951, 3.2.6). For texts as short as a
// state that is as small as what other encoders make, which spend no room on codes of their own there either.

const SHORTEST = 3;
const LONGEST = 258;
const FARTHEST = 32_768;
/** How many earlier places with the same beginning are looked at. */
const MOST_PLACES = 32;

/** Bytes as zlib, which `DecompressionStream('deflate')` reads. */
export function deflate(bytes) {
  const bits = new Bits([0x78, 0x9c]);
  // The last block, by the fixed codes.
  bits.add(0b011, 3);
  /** @type {Map<number, number[]>} Where three bytes stood before. */
  const places = new Map();
  for (let at = 0; at < bytes.length; ) {
    const { length, distance } = longestMatch(bytes, at, places);
    if (length >= SHORTEST) match(bits, length, distance);
    else symbol(bits, bytes[at]);
    for (const end = at + Math.max(length, 1); at < end; at += 1) remember(bytes, at, places);
  }
  symbol(bits, 256);
  bits.align();
  const sum = adler32(bytes);
  return Uint8Array.from([...bits.bytes, sum >>> 24, (sum >>> 16) & 255, (sum >>> 8) & 255, sum & 255]);
}

/** Bits are filled into bytes from the lowest on. */
class Bits {
  #filled = 0;
  #current = 0;

  constructor(bytes) {
    this.bytes = bytes;
  }

  add(value, count) {
    for (let i = 0; i < count; i += 1) {
      this.#current |= ((value >> i) & 1) << this.#filled;
      this.#filled += 1;
      if (this.#filled === 8) this.align();
    }
  }

  /** The codes of symbols stand the other way round. */
  addCode(code, count) {
    for (let i = count - 1; i >= 0; i -= 1) this.add((code >> i) & 1, 1);
  }

  align() {
    if (this.#filled > 0) this.bytes.push(this.#current);
    this.#filled = 0;
    this.#current = 0;
  }
}

function symbol(bits, value) {
  if (value < 144) bits.addCode(0x30 + value, 8);
  else if (value < 256) bits.addCode(0x190 + value - 144, 9);
  else if (value < 280) bits.addCode(value - 256, 7);
  else bits.addCode(0xc0 + value - 280, 8);
}

function match(bits, length, distance) {
  if (length === LONGEST) symbol(bits, 285);
  else {
    const { code, extra, rest } = coded(length - SHORTEST, 4);
    symbol(bits, 257 + code);
    bits.add(rest, extra);
  }
  const { code, extra, rest } = coded(distance - 1, 2);
  bits.addCode(code, 5);
  bits.add(rest, extra);
}

/** A number as its code and the bits behind it: from each power of two to the next there are `steps` codes. */
function coded(number, steps) {
  const log = 31 - Math.clz32(number);
  const extra = Math.max(0, log - (31 - Math.clz32(steps)));
  return { code: steps * extra + (number >> extra), extra, rest: number & ((1 << extra) - 1) };
}

const keyAt = (bytes, at) => (bytes[at] << 16) | (bytes[at + 1] << 8) | bytes[at + 2];

function remember(bytes, at, places) {
  if (at + SHORTEST > bytes.length) return;
  const key = keyAt(bytes, at);
  const known = places.get(key);
  if (known) known.push(at);
  else places.set(key, [at]);
}

function longestMatch(bytes, at, places) {
  let length = 0;
  let distance = 0;
  const most = Math.min(LONGEST, bytes.length - at);
  const known = most < SHORTEST ? [] : (places.get(keyAt(bytes, at)) ?? []);
  for (let i = known.length - 1; i >= Math.max(0, known.length - MOST_PLACES); i -= 1) {
    const place = known[i];
    if (at - place > FARTHEST) break;
    let same = SHORTEST;
    while (same < most && bytes[place + same] === bytes[at + same]) same += 1;
    if (same > length) [length, distance] = [same, at - place];
  }
  return { length, distance };
}

function adler32(bytes) {
  let [low, high] = [1, 0];
  for (const byte of bytes) {
    low = (low + byte) % 65_521;
    high = (high + low) % 65_521;
  }
  return ((high << 16) | low) >>> 0;
}
