// Rate cards of a host's own, for the specs.

const en = (text) => ({ en: text });
const source = 'list';

/** A small card: 10 euros for 5 seats, 2 for each further one. */
export function ownCard({ product = 'ours', effective = '2026-01-01', price = '10' } = {}) {
  return {
    id: `${product}/${effective}`,
    product,
    label: en('Ours'),
    effective,
    currency: 'EUR',
    source,
    sources: { list: { document: 'Our prices', section: 'All', updated: effective } },
    editions: [{ id: 'only', label: en('Only'), source }],
    dimensions: [
      { id: 'seats', label: en('Seats'), unit: { en: { one: 'seat', other: 'seats' } }, allowance: 5, source },
    ],
    charges: [
      { id: 'base', label: en('Base'), kind: 'prepaid', model: 'flat', price, source },
      { id: 'more', label: en('More seats'), kind: 'payg', model: 'per-unit', dimension: 'seats', price: '2', source },
    ],
  };
}

/** Serves rate cards at an address of the site; gives the list of requests for it. */
export async function serveCards(page, path, cards) {
  const requests = [];
  await page.route(`**${path}`, (route) => {
    requests.push(route.request().url());
    return typeof cards === 'number' ? route.fulfill({ status: cards, body: '' }) : route.fulfill({ json: cards });
  });
  return requests;
}

/**
 * A ladder of three: Free for three seats, Pro for ten dollars, and Enterprise on request, with seats that none of the
 * others has; requests are sold above an allowance, at one price for all. `action` is the way to ask for a price.
 */
export function ladderCard({ action = undefined } = {}) {
  const edition = (id, label, more = {}) => ({ id, label: en(label), source, ...more });
  const unit = (one) => ({ en: { one, other: `${one}s` } });
  return {
    id: 'ladder/2026-01-01',
    product: 'ladder',
    label: en('Ladder'),
    effective: '2026-01-01',
    currency: 'USD',
    source,
    sources: { list: { document: 'Our prices', section: 'All', updated: '2026-01-01' } },
    editions: [
      edition('free', 'Free plan'),
      edition('pro', 'Pro'),
      edition('enterprise', 'Enterprise', { price: 'on-request', action }),
    ],
    dimensions: [
      {
        id: 'seats',
        label: en('Seats'),
        unit: unit('seat'),
        default: 1,
        limit: { free: 3, pro: 50, enterprise: 5000 },
        source,
      },
      {
        id: 'requests',
        label: en('Requests'),
        unit: unit('request'),
        allowance: { free: 1000, pro: 10000 },
        source,
      },
    ],
    charges: [
      { id: 'plan', label: en('Plan'), kind: 'prepaid', model: 'flat', price: { free: '0', pro: '10' }, source },
      {
        id: 'more',
        label: en('More requests'),
        kind: 'payg',
        model: 'block',
        size: 1000,
        dimension: 'requests',
        price: '2',
        source,
      },
    ],
    features: [
      { id: 'sso', label: en('Single sign-on'), values: { free: false, pro: false, enterprise: true }, source },
    ],
  };
}
