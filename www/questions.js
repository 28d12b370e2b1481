// The questions of a product's page: what is asked above the calculator is what the calculator answers.

// The page has all of these.
const card = /** @type {import('../pkg/element.js').RateCardElement} */ (document.querySelector('rate-card'));
const answers = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-question]'));
const own = /** @type {HTMLElement} */ (document.querySelector('[data-own]'));
const links = /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll('a[href^="#rate-card="]'));
const language = document.documentElement.lang;
const months = JSON.parse(own.dataset.months ?? '{}');

/** Shows one answer, and which of the questions it is. */
function show(answer) {
  for (const one of [...answers, own]) one.hidden = one !== answer;
  for (const link of links) {
    if (link.hash === answer.dataset.question) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  }
}

/** The calculator's own answer, where it is to no question of the page. */
function showOwn() {
  const item = card.estimate?.items[0];
  const [total, about] = own.querySelectorAll('.total > *');
  // What is sold on request has no amount that could be shown.
  if (!card.estimate || !item || item.total === null) return;
  const form = new Intl.PluralRules(language).select(card.estimate.months);
  const count = new Intl.NumberFormat(language).format(card.estimate.months);
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

/** What stands in the address is a question of the page, or somebody's own. */
async function follow() {
  const [first] = answers;
  const linked = [...answers].find(({ dataset }) => dataset.question === location.hash);
  if (linked) show(linked);
  else if (location.hash.includes('rate-card')) {
    await card.ready;
    showOwn();
  } else if (own.hidden) show(first);
}

addEventListener('rate-card-change', showOwn);
addEventListener('hashchange', follow);
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
follow();
