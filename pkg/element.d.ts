import type { EstimateReply, EstimateRequest } from './types.js';

export type { EstimateReply, EstimateRequest };

/** What a link holds: the request, the view, and what it was answered with. */
export interface RateCardState {
  /** The version of what is kept. */
  version: 1;
  /** The view that is shown. */
  view?: string | null;
  /** What is asked; days that nobody has said are left open. */
  request: EstimateRequest;
  /** What was shown: where it is another answer later, the element says so. */
  answer?: {
    /** The id of the rate card. */
    rate_card: string;
    /** The currency of the total. */
    currency: string;
    /** The total, as an exact decimal text. */
    total: string;
  } | null;
}

/** The detail of `rate-card-change`: the visitor has changed what is asked, or the view that is shown. */
export interface RateCardChange {
  request: EstimateRequest;
  estimate: EstimateReply;
}

/** The detail of `rate-card-estimate`: another answer is shown, whoever asked; `null` where the question has none. */
export interface RateCardEstimate {
  request: EstimateRequest | null;
  estimate: EstimateReply | null;
}

/** The detail of `rate-card-error`. */
export interface RateCardErrorDetail {
  code: string;
  path: string;
  message: string;
}

/** The attributes, as a framework writes them. */
export interface RateCardAttributes {
  product?: string;
  view?: string;
  edition?: string;
  demand?: string;
  months?: number | string;
  start?: string;
  'as-of'?: string;
  billing?: 'monthly' | 'annual';
  requires?: string;
  cards?: string;
  lang?: string;
  theme?: 'light' | 'dark';
  loading?: 'lazy' | 'eager';
  link?: 'fragment';
}

/** The custom element `<rate-card>`; importing the module defines it. */
export class RateCardElement extends HTMLElement {
  /** What is asked. Set before the element is defined or loaded, it is kept. */
  get request(): EstimateRequest | null;
  set request(request: EstimateRequest);
  /** What a link holds. Set before the element is defined or loaded, it is kept. */
  get state(): RateCardState | null;
  set state(state: RateCardState);
  /** The reply for what is shown; `null` before there is one. Reading it, and waiting, loads the element. */
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
    'rate-card-estimate': CustomEvent<RateCardEstimate>;
    'rate-card-error': CustomEvent<RateCardErrorDetail>;
  }
}
