// In the visitor's language: what is loaded for it, and what is said.
import { LANGUAGES, sentence } from '../../../scripts/languages.mjs';
import { expect, test } from '../element.mjs';

const PER_MONTH = Object.fromEntries(LANGUAGES.map((tag) => [tag, sentence(tag, 'ui-per-month')]));
const chat = (lang, more = '') =>
  `<rate-card product="chat" as-of="2026-11-20" demand="mau=25000" lang="${lang}" ${more}></rate-card>`;

/** The language files that the page asks for, in their order. */
function asked(page) {
  const files = [];
  page.on('request', (request) => {
    const file = /\/locales\/(.*)\.json$/.exec(new URL(request.url()).pathname);
    if (file) files.push(file[1]);
  });
  return files;
}

const section = (card) => card.host.locator('section').first();
const speak = (card, lang) => card.host.evaluate((element, lang) => element.setAttribute('lang', lang), lang);

for (const [lang, file, said] of /** @type {const} */ ([
  ['en', [], 'en'],
  ['en-GB', [], 'en'],
  ['fr', [], 'en'],
  ['', [], 'en'],
  ['nonsense_tag', [], 'en'],
  ['zh-CN', ['zh-CN'], 'zh-CN'],
  ['zh', ['zh-CN'], 'zh-CN'],
  ['zh-Hant-TW', ['zh-CN'], 'zh-CN'],
  ['JA-jp', ['ja'], 'ja'],
  ['in', ['id'], 'id'],
])) {
  test(`lang="${lang}" loads ${file.join() || 'nothing'} and is said in ${said}`, async ({ page, show }) => {
    const files = asked(page);
    const card = await (await show(chat(lang)))().ready();
    await expect(section(card)).toHaveAttribute('lang', said);
    await expect(card.total).toContainText(PER_MONTH[said]);
    expect(files).toEqual(file);
  });
}

test('the first paint is in the language already', async ({ page, show }) => {
  /** @type {(value?: unknown) => void} */
  let release;
  const held = new Promise((resolve) => (release = resolve));
  await page.route('**/locales/ja.json', async (route) => {
    await held;
    await route.continue();
  });
  const card = (await show(`<rate-card product="chat" lang="ja"><p>Prices</p></rate-card>`))();
  await page.evaluate(() => customElements.whenDefined('rate-card'));
  await expect(card.host.getByText('Prices')).toBeVisible();
  expect(await card.host.locator('section').count()).toBe(0);
  release();
  await card.ready();
  await expect(section(card)).toHaveAttribute('lang', 'ja');
});

test('another language at run time, and back', async ({ page, show }) => {
  const files = asked(page);
  const card = await (await show(chat('en')))().ready();
  for (const lang of ['ja', 'zh-CN', 'ja', 'en', 'id']) {
    await speak(card, lang);
    await card.settled();
    await expect(section(card)).toHaveAttribute('lang', lang);
    await expect(card.total).toContainText(PER_MONTH[lang]);
    await expect(card.total).toHaveAttribute('data-value', '624');
  }
  expect(files).toEqual(['ja', 'zh-CN', 'id']);
});

test('the last of several languages set at once is said', async ({ show }) => {
  const card = await (await show(chat('en')))().ready();
  await card.host.evaluate((element) => {
    for (const lang of ['zh-CN', 'ja', 'id']) element.lang = lang;
  });
  await card.settled();
  await expect(section(card)).toHaveAttribute('lang', 'id');
});

test('the page changes its language, and the element follows', async ({ page, show }) => {
  const card = await (await show('<main><rate-card product="chat"></rate-card></main>'))().ready();
  await page.evaluate(() => (document.documentElement.lang = 'zh-CN'));
  await expect(section(card)).toHaveAttribute('lang', 'zh-CN');
  await page.evaluate(() => (document.querySelector('main').lang = 'ja'));
  await expect(section(card)).toHaveAttribute('lang', 'ja');
});

test('two elements in two languages, a third shares a file', async ({ page, show }) => {
  const files = asked(page);
  const card = await show(chat('zh-CN', 'id="a"') + chat('ja', 'id="b"') + chat('zh', 'id="c"'));
  const [a, b, c] = [await card('#a').ready(), await card('#b').ready(), await card('#c').ready()];
  await expect(a.edition('标准版')).toBeChecked();
  await expect(b.edition('スタンダード')).toBeChecked();
  await expect(c.edition('标准版')).toBeChecked();
  await b.edition('プレミアム').check();
  await expect(b.total).toHaveAttribute('data-value', '924');
  await expect(a.total).toHaveAttribute('data-value', '624');
  expect(files.sort()).toEqual(['ja', 'zh-CN']);
});

for (const [what, handle] of /** @type {const} */ ([
  ['missing', (route) => route.fulfill({ status: 404, body: 'not here' })],
  ['something else', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html>' })],
])) {
  test(`with the file ${what}, English is said, and the page is told once`, async ({ page, show, complaints }) => {
    await page.addInitScript(() => {
      window.errors = [];
      addEventListener('rate-card-error', ({ detail: { code, path } }) => errors.push(`${code} at ${path}`));
      addEventListener('unhandledrejection', (event) => errors.push(String(event.reason)));
    });
    await page.route('**/locales/*', handle);
    const card = await (await show(chat('ja')))().ready();
    await expect(section(card)).toHaveAttribute('lang', 'en');
    await expect(card.total).toContainText('per month');
    expect(await page.evaluate(() => errors)).toEqual(['unavailable at lang']);
    // Nothing of the language that is not there: neither its figures nor its dates.
    await expect(card.whole).toHaveText('In all$624 for 1 month');
    await expect(card.host.locator('[part="total"]')).toContainText('Nov 20, 2026');
    // What the visitor does is not told of again; another language that is not there is.
    await card.edition('Premium').check();
    await speak(card, 'zh-CN');
    await card.settled();
    await expect(card.total).toContainText('per month');
    expect(await page.evaluate(() => errors)).toEqual(['unavailable at lang', 'unavailable at lang']);
    // What the browser itself says of a request that failed.
    expect(complaints.filter((text) => !text.includes('Failed to load resource'))).toEqual([]);
    complaints.length = 0;
    // Whoever asks next tries anew.
    await page.unroute('**/locales/*');
    for (const lang of ['id', 'ja']) {
      await speak(card, lang);
      await expect(section(card)).toHaveAttribute('lang', lang);
    }
    expect(await page.evaluate(() => errors.length)).toBe(2);
  });
}

test('what cannot be shown is said in the language; the event tells it in English', async ({
  page,
  show,
  complaints,
}) => {
  await page.addInitScript(() => {
    window.errors = [];
    addEventListener('rate-card-error', (event) => errors.push(event.detail.message));
  });
  const card = (await show('<rate-card product="nothing" lang="ja"></rate-card>'))();
  const alert = card.host.getByRole('alert');
  await expect(alert).toContainText('製品「nothing」はありません');
  await expect(alert).toHaveAttribute('lang', 'ja');
  expect(await page.evaluate(() => errors[0])).toContain('there is no product "nothing"');

  await page.route('**/*.wasm', (route) => route.abort());
  const broken = (await show('<rate-card product="chat" lang="zh-TW"></rate-card>'))();
  await expect(broken.host.getByRole('alert')).toHaveText('价格计算器加载失败。');
  await expect(broken.host.getByRole('alert')).toHaveAttribute('lang', 'zh-CN');
  complaints.length = 0;
});

test('a plural is that of the language in which the word stands', async ({ show }) => {
  // French counts 0 as one; the words are English.
  const card = await (await show(chat('fr', 'months="1"')))().ready();
  await expect(card.whole).toContainText('for 1 month');
  await card.host.evaluate((element) => element.setAttribute('demand', 'mau=0'));
  await card.settled();
  const unit = card.host.locator('[data-dimension="mau"] .unit');
  await expect(unit).toHaveText('users');
});

const SIGNS = {
  en: { USD: '$', CNY: 'CN¥' },
  'zh-CN': { USD: 'US$', CNY: '¥' },
  ja: { USD: '$', CNY: '元' },
  id: { USD: 'US$', CNY: 'CN¥' },
};
test('dollars, yuan and yen never look alike', async ({ page, show }) => {
  await show('');
  for (const lang of LANGUAGES) {
    const shown = await page.evaluate((lang) => {
      const write = (currency) =>
        new Intl.NumberFormat(lang, { style: 'currency', currency, maximumFractionDigits: 0 }).format(399);
      return ['USD', 'CNY', 'JPY', 'IDR'].map((currency) => write(currency).replace(/[\d\s.,]/g, ''));
    }, lang);
    expect(new Set(shown.map((sign) => sign.normalize('NFKC'))).size, `${lang}: ${shown}`).toBe(4);
  }
});

for (const lang of LANGUAGES) {
  test(`${lang}: amounts name their currency, small rates show every digit`, async ({ show }) => {
    const card = await show(
      `<rate-card id="usd" product="chat" demand="mau=10001" lang="${lang}"></rate-card>
       <rate-card id="cny" product="contact-center-cn" demand="seats=1" lang="${lang}"></rate-card>`,
    );
    const [usd, cny] = [await card('#usd').ready(), await card('#cny').ready()];
    const signs = { USD: usd, CNY: cny };
    for (const [currency, card] of Object.entries(signs)) {
      const amounts = card.host.locator(`[data-currency="${currency}"]`);
      expect(await amounts.count()).toBeGreaterThan(2);
      for (const amount of await amounts.allTextContents()) {
        expect(amount.replace(/[\d\s.,≈]/g, '')).toBe(SIGNS[lang][currency]);
      }
    }
    const rate = usd.host.locator('[data-charge="mau_overage"] [data-figure="price"]');
    await expect(rate).toHaveText(lang === 'id' ? /0,015$/ : /0\.015$/);
  });
}
