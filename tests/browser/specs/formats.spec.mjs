// Numbers, money, dates, plurals and lists are written natively as the browser writes them: what a
// page shows first is replaced by what the widget shows then, and nobody is to see it.
import { LANGUAGES } from '../../../scripts/languages.mjs';
import { expect, test } from '../element.mjs';
import { formats } from '../native.mjs';

// Where the program is not current, cargo builds it first.
test.describe.configure({ timeout: 300_000 });

for (const language of LANGUAGES) {
  test(`the native text is that of the browser, ${language}`, async ({ page }) => {
    const rows = formats(language);
    // Every kind has been compared, and no few of each.
    const count = (kind) => rows.filter((row) => row[1] === kind).length;
    for (const kind of ['number', 'plural', 'money', 'date']) expect(count(kind)).toBeGreaterThan(30);
    expect(count('month')).toBe(12);
    expect(count('list')).toBeGreaterThan(4);
    await page.goto('/');
    const differing = await page.evaluate((rows) => {
      // As in src/widget/words/intl.rs.
      const money = (language, [amount, currency]) => {
        const digits = { JPY: 0, KRW: 0, KWD: 3, CLF: 4 }[currency] ?? 2;
        const [minimumFractionDigits, maximumFractionDigits] = amount.includes('.') ? [digits, 20] : [0, 0];
        /** @type {Intl.NumberFormatOptions} */
        const options = { style: 'currency', currency, minimumFractionDigits, maximumFractionDigits };
        return new Intl.NumberFormat(language, options).format(amount);
      };
      const signs = (language, number) => {
        const parts = new Intl.NumberFormat(language).formatToParts(number);
        const of = (wanted) => parts.filter(({ type }) => type === wanted).map(({ value }) => value);
        const whole = of('integer');
        const [last, before = last] = whole.map(({ length }) => length).reverse();
        const digits = [...whole.join('')];
        return `${digits.at(-1)}${digits.slice(0, -1).join('')} ${of('group')[0]}${of('decimal')[0]} (${last}, ${before})`;
      };
      const write = {
        number: (language, number) => new Intl.NumberFormat(language).format(number),
        plural: (language, number) => new Intl.PluralRules(language).select(number),
        money,
        date: (language, date) =>
          new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }).format(Date.parse(date)),
        month: (language, date) =>
          new Intl.DateTimeFormat(language, { month: 'short', timeZone: 'UTC' }).format(Date.parse(date)),
        list: (language, things) =>
          new Intl.ListFormat(language, { type: 'conjunction', style: 'narrow' }).format(things),
        signs,
      };
      return rows
        .map(([language, kind, what, native]) => ({ kind, what, native, browser: write[kind](language, what) }))
        .filter(({ native, browser }) => native !== browser);
    }, rows);
    expect(differing).toEqual([]);
  });
}
