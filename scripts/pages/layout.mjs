// What all pages share: the front page with another head, header and content in it.
import { day, filled } from './figures.mjs';
import { html, raw } from './html.mjs';
import { said } from './product.mjs';

/** As strict as a page can be that runs WebAssembly. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/** @param {{ href: string, text: string, current?: boolean, language?: string }} there */
const link = ({ href, text, current, language }) =>
  html`<a href="${href}"${current && raw(' aria-current="page"')}${language && html` lang="${language}" hreflang="${language}"`}>${text}</a>`;

/** The products of the site, each under its name in the language of the page. */
const links = (site, { file, language }) =>
  site.products.map(({ product, card, fileFor }) => {
    const href = fileFor(language);
    return html`<li>${link({ href, text: said(card.label, language), current: href === file })}</li>`;
  });

function top(site, page) {
  const { words } = site.languages[page.language];
  const pages = [
    { href: './index.html#products', text: words.products },
    { href: './gallery.html', text: words.gallery },
    { href: './element.html', text: words.element },
  ];
  return html`<a class="skip" href="#content">${words.skip}</a>
    <div class="bar">
      <nav class="pages" aria-label="${words.site}">
        <a class="brand" href="./index.html"${page.file === './index.html' && raw(' aria-current="page"')}>ratecard</a>
        ${pages.map(({ href, text }) => link({ href, text, current: href === page.file }))}
      </nav>
      <nav class="strip" aria-label="${words.products}"><ul>${links(site, page)}</ul></nav>
    </div>`;
}

function bottom(site, page) {
  const { words } = site.languages[page.language];
  return html`<footer>
      <nav aria-labelledby="every-product">
        <h2 id="every-product">${words.all}</h2>
        <ul>${links(site, page)}</ul>
      </nav>
      <div class="small">
        <p>${words.offer}</p>
        <p>${filled(words.computed, { date: day(page.language, site.today) })}</p>
      </div>
    </footer>`;
}

/** What replaces a part of the front page; there has to be one. */
function replaced(text, pattern, value) {
  if (!pattern.test(text)) throw new Error(`www/index.html has no ${pattern}`);
  return text.replace(pattern, () => String(value));
}

/** A whole page: `layout` is the front page as trunk has built it. */
export function inLayout(layout, site, page) {
  const { title, description, head = '', body, language, alternates = [] } = page;
  let text = layout;
  if (body) {
    text = replaced(text, /<header\b[\s\S]*<\/main>/, body);
    text = replaced(text, /<html lang="[^"]*">/, html`<html lang="${language}">`);
    text = replaced(text, /<title>[^<]*<\/title>/, html`<title>${title}</title>`);
    text = replaced(text, /<meta name="description"[^>]*>/, html`<meta name="description" content="${description}">`);
  }
  const others = alternates.map(({ tag, href }) => html`<link rel="alternate" hreflang="${tag}" href="${href}">`);
  text = replaced(text, /<\/head>/, html`${raw(head)}${others}</head>`);
  text = replaced(text, /<!-- top -->/, top(site, page));
  text = replaced(text, /<!-- bottom -->/, bottom(site, page));
  // Trunk's own script, which reloads the page while somebody is at work on it, stands in the page.
  const isInline = /<script(?![^>]*\bsrc=)/.test(text);
  if (isInline) return text;
  return replaced(
    text,
    /<meta charset="utf-8"\/?>/,
    html`<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
  );
}
