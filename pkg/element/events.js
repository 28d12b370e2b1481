// The events of the element. All bubble, out of shadow roots, too.

/** The visitor has changed what is asked, or the view that is shown. */
export function tellChange(element, { request, estimate }) {
  dispatch(element, 'rate-card-change', { request, estimate });
}

/** Another answer is shown, whoever asked for it; `null` where the question has none. */
export function tellEstimate(element, { request, estimate }) {
  dispatch(element, 'rate-card-estimate', { request, estimate });
}

/** Something is wrong with what the element was given, or it cannot run. */
export function tellError(element, { code, path, message }) {
  dispatch(element, 'rate-card-error', { code, path, message });
}

function dispatch(element, type, detail) {
  element.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
}
