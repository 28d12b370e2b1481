// Further rate cards from the host's own address: fetched only where an element has `cards`.

/** @type {Map<string, Promise<string>>} Elements that ask at the same time share one answer. */
const underWay = new Map();

/** The text at an address, which is relative to the page. */
export function fetchCards(address) {
  const url = new URL(address, document.baseURI).href;
  if (!underWay.has(url)) {
    const text = fetchText(url, address).finally(() => underWay.delete(url));
    underWay.set(url, text);
  }
  return underWay.get(url);
}

async function fetchText(url, address) {
  const fault = (why) => ({ code: 'unavailable', path: 'cards', message: `${address}: ${why}` });
  const response = await fetch(url).catch((error) => {
    throw fault(error.message);
  });
  if (!response.ok) throw fault(`HTTP status ${response.status}`);
  return response.text();
}
