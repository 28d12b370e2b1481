// Whatever number a field shows, it reads: in every language and numbering system that the browser knows.
import { expect, test } from '../element.mjs';

// At the ends of groups, and where a language begins to group.
const NUMBERS = [
  0, 7, 10, 99, 100, 999, 1000, 1234, 9999, 10_000, 12_345, 99_999, 100_000, 1_234_567, 10_000_000, 999_999_999,
  1_000_000_000, 999_999_999_999, 1_000_000_000_000,
];
const SCRIPTS =
  'az-Cyrl bs-Cyrl ff-Adlm ff-Latn ks-Arab ks-Deva mni-Beng mni-Mtei pa-Arab pa-Guru sat-Deva sat-Olck sd-Arab sd-Deva shi-Latn shi-Tfng sr-Cyrl sr-Latn sr-Latn-ME su-Latn uz-Arab uz-Cyrl uz-Latn vai-Latn vai-Vaii yue-Hans yue-Hant zgh zh-Hans zh-Hant zh-Latn'.split(
    ' ',
  );
const REGIONS =
  'af-NA ar-AE ar-DZ ar-EG ar-IQ ar-LY ar-MA ar-SA ar-TD ar-001 bn-IN de-AT de-CH de-LI de-LU en-AT en-AU en-CA en-CH en-DE en-FI en-GB en-IE en-IN en-NL en-SE en-SG en-SI en-US en-ZA es-AR es-CL es-CO es-CR es-ES es-MX es-PE es-US fa-AF fr-BE fr-CA fr-CH fr-LU fr-MA hi-IN id-ID it-CH it-IT ja-JP ms-BN ms-MY ne-IN nl-BE nl-NL ps-PK pt-AO pt-BR pt-CH pt-PT ro-MD ru-UA sw-KE ta-IN ta-MY ur-IN ur-PK zh-HK zh-MO zh-SG zh-TW'.split(
    ' ',
  );

/** All languages by two or three letters, in their scripts and regions, and all numbering systems. */
const tagsOf = (page) =>
  page.evaluate(
    (more) => {
      const letters = [...'abcdefghijklmnopqrstuvwxyz'];
      const two = letters.flatMap((first) => letters.map((second) => first + second));
      const codes = [...two, ...two.flatMap((start) => letters.map((third) => start + third))];
      const known = codes.flatMap((code) => {
        try {
          // Another code than its own is that of a language which is there already.
          return Intl.NumberFormat.supportedLocalesOf(code).filter((tag) => tag === code);
        } catch {
          return [];
        }
      });
      const systems = Intl.supportedValuesOf('numberingSystem');
      // A language whose figures are not shown is read by the digits that are read everywhere: without Chinese ones.
      const anywhere = systems.filter((system) => system !== 'hanidec');
      const numbered = [
        ...systems.map((system) => `en-u-nu-${system}`),
        ...anywhere.map((system) => `de-u-nu-${system}`),
      ];
      const languages = [...known, ...Intl.NumberFormat.supportedLocalesOf(more)];
      // With Arabic digits come Arabic signs, grouped as the language does.
      return { languages: [...languages, ...languages.map((tag) => `${tag}-u-nu-arab`)], numbered };
    },
    [...SCRIPTS, ...REGIONS],
  );

for (const what of /** @type {const} */ (['languages', 'numbered'])) {
  test(`every number is read as it is shown, ${what}`, async ({ page, show }) => {
    test.setTimeout(600_000);
    const card = await (
      await show(`<rate-card product="chat" as-of="2026-11-20" months="${NUMBERS.length}"></rate-card>`)
    )().ready();
    const tags = (await tagsOf(page))[what];
    expect(tags.length).toBeGreaterThan(150);
    const { wrong, digits, read } = await card.host.evaluate(
      async (element, { tags, numbers }) => {
        const { request } = element;
        let series = numbers;
        request.items[0].demand = { mau: series };
        element.request = request;
        await element.settled();
        const [wrong, digits] = [[], new Set()];
        let read = 0;
        const write = (field, text) => {
          field.value = text;
          field.dispatchEvent(new Event('input', { bubbles: true }));
        };
        const leave = (field) => field.dispatchEvent(new Event('change', { bubbles: true }));
        const asked = (place) => element.request.items[0].demand.mau[place];
        for (const tag of tags) {
          element.setAttribute('lang', tag);
          await element.settled();
          const fields = [...element.shadowRoot.querySelectorAll('[data-month] input')];
          const shown = fields.map((field) => field.value);
          for (const letter of shown.join('')) digits.add(letter);
          // What is shown: each field is given the text of the next one, as if it was edited.
          for (const [place, field] of fields.entries()) {
            const next = (place + 1) % fields.length;
            write(field, `${shown[next]} `);
            if (asked(place) !== series[next]) wrong.push([tag, series[next], shown[next], asked(place)]);
          }
          await element.settled();
          for (const [place, field] of fields.entries()) {
            if (field.hasAttribute('aria-invalid')) wrong.push([tag, shown[place], 'is invalid']);
            leave(field);
          }
          series = [...series.slice(1), series[0]];
          // What the language itself writes, whatever language the figures are in, is read or asked about, and never
          // another number.
          const format = new Intl.NumberFormat(tag);
          const next = [...series.slice(1), series[0]];
          for (const [place, field] of fields.entries()) write(field, format.format(next[place]));
          await element.settled();
          for (const [place, field] of fields.entries()) {
            const offered = [...field.closest('li').querySelectorAll('[data-proposal]')];
            const proposed = offered.map((button) => Number(button.dataset.proposal));
            const isWrong = field.hasAttribute('aria-invalid');
            if (isWrong ? !proposed.includes(next[place]) : asked(place) !== next[place]) {
              wrong.push([tag, next[place], field.value, asked(place), proposed]);
            }
            if (!isWrong) read += 1;
            write(field, String(next[place]));
            leave(field);
          }
          series = next;
        }
        return { wrong: wrong.slice(0, 40), digits: digits.size, read };
      },
      { tags, numbers: NUMBERS },
    );
    expect(wrong).toEqual([]);
    // It was no Latin alone, and most of it was not asked about.
    expect(digits).toBeGreaterThan(what === 'numbered' ? 600 : 20);
    expect(read).toBeGreaterThan(tags.length * NUMBERS.length * 0.7);
  });
}

// Digits of any numbering system are read wherever they are written.
test('foreign digits are read', async ({ show }) => {
  const card = await (await show('<rate-card product="chat" as-of="2026-11-20"></rate-card>'))().ready();
  const field = card.host.locator('#dimension-mau');
  const read = await field.evaluate((field) => {
    const host = /** @type {any} */ (field.getRootNode()).host;
    // Chinese ones are words, too, and are read where the language has them.
    const systems = Intl.supportedValuesOf('numberingSystem').filter((system) => system !== 'hanidec');
    return systems.map((system) => {
      field.value = new Intl.NumberFormat(`en-u-nu-${system}`, { useGrouping: false }).format(1234567890);
      field.dispatchEvent(new Event('input', { bubbles: true }));
      const { demand } = host.request.items[0];
      field.value = '';
      field.dispatchEvent(new Event('input', { bubbles: true }));
      return [system, demand?.mau];
    });
  });
  expect(read.length).toBeGreaterThan(70);
  expect(read.filter(([, number]) => number !== 1_234_567_890)).toEqual([]);
});
