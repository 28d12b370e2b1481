// The script of the custom element <rate-card>, which scripts/bundle.sh makes into pkg/element.js.
//
// The element is defined at once; the WebAssembly module is fetched when the first one comes near the
// screen, and shared by all of them. What is set before that is kept until then. What only some pages
// need stands in on-demand/: each is a file of its own in the package, too, fetched where it is needed.

import { RateCardElement } from './rate-card.js';

const TAG = 'rate-card';

// A second copy of this module leaves the first one alone.
if (globalThis.customElements && !customElements.get(TAG)) {
  customElements.define(TAG, RateCardElement);
}

export { RateCardElement };
