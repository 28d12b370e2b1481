// Promises of things to come.

/** A promise with its handles, whose rejection is no error of the page where nobody waits for it. */
export class Deferred {
  isDone = false;

  constructor() {
    /** @type {Promise<void>} */
    this.promise = new Promise((resolve, reject) => {
      this.resolve = () => {
        this.isDone = true;
        resolve();
      };
      this.reject = (error) => {
        this.isDone = true;
        reject(error);
      };
    });
    this.promise.catch(() => {});
  }
}

/** How long a frame may take. */
const LATEST = 500;

const after = (delay) => new Promise((resolve) => setTimeout(resolve, delay));

/** The next task. */
export const task = () => after(0);

/**
 * The next frame has been painted. Pages that are not seen have no frames, and those in a frame of another
 * origin are not told that they are not: for them some time does.
 */
export async function painted() {
  if (!document.hidden) await Promise.race([new Promise(requestAnimationFrame), after(LATEST)]);
  await task();
}
