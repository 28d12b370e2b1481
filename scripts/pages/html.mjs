// HTML as text: what is put into it is escaped, unless it is HTML itself.

class Html {
  constructor(text) {
    this.text = text;
  }

  toString() {
    return this.text;
  }
}

const ESCAPES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
export const escaped = (text) => String(text).replace(/[&<>"]/g, (sign) => ESCAPES[sign]);

function written(value) {
  if (value instanceof Html) return value.text;
  if (Array.isArray(value)) return value.map(written).join('');
  return value === undefined || value === null || value === false ? '' : escaped(value);
}

/** A template whose places are escaped; a list is written one after another, nothing as nothing. */
export const html = (texts, ...values) =>
  new Html(texts.reduce((before, text, i) => before + written(values[i - 1]) + text));

/** Text that is HTML already. */
export const raw = (text) => new Html(text);
