// The functions of the package, whatever way the WebAssembly module was loaded.

import { addCard, answer } from './build/ratecard-engine.js';

/** What a request is wrong about: `code`, `path` and `message` of the JSON interface. */
export class RateCardError extends Error {
  constructor({ code, path, message }) {
    super(message);
    this.name = 'RateCardError';
    this.code = code;
    this.path = path;
  }
}

// The engine throws the JSON text of an error; anything else is not its own.
function tell(call) {
  try {
    return call();
  } catch (error) {
    if (typeof error !== 'string') throw error;
    throw new RateCardError(JSON.parse(error).error);
  }
}

const ask = (command, request) => JSON.parse(tell(() => answer(command, request)));

export const estimate = (request) => ask('estimate', request);
export const compare = (request) => ask('compare', request);
export const diff = (request) => ask('diff', request);
export const afford = (request) => ask('afford', request);
export const lifecycle = (request) => ask('lifecycle', request);
export const refund = (request) => ask('refund', request);
export const licenses = (request) => ask('licenses', request);
export const connect = (request) => ask('connect', request);
export const rateCard = (id) => ask('card', { id });
export const rateCards = () => ask('cards');

/** Takes a further rate card, or one that replaces the card of the same id; gives back its id. */
rateCards.add = (card) => tell(() => addCard(card));
