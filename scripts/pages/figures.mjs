// Figures in a page's language, and the places in its sentences that they stand in.

export const amount = (language, currency, value) =>
  new Intl.NumberFormat(language, {
    style: 'currency',
    currency,
    maximumFractionDigits: 20,
    trailingZeroDisplay: 'stripIfInteger',
  }).format(value);

export const number = (language, value) => new Intl.NumberFormat(language).format(value);

export const day = (language, date) =>
  new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${date}T00:00Z`));

/** A sentence with its places filled; one that has nothing to say is a fault of the page. */
export const filled = (sentence, places) =>
  sentence.replace(/\{([^}]*)\}/g, (_, name) => {
    if (places[name] === undefined) throw new Error(`nothing is known of {${name}} in "${sentence}"`);
    return places[name];
  });

/** A sentence in the form that a count wants. */
export const counted = (language, forms, count) =>
  filled(forms[new Intl.PluralRules(language).select(count)] ?? forms.other, { count: number(language, count) });

/** What an answer's sentence may name: the totals, lines, limits and what goes beyond them. */
export function placesOf(language, item) {
  const money = (value) => amount(language, item.currency, value);
  const places = { total: money(item.total), per_month: money(item.per_month) };
  for (const { charge, amount } of item.lines) places[`amount.${charge}`] = money(amount);
  for (const { dimension, limit, demand } of item.quotas) {
    places[`demand.${dimension}`] = number(language, demand);
    if (limit === null) continue;
    places[`limit.${dimension}`] = number(language, limit);
    if (demand > limit) places[`beyond.${dimension}`] = number(language, demand - limit);
  }
  return places;
}
