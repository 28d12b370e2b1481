// One line that leads to this page in the language that the browser asks for, where it is in another. Nobody is led
// there unasked, and who dismisses the line does not see it again.

import { carry } from './carry.js';

const DISMISSED = 'ratecard.language';
const main = (tag) => tag.toLowerCase().split('-')[0];

/** The page in the first language asked for that it is in; `undefined` where that is this one. */
function preferred() {
  const pages = [...document.querySelectorAll('.languages a[hreflang]')];
  for (const wanted of navigator.languages) {
    if (main(wanted) === main(document.documentElement.lang)) return undefined;
    const page = pages.find((page) => main(page.getAttribute('hreflang') ?? '') === main(wanted));
    if (page) return /** @type {HTMLAnchorElement} */ (page);
  }
  return undefined;
}

/** Storage may be denied: then the line is there again on the next page. */
function isDismissed() {
  try {
    return localStorage.getItem(DISMISSED) !== null;
  } catch {
    return false;
  }
}

function dismiss(line) {
  line.remove();
  try {
    localStorage.setItem(DISMISSED, '');
  } catch {}
}

function offer(page) {
  const line = document.createElement('nav');
  line.className = 'offer';
  line.lang = page.lang;
  const link = /** @type {HTMLAnchorElement} */ (page.cloneNode());
  link.textContent = page.dataset.offer;
  const close = document.createElement('button');
  close.type = 'button';
  close.textContent = page.dataset.dismiss;
  close.addEventListener('click', () => dismiss(line));
  line.ariaLabel = page.dataset.offer;
  line.append(link, ' ', close);
  document.querySelector('.bar')?.after(line);
  carry();
}

const page = isDismissed() ? undefined : preferred();
if (page) offer(page);
