// The questions of a product's page: each of them sets the calculator, and the one that it stands at is marked.

// The page has all of these.
const card = /** @type {import('../pkg/element.js').RateCardElement} */ (document.querySelector('rate-card'));
const place = /** @type {HTMLElement} */ (document.querySelector('#calculator'));
const links = /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll('a[href^="#rate-card="]'));

const linked = () => [...links].find(({ hash }) => hash === location.hash);

/** The question that the address leads to; `undefined` where it is somebody's own. */
let question = linked() ?? (location.hash.includes('rate-card') ? undefined : links[0]);
/** What the calculator asks for each question, as text, once it has asked it. */
const asked = new Map();

function mark(current) {
  for (const link of links) {
    if (link === current) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  }
}

/** Whoever has changed what the calculator shows: it is the answer to a question of the page, or to none. */
function follow({ request, estimate }) {
  const now = JSON.stringify(request);
  // The first answer to a question is that which the page was made with.
  if (question && !asked.has(question) && question.dataset.total === estimate?.items[0]?.total) {
    asked.set(question, now);
  }
  mark([...links].find((link) => asked.get(link) === now));
}

addEventListener('rate-card-estimate', (event) => {
  follow(/** @type {CustomEvent<import('../pkg/element.js').RateCardEstimate>} */ (event).detail);
});
addEventListener('hashchange', () => {
  question = linked();
  // At once: the calculator may still be on its way.
  if (question) mark(question);
});
for (const link of links) {
  link.addEventListener('click', () => {
    // After the address has changed.
    setTimeout(() => {
      const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
      place.focus({ preventScroll: true });
      place.scrollIntoView({ behavior: isCalm ? 'auto' : 'smooth', block: 'start' });
    });
  });
}
mark(question);
customElements.whenDefined('rate-card').then(() => {
  // It may have been quicker than this script; and of somebody's own, only the calculator knows the answer.
  if (!question) card.ready.catch(() => {});
  if (card.request && card.estimate) follow(card);
});
