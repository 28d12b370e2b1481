// The functions of the package, whatever way the WebAssembly module was loaded.

import { answer } from "./build/ratecard-engine.js";

/** What a request is wrong about: `code`, `path` and `message` of the JSON interface. */
export class RateCardError extends Error {
  constructor({ code, path, message }) {
    super(message);
    this.name = "RateCardError";
    this.code = code;
    this.path = path;
  }
}

function ask(command, request) {
  let reply;
  try {
    reply = answer(command, request);
  } catch (error) {
    // The engine throws the JSON text of an error; anything else is not its own.
    if (typeof error !== "string") throw error;
    throw new RateCardError(JSON.parse(error).error);
  }
  return JSON.parse(reply);
}

export const estimate = (request) => ask("estimate", request);
export const compare = (request) => ask("compare", request);
export const lifecycle = (request) => ask("lifecycle", request);
export const refund = (request) => ask("refund", request);
export const licenses = (request) => ask("licenses", request);
export const connect = (request) => ask("connect", request);
export const rateCards = () => ask("cards");
export const rateCard = (id) => ask("card", { id });
