// The languages that there are.

import { get, localeOf } from './files.js';

/** The one in the module, for whoever has none of the others. */
export const ENGLISH = 'en';

/** The files of further languages, by primary language; English is in the module. */
const LANGUAGES = { zh: 'zh-CN', ja: 'ja', id: 'id' };

/** What is said where nothing could be loaded that would say it. */
const UNAVAILABLE = {
  en: 'The price calculator could not be loaded.',
  'zh-CN': '价格计算器加载失败。',
  ja: '料金計算ツールを読み込めませんでした。',
  id: 'Kalkulator harga tidak dapat dimuat.',
};

/** How to have it tried again. */
const AGAIN = {
  en: 'Try again',
  'zh-CN': '重试',
  ja: '再試行',
  id: 'Coba lagi',
};

/** @type {Map<string, Promise<{ tag: string, text?: string, failure?: Error }>>} */
const fetched = new Map();

/** The language that has a file for a tag; nothing where English serves. */
function nearest(tag) {
  return LANGUAGES[tag.split('-')[0].toLowerCase()];
}

/**
 * The file of the language nearest to a tag, once for the page; nothing for English, and where
 * there is none. One that cannot be fetched stops nothing, as English is always there: it is told by its
 * `failure`, and whoever asks next tries anew.
 */
export async function fileOf(wanted) {
  const tag = nearest(wanted);
  if (!tag) return undefined;
  if (!fetched.has(tag)) {
    const text = get(localeOf(tag)).then(async (response) => ({ tag, text: await response.text() }));
    fetched.set(
      tag,
      text.catch((failure) => {
        fetched.delete(tag);
        return { tag, failure };
      }),
    );
  }
  return fetched.get(tag);
}

/** Gives the module a language's file; gives back what is wrong with it, if anything is. */
export function teach(Widget, file) {
  if (!file || file.failure) return file?.failure;
  if (Widget.addLanguage(file.tag, file.text)) return undefined;
  fetched.delete(file.tag);
  return new Error(`${localeOf(file.tag)}: this is no file of a language`);
}

/** That the element could not be loaded, and to try again, in the language nearest to a tag. */
export function unavailable(wanted) {
  const tag = nearest(wanted) ?? ENGLISH;
  return { tag, text: UNAVAILABLE[tag], again: AGAIN[tag] };
}
