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
      const numbered = systems.flatMap((system) => [`en-u-nu-${system}`, `de-u-nu-${system}`]);
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
    const { wrong, digits, signs } = await card.host.evaluate(
      async (element, { tags, numbers }) => {
        const { request } = element;
        let series = numbers;
        request.items[0].demand = { mau: series };
        element.request = request;
        const wrong = [];
        const [digits, signs] = [new Set(), new Set()];
        for (const tag of tags) {
          element.setAttribute('lang', tag);
          await element.settled();
          const fields = [...element.shadowRoot.querySelectorAll('[data-month] input')];
          const shown = fields.map((field) => field.value);
          for (const letter of shown.join('')) (/[\p{N}一二三四五六七八九]/u.test(letter) ? digits : signs).add(letter);
          // The browser's own text; each field is given that of the next one, as if it was edited.
          const format = new Intl.NumberFormat(tag);
          for (const [place, field] of fields.entries()) {
            const next = (place + 1) % fields.length;
            if (shown[place] !== format.format(series[place]))
              wrong.push([tag, series[place], shown[place], 'is shown']);
            field.value = `${shown[next]} `;
            field.dispatchEvent(new Event('input', { bubbles: true }));
            const asked = element.request.items[0].demand.mau[place];
            if (asked !== series[next]) wrong.push([tag, series[next], shown[next], asked]);
            if (field.value !== `${shown[next]} `) wrong.push([tag, series[next], shown[next], 'is changed']);
          }
          await element.settled();
          for (const [place, field] of fields.entries()) {
            if (field.hasAttribute('aria-invalid')) wrong.push([tag, shown[place], 'is invalid']);
            field.dispatchEvent(new Event('change', { bubbles: true }));
          }
          series = [...series.slice(1), series[0]];
        }
        return { wrong: wrong.slice(0, 40), digits: digits.size, signs: [...signs] };
      },
      { tags, numbers: NUMBERS },
    );
    expect(wrong).toEqual([]);
    // It was no Latin alone.
    expect(digits).toBeGreaterThan(what === 'numbered' ? 600 : 100);
    if (what === 'languages') {
      expect(signs).toEqual(expect.arrayContaining([',', '.', '’', '\u{a0}', '\u{202f}', '٬']));
    }
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
