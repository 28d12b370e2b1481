// Sees elements come near the screen.

/** How far from the screen an element begins to load. */
const NEAR = '600px';

/** @type {IntersectionObserver | undefined} */
let observer;
/** @type {WeakMap<Element, () => void>} */
const calls = new WeakMap();

/** Calls when an element comes near the screen. */
export function whenNear(element, call) {
  calls.set(element, call);
  observer ??= new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) if (isIntersecting) calls.get(target)?.();
    },
    { rootMargin: NEAR, scrollMargin: NEAR },
  );
  observer.observe(element);
}

/** No longer looks out for an element. */
export function forget(element) {
  observer?.unobserve(element);
}
