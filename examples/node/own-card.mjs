// Prices by a rate card of one's own, which a program reads when it runs.
//
//   make package && cd examples/node && npm install && node own-card.mjs tickets.json

import { readFileSync } from 'node:fs';

import { estimate, rateCards } from 'ratecard';

const [file = new URL('tickets.json', import.meta.url)] = process.argv.slice(2);

// A card of a known id would replace that card; any other is added.
rateCards.add(JSON.parse(readFileSync(file, 'utf8')));

const { totals } = estimate({
  as_of: '2026-11-20',
  items: [{ product: 'tickets', edition: 'team', demand: { agents: 8 } }],
});
console.log(`8 agents cost ${Object.entries(totals).map(([currency, total]) => `${total} ${currency}`)} a month`);
