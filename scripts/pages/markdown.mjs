// As much Markdown as the documents in docs/ are written in: headings, paragraphs, tables, blocks
// of code, and in a line code and links.
import { escaped } from './html.mjs';

/** The same as on the usual hosts, so that a link to a heading works there and here. */
const anchor = (heading) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');

/** Links to places of the same document stay; other documents are no pages. */
function inline(text) {
  return text
    .split(/(`[^`]*`)/)
    .map((piece) => {
      if (/^`.*`$/.test(piece)) return `<code>${escaped(piece.slice(1, -1))}</code>`;
      return escaped(piece);
    })
    .join('')
    .replace(/\[([^\]]*)\]\(([^)]*)\)/g, (_, said, to) => (to.startsWith('#') ? `<a href="${to}">${said}</a>` : said));
}

const cells = (line) => line.replace(/^\||\|$/g, '').split('|').map((cell) => inline(cell.trim()));

function table(lines, label) {
  const [head, , ...rows] = lines.map(cells);
  const columns = head.map((cell) => `<th scope="col">${cell}</th>`).join('');
  const body = rows.map(([first, ...rest]) => {
    const others = rest.map((cell) => `<td>${cell}</td>`).join('');
    return `<tr><th scope="row">${first}</th>${others}</tr>`;
  });
  return `<div class="scroll" role="region" tabindex="0" aria-label="${escaped(label)}">
<table><thead><tr>${columns}</tr></thead><tbody>
${body.join('\n')}
</tbody></table></div>`;
}

/** HTML of a document without its title. */
export function markdown(text) {
  const written = [];
  const lines = text.split('\n');
  let heading = '';
  let blocks = 0;
  const until = (isOver) => {
    const taken = [];
    while (lines.length && !isOver(lines[0])) taken.push(lines.shift());
    return taken;
  };
  while (lines.length) {
    const line = lines[0];
    const [, marks, said] = /^(#+) (.*)$/.exec(line) ?? [];
    if (line.startsWith('```')) {
      lines.shift();
      const code = until((next) => next.startsWith('```')).join('\n');
      lines.shift();
      blocks += 1;
      const label = `${heading || 'Example'} (${blocks})`;
      written.push(`<pre role="region" tabindex="0" aria-label="${escaped(label)}"><code>${escaped(code)}</code></pre>`);
    } else if (marks) {
      lines.shift();
      heading = said.replaceAll('`', '');
      if (marks.length > 1) written.push(`<h${marks.length} id="${anchor(said)}">${inline(said)}</h${marks.length}>`);
    } else if (line.startsWith('|')) {
      written.push(table(until((next) => !next.startsWith('|')), heading));
    } else if (line.trim() === '') {
      lines.shift();
    } else {
      written.push(`<p>${inline(until((next) => /^(\s*$|#|\||```)/.test(next)).join('\n'))}</p>`);
    }
  }
  return written.join('\n');
}
