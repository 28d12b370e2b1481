// Compiled by types.test.mjs, never run: what a program against the package looks like.

import { RateCardError, afford, compare, connect, estimate, rateCard, rateCards } from '../../pkg/index.js';
import type { RateCardElement, RateCardState } from '../../pkg/element.js';
import type { EstimateRequest, RateCard } from '../../pkg/index.js';

const request: EstimateRequest = {
  as_of: '2026-11-20',
  items: [{ product: 'chat', edition: 'standard', demand: { mau: [25000, 26000] }, billing: 'monthly' }],
  months: 2,
};
const total: string | undefined = estimate(request).totals.USD;
const prepaid: boolean = estimate(request).items.every((item) => item.lines.every(({ kind }) => kind === 'prepaid'));
const cheapest: string | null = compare({ items: [{ product: 'chat' }] }).cheapest;
const most: number | null | undefined = afford({
  items: [{ product: 'chat' }],
  dimension: 'mau',
  budget: '500',
}).editions[0]?.quantity;
const whole: RateCard = rateCard(rateCards()[0]?.id ?? '');
const id: string = rateCards.add(whole);
const allowed: boolean | undefined = connect().allowed;

try {
  // @ts-expect-error a month is spelled otherwise
  estimate({ items: [], moths: 2 });
  // @ts-expect-error an item needs an edition
  estimate({ items: [{ product: 'chat' }] });
  // @ts-expect-error an amount is a text
  rateCards.add({ ...whole, charges: [{ ...whole.charges[0]!, price: 5 }] });
} catch (error) {
  if (error instanceof RateCardError && error.code === 'bad_quantity') throw new Error(error.path);
}

/** What a page keeps of an element, to set it again later. */
export function keep(element: RateCardElement): RateCardState | null {
  element.addEventListener('rate-card-change', ({ detail }) => detail.estimate.totals.USD?.length);
  // @ts-expect-error a version that there is not
  element.state = { version: 2, request };
  return element.state;
}

export { allowed, cheapest, id, most, prepaid, total };
