// Which editions serve so many users within a budget, and what does the cheapest charge for?
//
//   make package && cd examples/node && npm install && node budget.mjs 25000 700

import { compare, RateCardError } from 'ratecard';

const [users = '25000', budget = '700'] = process.argv.slice(2);
const MONTHS = 12;

try {
  const { editions, cheapest } = compare({
    as_of: '2026-11-20',
    months: MONTHS,
    items: [{ product: 'chat', demand: { mau: Number(users) } }],
  });
  for (const { edition, per_month, problems } of editions) {
    // An edition that is sold on request has no published price.
    console.log(`${edition}: ${per_month ? `${per_month} a month, ${verdict(problems, per_month)}` : 'on request'}`);
  }
  const best = editions.find(({ edition }) => edition === cheapest);
  for (const { charge, amount, why } of best?.lines ?? []) {
    console.log(`${charge}: ${amount} for ${why.text}`);
  }
} catch (error) {
  // Whatever is wrong with a request has a code and a place; everything else is not ours to catch.
  if (!(error instanceof RateCardError)) throw error;
  console.error(`${error.code} at ${error.path}: ${error.message}`);
  process.exitCode = 1;
}

/** Whether an edition does what is needed, and within the budget. */
function verdict(problems, perMonth) {
  const [problem] = problems;
  if (problem) return `but ${problem.message}`;
  // Amounts are exact texts: a number is near enough to compare two, and never to add them up.
  return Number(perMonth) <= Number(budget) ? 'within the budget' : 'above the budget';
}
