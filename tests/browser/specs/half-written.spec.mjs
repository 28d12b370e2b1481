// A language that is set while the visitor is at work: the field is the same field, with the focus, the caret and what is
// half written in it.
import { expect, test } from '../element.mjs';

const element = (product, more) =>
  `<rate-card product="${product}" as-of="2026-11-20" months="3" lang="en" ${more}></rate-card>`;
const CHAT = 'view="calculator compare matrix chart" demand="mau=12000"';
const VOICE = 'view="calculator compare chart" demand="applications=1 concurrency=5 minutes=9500"';

const speak = async (card, lang) => {
  await card.host.evaluate((element, lang) => element.setAttribute('lang', lang), lang);
  await card.settled();
};

/** What has the focus: its id, what stands in it, and where the caret is. */
const focused = (card) =>
  card.host.evaluate(({ shadowRoot }) => {
    const field = /** @type {HTMLInputElement} */ (shadowRoot.activeElement);
    return field && [field.id, field.value, field.selectionStart];
  });

/** Writes a text into a field, and puts the caret behind its first letter. */
async function begin(card, id, text) {
  const field = card.host.locator(`[id="${id}"]`);
  await field.fill(text);
  await field.evaluate((field) => {
    const input = /** @type {HTMLInputElement} */ (field);
    input.focus();
    input.setSelectionRange(1, 1);
  });
}

async function staysHalfWritten(card, id, text) {
  await begin(card, id, text);
  const before = await focused(card);
  expect(before).toEqual([id, text, 1]);
  for (const lang of ['ja', 'id', 'en']) {
    await speak(card, lang);
    expect(await focused(card), `${id} in ${lang}`).toEqual(before);
  }
}

test('what is half written in a number stays as it is written', async ({ show }) => {
  const card = await (await show(element('chat', CHAT)))().ready();
  await staysHalfWritten(card, 'dimension-mau', '2500');
  // It goes on where it was left.
  await speak(card, 'ja');
  await card.host.locator('[id="dimension-mau"]').press('End');
  await card.host.locator('[id="dimension-mau"]').pressSequentially('0');
  await card.settled();
  expect(await card.host.evaluate((element) => element.request.items[0].demand.mau)).toBe(25000);
  await speak(card, 'en');
  await staysHalfWritten(card, 'months', '12 mo');
  await card.host.locator('[part~="needs"] > summary').click();
  await staysHalfWritten(card, 'feature-search', 'gro');
});

test('so it does in the numbers of months, in what they grow by, and in searches', async ({ show }) => {
  const card = await (await show(element('chat', CHAT)))().ready();
  await card.host.locator('[part~="by-month"] input').first().check();
  await staysHalfWritten(card, 'dimension-mau-1', '2500');
  await staysHalfWritten(card, 'dimension-mau-growth', '5');
  await staysHalfWritten(card, 'dimension-mau-target', '60k');
  await card.host.getByRole('tab', { name: 'Features', exact: true }).click();
  await staysHalfWritten(card, 'find', 'gro');
  const shown = () => card.host.locator('tr[part="feature"]:visible').count();
  const all = await card.host.locator('tr[part="feature"]').count();
  expect(await shown()).toBeLessThan(all);
});

test('half of a day stays, and its error is said in the other language', async ({ show }) => {
  const card = await (await show(element('chat', CHAT)))().ready();
  const day = card.host.locator('#start');
  await day.focus();
  await day.press('Delete');
  const isHalf = () =>
    day.evaluate((field) => {
      const input = /** @type {HTMLInputElement} */ (field);
      return [input.validity.badInput, input.value];
    });
  expect(await isHalf()).toEqual([true, '']);
  await speak(card, 'ja');
  expect(await isHalf()).toEqual([true, '']);
  await expect(day).toBeFocused();
  await expect(card.host.locator('#start-error')).toContainText('2999');
  // In another view and back, the field is a new one.
  await speak(card, 'en');
  await card.host.getByRole('tab', { name: 'Features', exact: true }).click();
  await card.host.getByRole('tab', { name: 'Calculator', exact: true }).click();
  await expect(day).toHaveValue('2026-11-20');
  await expect(card.host.locator('#start-error')).toBeEmpty();
});

for (const [product, more, views] of /** @type {const} */ ([
  ['chat', CHAT, ['calculator', 'compare', 'matrix', 'chart']],
  ['voice-agent', VOICE, ['calculator', 'compare', 'chart']],
])) {
  for (const view of views) {
    test(`${product}, ${view}: whatever has the focus keeps it`, async ({ show }) => {
      test.setTimeout(300_000);
      const card = await (await show(element(product, more)))().ready();
      await card.host.evaluate((element, view) => element.setAttribute('view', view), view);
      await card.settled();
      await card.host.evaluate(({ shadowRoot }) => {
        for (const details of shadowRoot.querySelectorAll('details')) details.open = true;
      });
      const { count, lost } = await card.host.evaluate(async (element) => {
        const { shadowRoot } = element;
        const controls = [...shadowRoot.querySelectorAll('button, input, select, summary, [tabindex]')];
        const seen = /** @type {HTMLElement[]} */ (controls.filter((control) => control.checkVisibility()));
        const lost = [];
        for (const [index, control] of seen.entries()) {
          control.focus();
          if (shadowRoot.activeElement !== control) continue;
          element.setAttribute('lang', ['ja', 'id', 'en'][index % 3]);
          await element.settled();
          if (shadowRoot.activeElement !== control) lost.push(control.outerHTML);
        }
        return { count: seen.length, lost };
      });
      expect(lost).toEqual([]);
      expect(count).toBeGreaterThan(view === 'chart' ? 1 : 5);
    });
  }
}
