// A document of docs/ as HTML, by marked.
import { packageOf } from '../npm.mjs';
import { escaped } from './html.mjs';

/** The same as on the usual hosts, so that a link to a heading works there and here. */
const anchor = (heading) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');

/** HTML of a document without its title, with links to its chapters. What may be too wide scrolls, for the keyboard, too. */
export function markdown(text) {
  const library = packageOf('marked', 'marked');
  if (library === undefined) throw new Error('marked is missing: run scripts/setup.sh all');
  let heading = 'Example';
  let blocks = 0;
  const chapters = [];
  const region = (label) => `role="region" tabindex="0" aria-label="${escaped(label)}"`;
  const renderer = {
    heading({ tokens, depth, text: said }) {
      heading = said.replaceAll('`', '');
      if (depth === 1) return '';
      if (depth === 2) chapters.push(`<li><a href="#${anchor(said)}">${this.parser.parseInline(tokens)}</a></li>`);
      return `<h${depth} id="${anchor(said)}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
    },
    code({ text: code }) {
      blocks += 1;
      return `<pre ${region(`${heading} (${blocks})`)}><code>${escaped(code)}</code></pre>\n`;
    },
    table({ header, rows }) {
      const cell = (name, { tokens }, scope = '') => `<${name}${scope}>${this.parser.parseInline(tokens)}</${name}>`;
      const columns = header.map((head) => cell('th', head, ' scope="col"')).join('');
      const body = rows.map(([first, ...others]) => {
        const cells = others.map((other) => cell('td', other)).join('');
        return `<tr>${cell('th', first, ' scope="row"')}${cells}</tr>\n`;
      });
      const table = `<table><thead><tr>${columns}</tr></thead><tbody>\n${body.join('')}</tbody></table>`;
      return `<div class="scroll" ${region(heading)}>\n${table}</div>\n`;
    },
    // Links to places of the same document stay; other documents are no pages.
    link({ href, tokens }) {
      const said = this.parser.parseInline(tokens);
      return href.startsWith('#') ? `<a href="${escaped(href)}">${said}</a>` : said;
    },
  };
  const html = new library.Marked({ renderer }).parse(text);
  return `<nav class="contents" aria-label="Contents"><ul>${chapters.join('')}</ul></nav>\n${html}`;
}
