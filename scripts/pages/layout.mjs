// What all pages share: the front page with another head, header and content in it.
import { day, filled } from './figures.mjs';
import { escaped, html, raw } from './html.mjs';
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

/** @param {{ href: string, text: string, current?: boolean, language?: string | false, data?: any }} there */
const link = ({ href, text, current, language, data }) =>
  html`<a href="${href}"${current && raw(' aria-current="page"')}${language && html` lang="${language}" hreflang="${language}"`}${data}>${text}</a>`;

/** The products of the site, each under its name in the language of the page. */
const links = (site, { file, language }) =>
  site.products.map(({ product, labels, fileFor }) => {
    const href = fileFor(language);
    const data = html` data-product="${product}"`;
    return html`<li>${link({ href, text: said(labels, language), current: href === file, data })}</li>`;
  });

/** What www/offer.js says of a page in another language, in that language. */
const offered = ({ here, dismiss }) => html` data-offer="${here}" data-dismiss="${dismiss}"`;

/** The page in other languages, opened by what the browser has for it: no script. */
const languages = (site, { language, alternates = [] }) =>
  alternates.length > 1 &&
  html`<details class="languages">
        <summary><span class="visually-hidden">${site.languages[language].words.language}: </span><span class="long">${site.languages[language].name}</span><span class="short">${site.languages[language].words.short}</span></summary>
        <ul>${alternates.map(({ tag, href }) => {
          const { name: text, words } = site.languages[tag];
          return html`<li>${link({ href, text, current: tag === language, language: tag, data: offered(words) })}</li>`;
        })}</ul>
      </details>`;

function top(site, page) {
  const { words } = site.languages[page.language];
  const home = site.homeFor(page.language);
  const isHome = page.file === home;
  // What is there in English only says so.
  const foreign = page.language !== 'en' && 'en';
  const pages = [
    { href: `${home}#products`, text: words.products },
    { href: './gallery.html', text: words.gallery, language: foreign },
    { href: './element.html', text: words.element, language: foreign },
  ];
  return html`<a class="skip" href="#content">${words.skip}</a>
    <div class="bar">
      <nav class="pages" aria-label="${words.site}">
        <a class="brand" href="${home}"${isHome && raw(' aria-current="page"')}><img src="./mark.svg" alt="" width="22" height="22">ratecard</a>
        ${pages.map(({ href, text, language }) => html`<a href="${href}"${href === page.file && raw(' aria-current="page"')}${language && html` hreflang="${language}"`}>${text}</a>`)}
      </nav>
      ${languages(site, page)}
      ${!isHome && html`<nav class="strip" aria-label="${words.products}"><ul>${links(site, page)}</ul></nav>`}
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

/** What the front page says, in a language: `{{NAME}}` is a text of www/words.json, and `code` in it is code. */
const spoken = (text, words) =>
  text.replace(/\{\{([\w.]+)\}\}/g, (_, name) => {
    if (words[name] === undefined) throw new Error(`www/words.json has no ${name}`);
    return escaped(words[name]).replace(/`([^`]+)`/g, '<code>$1</code>');
  });

/** A whole page: `layout` is the front page as trunk has built it. */
export function inLayout(layout, site, page) {
  const { title, description, head = '', body, language, alternates = [] } = page;
  let text = spoken(layout, {
    ...site.languages[language].words,
    ...(body && { 'home.pageTitle': title, 'home.description': description }),
  });
  text = replaced(text, /<html lang="[^"]*">/, html`<html lang="${language}">`);
  if (body) text = replaced(text, /<header\b[\s\S]*<\/main>/, body);
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
