// What a visitor does with the calculator, by what can be read on it.
import { expect } from '@playwright/test';

/** A visitor with a mouse. */
export class Visitor {
  constructor({ host }) {
    this.host = host;
  }

  async press(control) {
    await control.click();
  }

  async write(field, text) {
    await field.click();
    await field.fill(text);
    await field.press('Tab');
  }

  /** Writes a number into the field with this label, wherever it stands. */
  async type(label, text) {
    const field = this.host.getByLabel(label, { exact: true });
    if (!(await field.isVisible())) await this.#unfold('What else you need');
    await this.write(field, text);
  }

  /** Chooses an edition by its name, behind which there may be a badge. */
  async choose(name) {
    await this.press(this.host.getByRole('radio', { name: new RegExp(`^${name}( Trial)?$`) }));
  }

  /** Chooses how it is billed. */
  async bill(name) {
    await this.press(this.host.getByRole('radio', { name: new RegExp(`^${name}`) }));
  }

  /** Ticks a feature, by its label. */
  async tick(label) {
    await this.#unfold('Features you need');
    await this.press(this.host.getByRole('checkbox', { name: label, exact: true }));
  }

  /** Gives a number for each month; the first one stands already. */
  async typeByMonth(label, numbers) {
    await this.press(this.host.getByLabel(`Changes by month: ${label}`, { exact: true }));
    const months = this.host.getByRole('group', { name: `${label} by month`, exact: true }).getByRole('listitem');
    await expect(months).toHaveCount(numbers.length);
    for (const [month, number] of numbers.entries()) {
      await this.write(months.nth(month).getByRole('textbox'), number);
    }
  }

  /** Adds calls by their length to the field with this label. */
  async typeCalls(label, calls) {
    const field = this.host
      .locator('[part="field"]')
      .filter({ has: this.host.page().getByLabel(label, { exact: true }) });
    await this.press(field.locator('summary', { hasText: 'Add calls by their length' }));
    for (const [row, [count, seconds]] of calls.entries()) {
      await this.write(field.getByLabel('Calls', { exact: true }).nth(row), count);
      await this.write(field.getByLabel('Seconds each', { exact: true }).nth(row), seconds);
    }
  }

  async #unfold(title) {
    const summary = this.host.locator('summary', { hasText: title });
    if (!(await summary.locator('..').evaluate((details) => details.open))) await this.press(summary);
  }

  /** Whatever the calculator shows of the answer, exactly. */
  async reads() {
    await this.host.evaluate((element) => element.settled());
    const closed = this.host.locator('[data-packs] details:not([open], [hidden]) summary');
    while (await closed.count()) await closed.first().click();
    await this.host.evaluate((element) => element.settled());
    return this.host.evaluate(({ shadowRoot }) => {
      const all = (selector, read, root = shadowRoot) => [...root.querySelectorAll(selector)].map(read);
      const value = (node) => node.dataset.value;
      const [whole] = all('[data-total="whole"]', value);
      // A month's share of the total may be rounded.
      const [month] = all('[data-total="month"]', ({ dataset }) => dataset.rounded ?? dataset.value);
      return {
        total: whole,
        per_month: month,
        lines: all('[part="line"]', (line) => [
          line.dataset.charge,
          line.dataset.kind,
          value(line.querySelector('[part="amount"]')),
        ]),
        problems: all('[part="problem"]', ({ dataset }) => [dataset.problem, dataset.subject]),
        packs: all('[data-packs]', (packs) => [
          packs.dataset.packs,
          all('[data-pack]', ({ dataset }) => [Number(dataset.month), Number(dataset.pack)], packs),
        ]),
      };
    });
  }
}

/** The most controls that there are on a page. */
const MOST = 200;

/** A visitor with a keyboard alone: Tab from control to control, arrows between radio buttons. */
export class KeyboardVisitor extends Visitor {
  get #keyboard() {
    return this.host.page().keyboard;
  }

  async press(control) {
    const isRadio = (await control.getAttribute('type')) === 'radio';
    await this.#reach(control, isRadio);
    for (let left = MOST; isRadio && left > 0 && !(await control.isChecked()); left -= 1)
      await this.#keyboard.press('ArrowDown');
    if (!isRadio) await this.#keyboard.press('Space');
  }

  async write(field, text) {
    await this.#reach(field, false);
    await this.#keyboard.press('Control+A');
    await this.#keyboard.type(text);
    await this.#keyboard.press('Tab');
  }

  /** Tab stops at one radio button of a group, whichever is wanted. */
  async #reach(control, isGroup) {
    await expect(control).toBeVisible();
    for (let left = MOST; left > 0; left -= 1) {
      const isThere = await control.evaluate((wanted, isGroup) => {
        const focused = wanted.getRootNode().activeElement;
        return focused === wanted || (isGroup && focused?.type === 'radio' && focused.name === wanted.name);
      }, isGroup);
      if (isThere) return;
      await this.#keyboard.press('Tab');
    }
    throw new Error(`No key leads to ${control}`);
  }
}

/** The same of a reply of `estimate` with one item. */
export function told({ items: [item] }) {
  return {
    total: item.total,
    per_month: item.per_month,
    lines: item.lines.map(({ charge, kind, amount }) => [charge, kind, amount]),
    problems: item.problems.map(({ code, dimension, feature }) => [code, dimension ?? feature]),
    packs: item.packs
      .filter(({ purchases }) => purchases.length > 0)
      .map(({ charge, purchases }) => [charge, purchases.map(({ month, quantity }) => [month, quantity])]),
  };
}
