// All-pairs choice: so few cases that every value of a factor meets every value of every other one.
// Most faults that depend on more than one factor depend on two (Kuhn, Wallace, Gallo 2004).
//
// Greedy, after AETG (Cohen, Dalal, Fredman, Patton 1997), but without chance: each case begins with the
// first pair that has not been met yet, and takes for each further factor the value that meets most
// new pairs; where several do, the one that has met the others least, so that no two go together always.

/** `factors` are lists of values by name; gives a list of cases, each a value by name. */
export function pairwise(factors) {
  const names = Object.keys(factors);
  const key = (a, i, b, j) => (a < b ? `${a}.${i}/${b}.${j}` : `${b}.${j}/${a}.${i}`);
  const open = new Map();
  for (const a of names.keys()) {
    for (let b = a + 1; b < names.length; b += 1) {
      for (const i of factors[names[a]].keys()) {
        for (const j of factors[names[b]].keys()) open.set(key(a, i, b, j), [a, i, b, j]);
      }
    }
  }
  const meetings = new Map();
  const cases = [];
  while (open.size > 0) {
    const [[a, i, b, j]] = open.values();
    const chosen = new Map([
      [a, i],
      [b, j],
    ]);
    // The factors with most values are the hardest to place.
    const others = [...names.keys()]
      .filter((c) => !chosen.has(c))
      .sort((c, d) => factors[names[d]].length - factors[names[c]].length);
    for (const c of others) {
      const pairs = (value) => [...chosen].map(([d, other]) => key(c, value, d, other));
      const fresh = (value) => pairs(value).filter((pair) => open.has(pair)).length;
      const worn = (value) => pairs(value).reduce((sum, pair) => sum + (meetings.get(pair) ?? 0) ** 2, 0);
      const [best] = [...factors[names[c]].keys()].sort((x, y) => fresh(y) - fresh(x) || worn(x) - worn(y));
      chosen.set(c, best);
    }
    for (const [c, value] of chosen) {
      for (const [d, other] of chosen) {
        if (c >= d) continue;
        const pair = key(c, value, d, other);
        open.delete(pair);
        meetings.set(pair, (meetings.get(pair) ?? 0) + 1);
      }
    }
    cases.push(Object.fromEntries(names.map((name, c) => [name, factors[name][chosen.get(c)]])));
  }
  return cases;
}

/** Every combination. */
export function every(factors) {
  return Object.entries(factors).reduce(
    (cases, [name, values]) => cases.flatMap((one) => values.map((value) => ({ ...one, [name]: value }))),
    [{}],
  );
}
