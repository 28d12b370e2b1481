// What a visitor does in prerendered content before the widget is there is carried over to it. Until then
// it is said that the prices are not the answer to it. The element loads this only where there is such
// content.

const FIELDS = 'input, select, textarea';
const CONTROLS = `${FIELDS}, button`;
/** What shows prices, by its part. */
const PRICES = ['total', 'lines', 'quotas', 'packs', 'schedule', 'comparison', 'drawing', 'features', 'products'];

/**
 * Watches the prerendered content of a shadow root.
 *
 * @param {ShadowRoot} root
 * @returns {{ composed(): Promise<void>, collect(): () => Promise<void>, fail(message: Element): void }}
 *   `composed` waits while an input method is at work, which would be broken off; `collect` remembers what
 *   the visitor has done and gives a function that does it in what has been put beside the old content
 *   since; `fail` has nothing changed any more, and shows a message: the widget will not come.
 */
export function watch(root) {
  let composing = false;
  let ended = () => {};
  // The widget comes into the same root: what is done in that is no business of this.
  const watching = new AbortController();
  const { signal } = watching;
  const on = (type, now) =>
    root.addEventListener(
      type,
      () => {
        composing = now;
        if (!now) ended();
      },
      { signal },
    );
  on('compositionstart', true);
  // One that had begun before tells of itself by this.
  on('compositionupdate', true);
  on('compositionend', false);
  let pressed;
  root.addEventListener(
    'click',
    (event) => {
      const target = /** @type {Element} */ (event.target);
      pressed = target.closest('button[id]:not(#retry)') ?? pressed;
    },
    { signal },
  );
  /** What was entered before the fields were put back. */
  let kept;
  const tell = () => {
    // What is put back to what it was is entered no more.
    if (!kept) say(root, pressed || fieldsOf(root).some(isChanged) ? 'loading' : undefined);
  };
  for (const type of ['input', 'change', 'click']) root.addEventListener(type, tell, { signal });
  // What was done before this was here.
  tell();
  return {
    async composed() {
      while (composing) {
        await new Promise((resolve) => (ended = () => resolve(undefined)));
        // What was composed is in the field after the event.
        await new Promise((resolve) => setTimeout(resolve));
      }
    },
    collect() {
      const carryOver = collect(root, kept ?? entered(root), pressed);
      return () => {
        watching.abort();
        return carryOver();
      };
    },
    fail(message) {
      kept ??= entered(root);
      const hadFocus = root.activeElement?.matches(CONTROLS);
      for (const field of fieldsOf(root)) putBack(field);
      for (const control of root.querySelectorAll(CONTROLS)) /** @type {any} */ (control).disabled = true;
      const tabs = root.querySelector('[role="tablist"]');
      if (tabs) /** @type {HTMLElement} */ (tabs).hidden = true;
      say(root, 'failed', message);
      const again = message.querySelector('button');
      again?.addEventListener('click', () => {
        say(root, 'loading', message);
        again.focus({ preventScroll: true });
      });
      if (hadFocus) again?.focus({ preventScroll: true });
    },
  };
}

const fieldsOf = (root) => [...root.querySelectorAll(FIELDS)];

/** What was entered: in which fields, and what. */
function entered(root) {
  return fieldsOf(root)
    .filter(isChanged)
    .map((field) => ({ find: finder(root, field), value: field.value, checked: field.checked }));
}

/**
 * Says of the prices that they are not the answer to what was entered, and for which numbers they stand; or
 * nothing of that, where nothing was entered.
 *
 * @param {'loading' | 'failed' | undefined} stale
 * @param {Element} [message]
 */
function say(root, stale, message) {
  const section = root.querySelector('section');
  if (section.dataset.stale === stale && !message) return;
  if (stale) section.dataset.stale = stale;
  else delete section.dataset.stale;
  const isLoading = stale === 'loading';
  for (const part of PRICES) {
    const prices = root.querySelector(`[part="${part}"]`);
    if (isLoading) prices?.setAttribute('aria-busy', 'true');
    else prices?.removeAttribute('aria-busy');
  }
  for (const said of root.querySelectorAll('[data-said]')) said.remove();
  const announcement = root.querySelector('[part="announcement"]');
  if (announcement) announcement.textContent = '';
  if (!stale) return;
  const words = section.querySelector(':scope > template')?.content.cloneNode(true) ?? new DocumentFragment();
  const calculating = words.querySelector('[part="calculating"]');
  if (!isLoading) calculating?.remove();
  else if (announcement) announcement.textContent = calculating?.textContent ?? '';
  const box = document.createElement('div');
  box.dataset.said = '';
  box.append(words);
  if (message) box.append(message);
  const total = root.querySelector('[part="total"]');
  if (total) total.append(box);
  else root.querySelector('[part="panel"]')?.prepend(box);
}

function collect(root, fields, pressed) {
  const old = [...root.childNodes];
  const details = [...root.querySelectorAll('details')].map((it) => ({
    find: finder(root, it),
    open: it.open,
  }));
  const press = pressed && finder(root, pressed);
  // The button to try again goes away.
  const focused = root.activeElement?.id === 'retry' ? root.getElementById('name') : root.activeElement;
  const focus = focused && { find: finder(root, focused), selection: selectionOf(focused) };

  return async () => {
    // What has just been mounted sets its properties in microtasks. Nothing is painted before the
    // last of them.
    await null;
    const isLive = (node) => !old.some((gone) => gone.contains(node));
    // Before numbers change, which may change what there is to open.
    for (const { find, open } of details) {
      const live = find(isLive);
      if (live) live.open = open;
    }
    const live = focus?.find(isLive);
    // While the old element still has the focus, so that it goes from one to the other.
    live?.focus({ preventScroll: true });
    for (const { find, value, checked } of fields) {
      const field = find(isLive);
      if (field) enter(field, value, checked, field === live);
    }
    if (live && focus.selection) live.setSelectionRange(...focus.selection);
    // Last, as it may take all of that away: what was pressed had nothing to answer it.
    press?.(isLive)?.click();
  };
}

/** Whether a field says something else than the page. */
function isChanged(field) {
  if (field.options) return [...field.options].some((it) => it.selected !== it.defaultSelected);
  if (isTicked(field)) return field.checked !== field.defaultChecked;
  return field.value !== field.defaultValue;
}

/** Has a field say again what the page says. */
function putBack(field) {
  if (field.options) for (const it of field.options) it.selected = it.defaultSelected;
  else if (isTicked(field)) field.checked = field.defaultChecked;
  else field.value = field.defaultValue;
}

function isTicked(field) {
  return field.type === 'radio' || field.type === 'checkbox';
}

/** Does what the visitor has done, with the events that it would have caused. */
function enter(field, value, checked, isFocused) {
  if (isTicked(field)) {
    // Of a group, the one that is ticked says it all.
    if (field.checked === checked || (field.type === 'radio' && !checked)) return;
    field.checked = checked;
  } else {
    field.value = value;
  }
  const tell = (type) => field.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
  tell('input');
  // The browser does not tell of the end of what it has not seen being typed.
  const change = () => tell('change');
  if (isFocused && !isTicked(field) && !field.options) field.addEventListener('blur', change, { once: true });
  else change();
}

function selectionOf(field) {
  // Fields without a caret have none, or refuse to tell.
  const { selectionStart: start, selectionEnd: end, selectionDirection: direction } = field;
  return Number.isInteger(start) ? [start, end, direction] : undefined;
}

/** Finds an element again in an equal tree: by its id, by name and value, or by its place. */
function finder(root, element) {
  const { id, localName, name, value } = element;
  const quoted = (text) => `"${CSS.escape(text)}"`;
  let selector = localName;
  if (id) selector = `#${CSS.escape(id)}`;
  else if (name) selector += `[name=${quoted(name)}]${isTicked(element) ? `[value=${quoted(value)}]` : ''}`;
  const before = [...root.querySelectorAll(selector)];
  const index = before.indexOf(element);
  return (isLive) => {
    const now = [...root.querySelectorAll(selector)].filter(isLive);
    return now.length === before.length ? now[index] : undefined;
  };
}
