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
      this.reject = reject;
    });
    this.promise.catch(() => {});
  }
}

/** The next task. */
export const task = () => new Promise((resolve) => setTimeout(resolve));

/** The next frame has been painted; hidden pages have no frames. */
export async function painted() {
  if (!document.hidden) await new Promise(requestAnimationFrame);
  await task();
}
