// What React's JSX knows of the element: `import 'ratecard/react'`, beside the element itself.

import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type {
  RateCardAttributes,
  RateCardChange,
  RateCardElement,
  RateCardErrorDetail,
  RateCardEstimate,
} from './element.js';
import type { EstimateRequest, RateCardState } from './element.js';

type Props = DetailedHTMLProps<HTMLAttributes<RateCardElement>, RateCardElement> &
  RateCardAttributes & {
    request?: EstimateRequest;
    state?: RateCardState;
    'onrate-card-change'?: (event: CustomEvent<RateCardChange>) => void;
    'onrate-card-estimate'?: (event: CustomEvent<RateCardEstimate>) => void;
    'onrate-card-error'?: (event: CustomEvent<RateCardErrorDetail>) => void;
  };

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'rate-card': Props;
    }
  }
}
