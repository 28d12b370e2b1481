// Keys that the widget uses, and the shortcuts of the page around it.
import { collect, expect, test } from '../element.mjs';

const VIEWS = 'calculator compare matrix chart';
const EVERY = `<rate-card product="contact-center" as-of="2026-11-20" months="3" view="${VIEWS}"></rate-card>`;
const CN = `<rate-card product="contact-center-cn" as-of="2026-11-20" months="3" view="${VIEWS}"></rate-card>`;

/** What reaches a page that listens as libraries of shortcuts do, in `window.heard`. */
test.beforeEach(async ({ page }) => {
  await collect(page, 'rate-card-error', 'errors');
  await page.addInitScript(() => {
    window.heard = [];
    for (const type of ['keydown', 'keypress', 'keyup']) {
      addEventListener(type, (event) => window.heard.push(`${type} ${/** @type {KeyboardEvent} */ (event).key}`));
    }
  });
});

const heard = (page) => page.evaluate(() => window.heard.splice(0));

const TYPED = ['a', 'S', '/', '?', '1', ' ', 'é', '中', 'Backspace', 'Delete', 'Dead', 'Process'];
const MOVED = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown', 'Enter'];
const LEFT = ['Escape', 'Tab', 'F1', 'F5', 'F12', 'Shift', 'Control'];

/** Tells every control of the view of these keys, as a keyboard does; gives what it heard of, control by control. */
const tell = (page, selector, keys, modifiers = {}) =>
  page.evaluate(
    ({ selector, keys, modifiers }) => {
      const root = document.querySelector('rate-card').shadowRoot;
      const controls = [...root.querySelectorAll(selector)];
      const heard = [];
      for (const control of controls) {
        for (const key of keys) {
          for (const type of ['keydown', 'keypress', 'keyup']) {
            window.heard.length = 0;
            const event = { key, bubbles: true, cancelable: true, composed: true, ...modifiers };
            control.dispatchEvent(new KeyboardEvent(type, event));
            heard.push({ of: `${control.localName}.${control.type ?? ''} ${type} ${key}`, times: window.heard.length });
          }
        }
      }
      window.heard.length = 0;
      return { count: controls.length, heard };
    },
    { selector, keys, modifiers },
  );

async function openAll(page, card, view) {
  const tab = card.host.locator(`[role="tab"][data-view="${view}"]`);
  await tab.click();
  await card.settled();
  await page.evaluate(() => {
    const root = document.querySelector('rate-card').shadowRoot;
    for (const details of root.querySelectorAll('details')) details.open = true;
  });
}

for (const view of VIEWS.split(' ')) {
  test(`every control keeps the keys that it uses, and no others: ${view}`, async ({ page, show }) => {
    const card = await (await show(CN))().ready();
    await openAll(page, card, view);
    const FIELDS = 'input, select, textarea';
    const PRESSED = 'button, summary, [tabindex="0"]';
    const fields = await tell(page, FIELDS, [...TYPED, ...MOVED]);
    expect(fields.count).toBeGreaterThan(0);
    expect(fields.heard.filter(({ times }) => times > 0)).toEqual([]);
    const pressed = await tell(page, PRESSED, [' ', ...MOVED]);
    expect(pressed.count).toBeGreaterThan(3);
    expect(pressed.heard.filter(({ times }) => times > 0)).toEqual([]);
    for (const [keys, modifiers] of [
      [LEFT, {}],
      [[...TYPED.slice(0, 5), ...MOVED], { ctrlKey: true }],
      [[...TYPED.slice(0, 5), ...MOVED], { metaKey: true }],
      [MOVED, { altKey: true }],
    ]) {
      const left = await tell(page, `${FIELDS}, ${PRESSED}`, keys, modifiers);
      expect(left.heard.filter(({ times }) => times !== 1)).toEqual([]);
    }
    // On a button, letters are nobody's but the page's.
    const letters = await tell(page, 'button', ['a', '/']);
    expect(letters.heard.filter(({ times }) => times !== 1)).toEqual([]);
  });
}

test('what is typed arrives, whatever shortcuts the page has', async ({ page, show }) => {
  const card = await (await show(EVERY))().ready();
  // As such libraries do: a field is spared that the event comes from.
  await page.evaluate(() =>
    document.addEventListener('keydown', (event) => {
      const target = /** @type {HTMLElement} */ (event.target);
      if (!['INPUT', 'SELECT', 'TEXTAREA'].includes(target.tagName)) event.preventDefault();
    }),
  );
  const field = card.field('Months');
  await field.fill('');
  await field.pressSequentially('12');
  await expect(field).toHaveValue('12');
  await field.press('Backspace');
  await expect(field).toHaveValue('1');
  await field.press('Home');
  await field.press('2');
  await expect(field).toHaveValue('21');
  await card.edition('Standard').focus();
  await page.keyboard.press('ArrowRight');
  await expect(card.edition('Premium')).toBeChecked();
  await card.host.getByRole('tab').first().focus();
  await page.keyboard.press('End');
  await expect(card.host.getByRole('tab').last()).toHaveAttribute('aria-selected', 'true');
  const slider = card.host.locator('input[type="range"]');
  const before = await slider.inputValue();
  await slider.focus();
  await page.keyboard.press('ArrowRight');
  expect(await slider.inputValue()).not.toBe(before);
  expect(await heard(page)).toEqual([]);
});

test('the host’s own buttons and fields keep their keys for the page', async ({ page, show }) => {
  const inside = '<span slot="action"><input id="own"></span>';
  const card = await (await show(EVERY.replace('></rate', `>${inside}</rate`)))().ready();
  await card.host.locator('#own').press('a');
  expect(await heard(page)).toEqual(['keydown a', 'keypress a', 'keyup a']);
});

test('in prices that the page came with, too, before the element runs', async ({ page }) => {
  await page.route('**/*.wasm', () => {});
  await page.goto('/chat.html');
  await page.waitForFunction(() => customElements.get('rate-card'));
  const field = page.locator('rate-card').getByLabel('Monthly active users', { exact: true }).first();
  await field.press('7');
  expect(await heard(page)).toEqual([]);
  await expect(field).toHaveValue(/7/);
});

test('letters of a third level are written, not pressed', async ({ page, show }) => {
  await (await show(EVERY))().ready();
  const written = await tell(page, 'input', ['@', '€'], { ctrlKey: true, altKey: true, modifierAltGraph: true });
  expect(written.heard.filter(({ times }) => times > 0)).toEqual([]);
  const composed = await tell(page, 'input', ['a', 'Enter', 'Escape'], { isComposing: true });
  expect(composed.heard.filter(({ times }) => times > 0)).toEqual([]);
});

test('a key without a name is no fault', async ({ page, show }) => {
  const card = await (await show(EVERY))().ready();
  await card.field('Months').evaluate((field) => {
    field.dispatchEvent(new Event('keydown', { bubbles: true, composed: true }));
    field.getRootNode().dispatchEvent(new KeyboardEvent('keydown', { key: 'a', composed: true }));
  });
  await expect(card.total).toBeVisible();
});
