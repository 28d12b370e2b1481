/** What is asked: the request of `estimate`. */
export interface EstimateRequest {
  as_of?: string | null;
  start?: string | null;
  months?: number | null;
  items: readonly EstimateRequestItem[];
}

/** One edition of one product, and how much of it is needed. */
export interface EstimateRequestItem {
  product: string;
  edition: string;
  rate_card?: string | null;
  billing?: 'monthly' | 'annual' | null;
  demand?: Readonly<Record<string, number | readonly number[]>> | null;
  calls?: Readonly<Record<string, readonly { count: number; seconds: number }[]>> | null;
  requires?: readonly string[] | null;
  buy?: Readonly<Record<string, readonly { month: number; quantity: number }[]>> | null;
}

/** The reply of `estimate`; amounts are exact decimal texts. */
export interface EstimateReply {
  start: string;
  months: number;
  totals: Readonly<Record<string, string>>;
  per_month: Readonly<Record<string, string>>;
  schedule: readonly { on: string; currency: string; amount: string }[];
  items: readonly Readonly<Record<string, unknown>>[];
}

/** The detail of `rate-card-change`: the visitor has changed what is asked, or the view that is shown. */
export interface RateCardChange {
  request: EstimateRequest;
  estimate: EstimateReply;
}

/** The detail of `rate-card-error`. */
export interface RateCardErrorDetail {
  code: string;
  path: string;
  message: string;
}

/** The custom element `<rate-card>`; importing the module defines it. */
export class RateCardElement extends HTMLElement {
  /** What is asked. Set before the element is defined or loaded, it is kept. */
  get request(): EstimateRequest | null;
  set request(request: EstimateRequest);
  /** The reply for what is shown; `null` before there is one. */
  readonly estimate: EstimateReply | null;
  /** Resolves when the first estimate is on the screen; rejects when the element cannot run. */
  readonly ready: Promise<void>;
  /** Resolves when what was last asked for is painted. */
  settled(): Promise<void>;
}

declare global {
  interface HTMLElementTagNameMap {
    'rate-card': RateCardElement;
  }
  interface HTMLElementEventMap {
    'rate-card-change': CustomEvent<RateCardChange>;
    'rate-card-error': CustomEvent<RateCardErrorDetail>;
  }
}
