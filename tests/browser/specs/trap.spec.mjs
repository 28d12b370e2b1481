// When the WebAssembly module traps, nothing of it can be called again: a fresh one takes its place.
import { collect, errors, expect, test } from '../element.mjs';
import { letTrap } from '../traps.mjs';

const TWO =
  '<rate-card id="a" product="chat"><p>See our price list.</p></rate-card><rate-card id="b" product="chat"></rate-card>';

test.beforeEach(async ({ page }) => {
  await collect(page, 'rate-card-error', 'errors');
  await letTrap(page);
});

/** The page tells of a trap in an event handler, as of every other error there. */
test.afterEach(({ complaints }) => {
  const others = complaints.filter((text) => !text.includes('RuntimeError'));
  complaints.length = 0;
  expect(others).toEqual([]);
});

/** Writes into a field from within the page, where `window.arm` sets the trap in the same task. */
const write = (field, text) =>
  field.evaluate((input, text) => {
    window.arm();
    input.value = text;
    input.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  }, text);

const instances = (page) => page.evaluate(() => window.instances.length);

async function open(page, show) {
  const card = await show(TWO);
  const [a, b] = [await card('#a').ready(), await card('#b').ready()];
  await a.field('Monthly active users').fill('25000');
  await b.edition('Premium').check();
  await expect(a.total).toHaveAttribute('data-value', '624');
  await expect(b.total).toHaveAttribute('data-value', '699');
  return [a, b];
}

test('after a trap in a call, all elements come back with what was asked', async ({ page, show }) => {
  const [a, b] = await open(page, show);
  await a.host.evaluate((element) => {
    window.traps = (number, name) => number === 1 && name === 'widget_configure';
    element.setAttribute('months', '12');
  });
  await a.settled();
  await expect(a.whole).toHaveAttribute('data-value', '7488');
  await expect(b.total).toHaveAttribute('data-value', '699');
  await b.field('Monthly active users').fill('25000');
  await expect(b.total).toHaveAttribute('data-value', '924');
  await expect(a.host.locator('[part~="total"]')).toHaveCount(1);
  expect(await instances(page)).toBe(2);
  expect(await errors(page)).toEqual([]);
});

test('after a trap in an event handler, all come back, the focus too', async ({ page, show }) => {
  const [a, b] = await open(page, show);
  await page.evaluate(() => {
    window.arm = () => (window.traps = (number, name) => number === 1 && /invoke/.test(name));
  });
  await a.field('Months').focus();
  await write(a.field('Months'), '12');
  await expect.poll(() => instances(page)).toBe(2);
  await a.settled();
  await b.settled();
  await expect(a.total).toHaveAttribute('data-value', '624');
  await expect(b.total).toHaveAttribute('data-value', '699');
  await expect(a.field('Months')).toBeFocused();
  await a.field('Months').fill('12');
  await expect(a.whole).toHaveAttribute('data-value', '7488');
  expect(await errors(page)).toEqual([]);
});

test('reading what is shown survives a trap', async ({ page, show }) => {
  const [a] = await open(page, show);
  const months = await a.host.evaluate((element) => {
    window.traps = (number, name) => number === 1 && name === 'widget_request';
    return element.request.months;
  });
  expect(months).toBe(1);
  await a.settled();
  await expect(a.total).toHaveAttribute('data-value', '624');
});

test('what traps again is given up, and the others stay', async ({ page, show }) => {
  const [a, b] = await open(page, show);
  await page.evaluate(() => {
    window.traps = (number, name, args) => args.some((given) => given?.months === '13');
  });
  await a.host.evaluate((element) => element.setAttribute('months', '13'));
  await expect.poll(() => errors(page)).toEqual(['unavailable at ']);
  await expect(a.host.getByText('See our price list.')).toBeVisible();
  await b.settled();
  await expect(b.total).toHaveAttribute('data-value', '699');
  await expect(a.host.locator('[part~="total"]')).toHaveCount(0);
  expect(await a.host.evaluate((element) => element.ready.catch(({ code }) => code))).toBe('unavailable');
  // Something else may do.
  await a.host.evaluate((element) => element.setAttribute('months', '2'));
  await a.host.evaluate((element) => element.ready);
  await expect(a.whole).toHaveAttribute('data-value', '1248');
  await expect(b.total).toHaveAttribute('data-value', '699');
  expect(await errors(page)).toEqual(['unavailable at ']);
});

test('one that traps as soon as it is shown is found out among the others', async ({ page, show }) => {
  const [a, b] = await open(page, show);
  await page.evaluate(() => {
    let isPoisoned = 0;
    const traps = (number, name, args) => {
      if (number === 1) return /invoke/.test(name);
      if (name === 'widget_mount')
        isPoisoned = args.some((given) => given?.state?.request.items[0].edition === 'premium') ? number : 0;
      return number === isPoisoned && /invoke/.test(name);
    };
    window.arm = () => (window.traps = traps);
  });
  await write(a.field('Months'), '12');
  await expect.poll(() => errors(page)).toEqual(['unavailable at ']);
  await expect(b.host.getByRole('alert')).toHaveText('The price calculator could not be loaded.');
  await a.settled();
  await expect(a.total).toHaveAttribute('data-value', '624');
  await a.field('Months').fill('12');
  await expect(a.whole).toHaveAttribute('data-value', '7488');
});

test('where every module traps, the page is left in peace', async ({ page, show }) => {
  const [a, b] = await open(page, show);
  await page.evaluate(() => {
    window.arm = () => (window.traps = (number, name) => /invoke|mount/.test(name));
  });
  await write(a.field('Months'), '12');
  await expect.poll(() => errors(page)).toEqual(['unavailable at ', 'unavailable at ']);
  await expect(a.host.getByText('See our price list.')).toBeVisible();
  await expect(b.host.getByRole('alert')).toBeVisible();
  const before = await instances(page);
  expect(before).toBeLessThan(8);
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
  expect(await instances(page)).toBe(before);
});

test('after a trap, the view that was shown is there again, and the others, too', async ({ page, show }) => {
  const card = await (await show('<rate-card product="chat" view="calculator compare matrix"></rate-card>'))().ready();
  const shown = card.host.locator('[part="panel"] > *');
  await card.host.getByRole('tab', { name: 'Features' }).click();
  await expect(shown).toHaveAttribute('part', 'matrix');
  await card.host.evaluate((element) => {
    window.traps = (number, name) => number === 1 && name === 'widget_configure';
    element.setAttribute('months', '12');
  });
  await card.settled();
  await expect(shown).toHaveAttribute('part', 'matrix');
  // The fresh module was given a part of its own: what it calls works on its memory.
  expect(await page.evaluate(() => [window.instances.length, window.parts])).toEqual([2, 2]);
  await card.host.getByRole('tab', { name: 'Compare' }).click();
  await card.field('Monthly active users').fill('25000');
  await card.host.getByRole('tab', { name: 'Calculator' }).click();
  await expect(card.whole).toHaveAttribute('data-value', '7488');
  expect(await errors(page)).toEqual([]);
});

test('after a trap, a view that was not there before can be loaded', async ({ page, show }) => {
  const [a, b] = await open(page, show);
  await a.host.evaluate((element) => {
    window.traps = (number, name) => number === 1 && name === 'widget_configure';
    element.setAttribute('months', '12');
  });
  await a.settled();
  expect(await page.evaluate(() => window.parts)).toBe(0);
  for (const card of [a, b]) await card.host.evaluate((element) => element.setAttribute('view', 'compare'));
  await a.settled();
  await b.settled();
  await expect(a.host.getByRole('table').first()).toBeVisible();
  await expect(b.host.getByRole('table').first()).toBeVisible();
  expect(await page.evaluate(() => [window.instances.length, window.parts])).toEqual([2, 1]);
  expect(await errors(page)).toEqual([]);
});

test('a trap while a view is on its way', async ({ page, show }) => {
  /** @type {(value?: unknown) => void} */
  let release;
  const held = new Promise((resolve) => (release = resolve));
  await page.route('**/ratecard-element_views.wasm', async (route) => {
    await held;
    await route.continue();
  });
  const [a, b] = await open(page, show);
  await a.host.evaluate((element) => element.setAttribute('view', 'compare'));
  await expect(a.host.locator('[part="panel"]')).toHaveAttribute('aria-busy', 'true');
  await b.host.evaluate((element) => {
    window.traps = (number, name) => number === 1 && name === 'widget_configure';
    element.setAttribute('months', '12');
  });
  await expect.poll(() => instances(page)).toBe(2);
  release();
  await b.settled();
  await a.settled();
  await expect(a.host.getByRole('table').first()).toBeVisible();
  await expect(b.whole).toHaveAttribute('data-value', '8388');
  expect(await page.evaluate(() => window.parts)).toBe(1);
  expect(await errors(page)).toEqual([]);
});

test('what is left of the module that trapped is not called again', async ({ page, show }) => {
  const [a] = await open(page, show);
  await page.evaluate(() => {
    window.stale = 0;
    const traps = (number, name) => {
      window.stale += number === 1 && window.instances.length > 1;
      return number === 1 && /invoke/.test(name);
    };
    window.arm = () => (window.traps = traps);
  });
  await write(a.field('Months'), '12');
  await expect.poll(() => instances(page)).toBe(2);
  await a.settled();
  const devtools = await page.context().newCDPSession(page);
  for (let i = 0; i < 3; i += 1) {
    await devtools.send('HeapProfiler.collectGarbage');
    await a.settled();
  }
  expect(await page.evaluate(() => window.stale)).toBe(0);
  expect(await instances(page)).toBe(2);
});

test('an error of the page’s own module is none of ours', async ({ page, show }) => {
  await open(page, show);
  await page.evaluate(() =>
    setTimeout(() => {
      throw new WebAssembly.RuntimeError('of another module');
    }),
  );
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
  expect(await instances(page)).toBe(1);
});

/** Has the module trap on whatever it is given next, when that is set and when the element comes back with it. */
const trapOnNext = (page) =>
  page.evaluate(() => {
    let times = 2;
    window.traps = (_, name) => /widget_(configure|mount)/.test(name) && times-- > 0;
  });

const again = {
  'an attribute': (element) => element.setAttribute('months', '12'),
  'another attribute': (element) => element.setAttribute('theme', 'dark') ?? element.setAttribute('months', '12'),
  'a question': (element) => {
    element.request = { months: 12, items: [{ product: 'chat', edition: 'standard', demand: { mau: 25000 } }] };
  },
  'a state': (element) => {
    const items = [{ product: 'chat', edition: 'standard', demand: { mau: 25000 } }];
    element.state = { version: 1, request: { months: 12, items } };
  },
};

for (const [name, change] of Object.entries(again)) {
  test(`given up because of a question, it is brought back by ${name}`, async ({ page, show }) => {
    const [a, b] = await open(page, show);
    await trapOnNext(page);
    const failed = await a.host.evaluate(async (element) => {
      element.request = { items: [{ product: 'chat', edition: 'premium' }] };
      return element.settled().catch(({ code }) => code);
    });
    expect(failed).toBe('unavailable');
    await expect.poll(() => errors(page)).toEqual(['unavailable at ']);
    // Whoever waits for what is said now hears nothing of the failure before.
    await a.host.evaluate(change);
    await a.settled();
    // What was shown before the question that it could not bear, and what has been said since.
    await expect(a.whole).toHaveAttribute('data-value', '7488');
    await expect(a.edition('Standard')).toBeChecked();
    await b.settled();
    await expect(b.total).toHaveAttribute('data-value', '699');
    expect(await errors(page)).toEqual(['unavailable at ']);
    // And it is as strong as any other: one trap does not bring it down.
    await a.host.evaluate((element) => {
      let times = 1;
      window.traps = (_, name) => name === 'widget_configure' && times-- > 0;
      element.setAttribute('months', '6');
    });
    await a.settled();
    await expect(a.whole).toHaveAttribute('data-value', '3744');
  });
}

for (const [name, wait] of [
  ['at once', async () => {}],
  ['later', () => new Promise((resolve) => setTimeout(resolve))],
]) {
  test(`given up before it was ever shown, it begins as the page is written: off and on ${name}`, async ({
    page,
    show,
  }) => {
    const card = (await show('', '<script type="module" src="/pkg/element.js"></script>'))();
    await page.waitForFunction(() => customElements.get('rate-card'));
    await trapOnNext(page);
    const failed = await page.evaluate(async () => {
      const element = document.createElement('rate-card');
      element.setAttribute('product', 'chat');
      element.setAttribute('months', '12');
      element.request = { items: [{ product: 'chat', edition: 'premium' }] };
      document.body.append(element);
      return element.ready.catch(({ code }) => code);
    });
    expect(failed).toBe('unavailable');
    const off = await card.host.evaluateHandle((element) => {
      element.remove();
      return element;
    });
    await off.evaluate(wait);
    await off.evaluate((element) => document.body.append(element));
    await card.ready();
    await expect(card.whole).toHaveAttribute('data-value', '4788');
  });
}

test('whoever waits in the task of a good value hears nothing of the failure before', async ({ page, show }) => {
  const [a] = await open(page, show);
  await trapOnNext(page);
  const results = await a.host.evaluate(async (element) => {
    const ask = (edition) => {
      element.request = { items: [{ product: 'chat', edition }] };
      return element.settled().then(
        () => element.estimate.totals.USD,
        ({ code }) => code,
      );
    };
    return [await ask('premium'), await ask('standard')];
  });
  expect(results).toEqual(['unavailable', '399']);
});

test('with a mistake mended, nobody hears of it any more', async ({ show }) => {
  const card = (await show('<rate-card product="chat" edition="gold"></rate-card>'))();
  expect(await card.host.evaluate((element) => element.ready.catch(({ code }) => code))).toBe('unknown_edition');
  await card.host.evaluate((element) => {
    element.setAttribute('edition', 'premium');
    return element.settled();
  });
  await expect(card.total).toHaveAttribute('data-value', '699');
});
