// The live element of its reference page: controls that set its attributes, the lines to copy, and
// what the page is told.

// The page has all of these.
const card = /** @type {import('../pkg/element.js').RateCardElement} */ (document.querySelector('#live'));
const form = /** @type {HTMLFormElement} */ (document.querySelector('.controls'));
const markup = /** @type {HTMLElement} */ (document.querySelector('#markup'));
const log = /** @type {HTMLElement} */ (document.querySelector('.log'));
/** More than this are a flood. */
const KEPT = 30;
/** The attributes, in the order of their controls. */
const NAMES = [
  ...new Set(
    all()
      .map(({ name }) => name)
      .filter(Boolean),
  ),
];

function tell(title, detail) {
  const entry = document.createElement('div');
  const details = document.createElement('details');
  const summary = document.createElement('summary');
  summary.textContent = title;
  const text = document.createElement('pre');
  text.textContent = JSON.stringify(detail, null, 2);
  details.append(summary, text);
  entry.append(details);
  log.prepend(entry);
  while (log.childElementCount > KEPT) log.lastElementChild?.remove();
}

/** Fields and selections alike. */
function all() {
  return /** @type {HTMLInputElement[]} */ ([...form.elements]);
}

const controls = (name) => all().filter((control) => control.name === name);

/** What a control says; nothing where the attribute is to be absent. */
function said(name) {
  const [first, ...rest] = controls(name);
  if (first.type !== 'checkbox') return first.value.trim();
  return [first, ...rest]
    .filter(({ checked }) => checked)
    .map(({ value }) => value)
    .join(' ');
}

const escaped = (text) => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;');

function write() {
  const attributes = NAMES.filter((name) => card.hasAttribute(name)).map(
    (name) => `${name}="${escaped(card.getAttribute(name))}"`,
  );
  markup.textContent = `<rate-card ${attributes.join(' ')}></rate-card>`;
}

/** The controls as the element is written. */
function read() {
  for (const name of NAMES) {
    const value = card.getAttribute(name) ?? '';
    for (const control of controls(name)) {
      if (control.type === 'checkbox') control.checked = value.split(/\s+/).includes(control.value);
      else control.value = value;
    }
  }
}

function apply(name) {
  const value = said(name);
  if (value === (card.getAttribute(name) ?? '')) return;
  if (value) card.setAttribute(name, value);
  else card.removeAttribute(name);
}

form.addEventListener('submit', (event) => event.preventDefault());
form.addEventListener('change', (event) => {
  const target = /** @type {HTMLInputElement} */ (event.target);
  // What is said of one product says nothing of another.
  if (target.name === 'product') {
    for (const name of ['edition', 'demand', 'requires', 'billing'])
      for (const control of controls(name)) control.value = '';
    if (target.value === 'ours') for (const control of controls('cards')) control.value = './ours.json';
  }
  // Set in one task, they are one change.
  for (const name of NAMES) apply(name);
  write();
});

addEventListener('rate-card-change', (event) => {
  const { detail } = /** @type {CustomEvent<import('../pkg/element.js').RateCardChange>} */ (event);
  const totals = Object.entries(detail.estimate.totals).map(([currency, amount]) => `${amount} ${currency}`);
  tell(`rate-card-change: ${totals.join(', ')}`, detail);
});
addEventListener('rate-card-error', (event) => {
  const { detail } = /** @type {CustomEvent<import('../pkg/element.js').RateCardErrorDetail>} */ (event);
  tell(`rate-card-error: ${detail.code} at ${detail.path || 'the element'}`, detail);
});

for (const button of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-read]'))) {
  button.addEventListener('click', async () => {
    const name = String(button.dataset.read);
    try {
      await card.settled();
      tell(name, card[name] ?? null);
    } catch (error) {
      tell(`${name}: ${error.message}`, { code: error.code, path: error.path, message: error.message });
    }
  });
}

document.querySelector('[data-clear]')?.addEventListener('click', () => log.replaceChildren());

read();
write();
