// The languages that there are: those that have a file in locales/.
import { readdirSync, readFileSync } from 'node:fs';

const locales = new URL('../locales/', import.meta.url);
const tags = readdirSync(locales)
  .filter((file) => file.endsWith('.toml'))
  .map((file) => file.slice(0, -'.toml'.length));

/** The one in the module, for whoever has none of the others. */
export const ENGLISH = 'en';
/** The BCP 47 tags of those that have a file of their own in the package. */
export const OTHERS = tags.filter((tag) => tag !== ENGLISH).sort();
/** The tags of all of them. */
export const LANGUAGES = [ENGLISH, ...OTHERS];

/** A sentence without places, in a language. */
export function sentence(tag, id) {
  const lines = readFileSync(new URL(`${tag}.toml`, locales), 'utf8').split('\n');
  const line = lines.find((line) => line.startsWith(`${id} = `));
  if (line === undefined) throw new Error(`${id} is missing in locales/${tag}.toml`);
  return JSON.parse(line.slice(`${id} = `.length));
}
