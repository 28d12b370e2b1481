// What becomes of a link on its way: messengers and mail programs encode it once more, break its lines, and
// take what stands around it for a part of it. Here an element's part is found again all the same.
//
// Nothing is guessed: base64url letters mean themselves, and the checksum of what they hold tells whether they
// are all there.

/** So many encodings one around the other are undone. */
const MOST_ENCODINGS = 4;
/** So many readings of the same letters are tried. */
const MOST_READINGS = 64;
/** Blanks, what is not seen, and what ends a line of mail that goes on. */
const BREAKS = /[\s=\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]+/;

/**
 * What stands behind a key in the fragment of the page, wherever it does; with `isRest` all that does not belong
 * to it, part by part.
 *
 * @param {string} key
 * @param {{ isRest?: boolean }} options
 * @returns {string[]}
 */
export function textsBehind(key, { isRest = false } = {}) {
  const fragment = location.hash.slice(1);
  const start = `${key}=`;
  const parts = fragment.split('&').filter(Boolean);
  const own = parts.filter((part) => part.startsWith(start));
  if (own.length > 0) {
    return isRest
      ? parts.filter((part) => !part.startsWith(start))
      : own.map((part) => decoded(part.slice(start.length)).replace(/^3D(?=\d+\.)/, ''));
  }
  const text = decoded(fragment);
  const found = placesOf(text, decoded(start));
  if (!isRest) return found.map(({ end }) => text.slice(end));
  if (found.length === 0) return parts;
  let rest = text;
  for (const { at } of found.reverse()) {
    const next = rest.indexOf('&', at);
    rest = rest.slice(0, at) + (next < 0 ? '' : rest.slice(next));
  }
  return rest
    .split('&')
    .map((part) => part.trim())
    .filter(Boolean);
}

/** Where a key stands in a text, not as the end of another word, and with a version behind it. */
function placesOf(text, start) {
  const found = [];
  for (let at = text.indexOf(start); at >= 0; at = text.indexOf(start, at + 1)) {
    const end = at + start.length;
    if (!/[\w.-]$/.test(text.slice(0, at)) && /^\s*\d+\s*\./.test(text.slice(end))) found.push({ at, end });
  }
  return found;
}

/** A text without the encodings that have been put around it. */
function decoded(text) {
  let before;
  for (let i = 0; i < MOST_ENCODINGS && text !== before; i += 1) {
    before = text;
    text = fromHtml(fromPercent(text));
  }
  // As quoted-printable writes it.
  return text.replace(/=3D/gi, '=');
}

function fromPercent(text) {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (encoded) => {
    try {
      return decodeURIComponent(encoded);
    } catch {
      return encoded;
    }
  });
}

const NAMED = { amp: '&', equals: '=', period: '.', lowbar: '_', num: '#', nbsp: ' ' };

function fromHtml(text) {
  return text.replace(/&(?:#(\d{1,6})|#x([0-9a-f]{1,5})|(\w{3,6}));/gi, (whole, decimal, hex, name) => {
    if (name) return NAMED[name.toLowerCase()] ?? whole;
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** The letters that a text may begin with, the likeliest first: they may be parted, or followed by more. */
export function lettersIn(text) {
  // Lines of a mail that is answered begin with a mark.
  const unmarked = text.replace(/[\r\n]\s*[>|][>|\s]*/g, '\n');
  const words = [];
  for (const word of unmarked.split(BREAKS)) {
    const [letters] = /** @type {RegExpExecArray} */ (/^[\w-]*/.exec(word));
    if (letters) words.push(letters);
    if (letters !== word) break;
  }
  const readings = new Set([words.join('')]);
  for (let count = 1; count <= words.length && readings.size < MOST_READINGS; count += 1) {
    readings.add(words.slice(0, count).join(''));
  }
  // Marks around a word that are letters here, as in _emphasis_.
  for (const reading of [...readings]) readings.add(reading.replace(/[-_]+$/, ''));
  readings.delete('');
  return readings;
}
