// The questions of a product's page: what is asked above the calculator is what the calculator answers.

// The page has all of these.
const card = /** @type {import('../pkg/element.js').RateCardElement} */ (document.querySelector('rate-card'));
const answers = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-question]'));
const own = /** @type {HTMLElement} */ (document.querySelector('[data-own]'));
const links = /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll('a[href^="#rate-card="]'));
const language = document.documentElement.lang;
const months = JSON.parse(own.dataset.months ?? '{}');

/** The question that the address leads to; `undefined` where it is somebody's own. */
let question = linked() ?? (location.hash.includes('rate-card') ? undefined : answers[0]);
/** What the calculator asks for each question, as text, once it has asked it. */
const asked = new Map();

function linked() {
  return [...answers].find(({ dataset }) => dataset.question === location.hash);
}

/** Shows one answer, and which of the questions it is. */
function show(answer) {
  for (const one of [...answers, own]) one.hidden = one !== answer;
  for (const link of links) {
    if (link.hash === answer?.dataset.question) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  }
}

/** The calculator's own answer, where it is to no question of the page. */
function showOwn(estimate) {
  const [item] = estimate.items;
  const [total, about] = own.querySelectorAll('.total > *');
  const form = new Intl.PluralRules(language).select(estimate.months);
  const count = new Intl.NumberFormat(language).format(estimate.months);
  total.textContent = new Intl.NumberFormat(language, {
    style: 'currency',
    currency: item.currency,
    maximumFractionDigits: 20,
    trailingZeroDisplay: 'stripIfInteger',
  }).format(/** @type {any} */ (item.total));
  /** @type {HTMLElement} */ (total).dataset.value = item.total;
  about.textContent = (months[form] ?? months.other).replace('{count}', count);
  show(own);
}

/** Whoever has changed what the calculator shows: it is the answer to a question of the page, or to none. */
function follow({ request, estimate }) {
  const item = estimate?.items[0];
  // No headline is better than one of something else.
  if (!item) {
    show(undefined);
    return;
  }
  const now = JSON.stringify(request);
  const total = question?.querySelector('.amount');
  // The first answer to the question is that which the page was made with.
  if (question && !asked.has(question) && /** @type {HTMLElement} */ (total).dataset.value === item.total) {
    asked.set(question, now);
  }
  const known = [...answers].find((answer) => asked.get(answer) === now);
  if (known) show(known);
  else showOwn(estimate);
}

addEventListener('rate-card-estimate', (event) => {
  follow(/** @type {CustomEvent<import('../pkg/element.js').RateCardEstimate>} */ (event).detail);
});
addEventListener('hashchange', () => {
  question = linked();
  // At once: the calculator may still be on its way.
  if (question) show(question);
});
for (const link of links) {
  link.addEventListener('click', () => {
    // After the address has changed.
    setTimeout(() => {
      const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
      card.focus({ preventScroll: true });
      card.scrollIntoView({ behavior: isCalm ? 'auto' : 'smooth', block: 'start' });
    });
  });
}
show(question);
await customElements.whenDefined('rate-card');
// It may have been quicker than this script; and of somebody's own, only the calculator knows the answer.
if (!question) card.ready.catch(() => {});
if (card.request && card.estimate) follow(card);
