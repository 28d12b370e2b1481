// What a visitor has entered goes along: to the same page in another language, and to the page of the same product.

const card = /** @type {import('../pkg/element.js').RateCardElement | null} */ (document.querySelector('rate-card'));
const IS_OURS = /(^#|&)rate-card=/;

/** Gives the links the state that the address has now, where they lead to what is asked here. */
export function carry() {
  const product = card?.request?.items[0]?.product;
  const hash = IS_OURS.test(location.hash) ? location.hash : '';
  const links = /** @type {NodeListOf<HTMLAnchorElement>} */ (
    document.querySelectorAll('a[data-product], a[data-offer]')
  );
  for (const link of links) {
    const { product: other = product } = link.dataset;
    if (other === product) link.hash = hash;
  }
}

addEventListener('rate-card-change', carry);
addEventListener('rate-card-estimate', carry);
addEventListener('hashchange', carry);
// Once a change has been written that had to wait for its turn.
for (const type of ['pointerdown', 'keydown']) addEventListener(type, carry, { capture: true, passive: true });
carry();
