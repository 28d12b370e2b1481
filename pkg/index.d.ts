// The functions of the package. The types of requests and replies are generated: types.d.ts.

import type {
  AffordReply,
  AffordRequest,
  DiffReply,
  DiffRequest,
  CardSummary,
  CompareReply,
  CompareRequest,
  ConnectReply,
  ConnectRequest,
  ErrorBody,
  EstimateReply,
  EstimateRequest,
  LicensesReply,
  LicensesRequest,
  LifecycleReply,
  LifecycleRequest,
  RateCard,
  RefundReply,
  RefundRequest,
} from './types.js';

export type * from './types.js';

/** What a request or a rate card is wrong about. */
export class RateCardError extends Error {
  constructor(error: ErrorBody);
  readonly name: 'RateCardError';
  /** One of the codes of the interface. */
  code: ErrorBody['code'];
  /** The place in the request or rate card, such as `items[0].demand.mau`. */
  path: string;
}

/** Prices editions of products. Throws a {@link RateCardError}, as every function here does. */
export function estimate(request: EstimateRequest): EstimateReply;

/** Prices every edition of a product. */
export function compare(request: CompareRequest): CompareReply;

/** Tells what changed from one rate card to another. */
export function diff(request: DiffRequest): DiffReply;

/** Tells how much of a dimension a budget buys, in one edition or in every one. */
export function afford(request: AffordRequest): AffordReply;

/** Tells what happens to an order, and when. */
export function lifecycle(request: LifecycleRequest): LifecycleReply;

/** Tells what is paid back for an order. */
export function refund(request: RefundRequest): RefundReply;

/** Tells who uses a license, and what a reset releases. */
export function licenses(request: LicensesRequest): LicensesReply;

/** Tells what may be connected; without a request, everything that is known of it. */
export function connect(request?: ConnectRequest): ConnectReply;

/** The whole rate card of an id. */
export function rateCard(id: string): RateCard;

/** All rate cards, in short. */
export function rateCards(): CardSummary[];

export namespace rateCards {
  /** Takes a further rate card, or one that replaces the card of the same id; gives back its id. */
  function add(card: RateCard): string;
}
