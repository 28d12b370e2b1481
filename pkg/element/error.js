// What is thrown, told and shown where something is wrong.

/** What is wrong with a question, or why the element cannot run. */
export class ElementError extends Error {
  constructor({ code, path, message }) {
    super(message);
    this.name = 'RateCardError';
    this.code = code;
    this.path = path;
  }

  /** From what is thrown: the module's error as JSON text, ours, or something unforeseen. */
  static of(thrown) {
    if (thrown instanceof ElementError) return thrown;
    if (typeof thrown === 'string' && thrown.startsWith('{')) {
      const { error, sentence, language } = JSON.parse(thrown);
      return Object.assign(new ElementError(error), { sentence, language });
    }
    if (typeof thrown?.path === 'string') return new ElementError(thrown);
    return new ElementError({ code: 'unavailable', path: '', message: String(thrown?.message ?? thrown) });
  }
}

/** Whether the module threw something else than the error of what it was given. */
export const isFatal = (thrown) => typeof thrown !== 'string' && typeof thrown?.path !== 'string';
