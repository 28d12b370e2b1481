// What a visitor does with the calculator, by what can be read on it.
import { expect } from '@playwright/test';

export class Visitor {
  constructor({ host }) {
    this.host = host;
  }

  /** Writes a number into the field with this label, wherever it stands. */
  async type(label, text) {
    const field = this.host.getByLabel(label, { exact: true });
    if (!(await field.isVisible())) await this.#unfold('What else you need');
    await field.click();
    await field.fill(text);
    await field.press('Tab');
  }

  /** Chooses an edition by its name, behind which there may be a badge. */
  async choose(name) {
    await this.host.getByRole('radio', { name: new RegExp(`^${name}( Trial)?$`) }).click();
  }

  /** Chooses how it is billed. */
  async bill(name) {
    await this.host.getByRole('radio', { name: new RegExp(`^${name}`) }).click();
  }

  /** Ticks a feature, by its label. */
  async tick(label) {
    await this.#unfold('Features you need');
    await this.host.getByRole('checkbox', { name: label, exact: true }).click();
  }

  /** Gives a number for each month; the first one stands already. */
  async typeByMonth(label, numbers) {
    await this.host.getByLabel(`Changes by month: ${label}`, { exact: true }).click();
    const months = this.host.getByRole('group', { name: `${label} by month`, exact: true }).getByRole('listitem');
    await expect(months).toHaveCount(numbers.length);
    for (const [month, number] of numbers.entries()) {
      const field = months.nth(month).getByRole('textbox');
      await field.fill(number);
      await field.press('Tab');
    }
  }

  /** Adds calls by their length to the field with this label. */
  async typeCalls(label, calls) {
    const field = this.host.locator('[part="field"]').filter({ has: this.host.page().getByLabel(label, { exact: true }) });
    await field.getByText('Add calls by their length').click();
    for (const [row, [count, seconds]] of calls.entries()) {
      await field.getByLabel('Calls', { exact: true }).nth(row).fill(count);
      await field.getByLabel('Seconds each', { exact: true }).nth(row).fill(seconds);
    }
  }

  async #unfold(title) {
    const summary = this.host.locator('summary', { hasText: title });
    if (!(await summary.locator('..').evaluate((details) => details.open))) await summary.click();
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
      const [month] = all('[data-total="month"]', value);
      return {
        total: whole,
        per_month: month,
        lines: all('[part="line"]', (line) => [line.dataset.charge, line.dataset.kind, value(line.querySelector('[part="amount"]'))]),
        problems: all('[part="problem"]', ({ dataset }) => [dataset.problem, dataset.subject]),
        packs: all('[data-packs]', (packs) => [
          packs.dataset.packs,
          all('[data-pack]', ({ dataset }) => [Number(dataset.month), Number(dataset.pack)], packs),
        ]),
      };
    });
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
