// Compiled by types.test.mjs, never run: what an application of React looks like.

import '../../pkg/react.js';
import type { EstimateRequest } from '../../pkg/element.js';

const request: EstimateRequest = { items: [{ product: 'chat', edition: 'standard' }] };

export const page = (
  <main>
    <rate-card
      key="prices"
      className="wide"
      product="chat"
      as-of="2026-11-20"
      months={12}
      link="fragment"
      request={request}
      ref={(element) => element?.settled()}
      onrate-card-change={({ detail }) => detail.estimate.totals.USD?.length}
      onrate-card-error={({ detail }) => detail.code.length}
    />
    {/* @ts-expect-error an attribute that there is not */}
    <rate-card colour="red" />
    {/* @ts-expect-error a value that there is not */}
    <rate-card link="query" />
  </main>
);
