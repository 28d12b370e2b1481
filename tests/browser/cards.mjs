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
