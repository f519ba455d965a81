import { expect, type Page, test } from '@playwright/test';
import { type BlankShop, openBlankShop } from '#tests/forms/open-blank-shop.ts';

let shop: BlankShop;
let page: Page;

test.beforeAll(async () => {
  shop = await openBlankShop();
  page = shop.page;
});
test.beforeEach(async () => {
  await shop.reset();
  await page.evaluate(watch);
});
test.afterAll(() => shop.close());

declare global {
  var wayveilWatch: {
    /** Labels of the controls, in order. */
    read(): string[];
    /** Those whose description is another than at the last read. */
    readChanged(): string[];
    changes(): number;
  };
}

/** Runs in the page: watches it, and opens closed shadow roots that `attachClosed` made, as the platform would. */
function watch(): void {
  const { LiveFields, LiveRoots, createFieldIndex } = wayveilPageSide.parts;
  const closed = new WeakMap<Element, ShadowRoot>();
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function attachShadow(this: Element, init) {
    const root = attach.call(this, init);
    closed.set(this, root);
    return root;
  };
  let changes = 0;
  const roots = new LiveRoots(document, host => closed.get(host) ?? null);
  const live = new LiveFields(roots, createFieldIndex(), () => changes++);
  let last = live.read().fields;
  const name = (field: (typeof last)[number]) => field.texts[0]?.text ?? field.name;
  globalThis.wayveilWatch = {
    changes: () => changes,
    read() {
      last = live.read().fields;
      return last.map(name);
    },
    readChanged() {
      const before = new Set(last);
      last = live.read().fields;
      return last.filter(field => !before.has(field)).map(name);
    },
  };
}

async function show(html: string): Promise<string[]> {
  return page.evaluate(markup => {
    document.body.setHTMLUnsafe(markup);
    return wayveilWatch.read();
  }, html);
}

const FORM = ['One', 'Two', 'Three', 'Four', 'Five']
  .map(label => `<p><label>${label} <input></label></p>`)
  .join('');

test('a page without fields is told of nothing but the first field', async () => {
  const told = await page.evaluate(async () => {
    const turn = (): Promise<void> => new Promise(resolve => setTimeout(resolve));
    for (let at = 0; at < 50; at++) document.body.append(`text ${at}`);
    document.body.className = 'other';
    await turn();
    const before = wayveilWatch.changes();
    document.body.append(document.createElement('input'));
    await turn();
    return [before, wayveilWatch.changes(), wayveilWatch.read().length];
  });
  expect(told).toEqual([0, 1, 1]);
});

test('only what stands beside a change is looked at again', async () => {
  await show(FORM);
  const changed = await page.evaluate(() => {
    const label = document.querySelectorAll('label')[2]?.firstChild;
    if (label) label.nodeValue = 'Third ';
    return [wayveilWatch.readChanged(), wayveilWatch.readChanged()];
  });
  expect(changed).toEqual([['Third'], []]);
});

test('fields that come, go and change places keep what they were', async () => {
  await show(FORM);
  const read = await page.evaluate(() => {
    const [first, , third] = document.querySelectorAll('p');
    third?.remove();
    if (first) document.body.append(first);
    first?.insertAdjacentHTML('beforebegin', '<p><label>New <input></label></p>');
    return wayveilWatch.read();
  });
  expect(read).toEqual(['Two', 'Four', 'Five', 'New', 'One']);
});

test('a select that becomes a text field when the country changes is seen as such', async () => {
  await show(
    '<label>Country <select><option>US</select></label><p id="p"><label>State <select></select></p>',
  );
  const tags = await page.evaluate(() => {
    document.querySelector('#p')?.setHTMLUnsafe('<label>Region <input></label>');
    return wayveilWatch.read();
  });
  expect(tags).toEqual(['Country', 'Region']);
});

for (const mode of ['open', 'closed'] as const) {
  test(`fields in nested ${mode} shadow roots stand where their hosts stand`, async () => {
    await show('<label>Before <input></label><shop-form></shop-form><label>After <input></label>');
    const read = await page.evaluate(
      init => {
        const make = (host: Element, html: string): ShadowRoot => {
          const root = host.attachShadow(init);
          root.setHTMLUnsafe(html);
          return root;
        };
        const host = document.querySelector('shop-form') ?? document.body;
        const root = make(host, '<label>Outer <input></label><div></div>');
        const inner = make(root.querySelector('div') ?? host, '<label>Inner <input></label>');
        const all = [wayveilWatch.read()];
        inner.querySelector('label')?.insertAdjacentHTML('afterend', '<label>Later <input></label>');
        all.push(wayveilWatch.read());
        host.remove();
        all.push(wayveilWatch.read());
        return all;
      },
      { mode },
    );
    expect(read).toEqual([
      ['Before', 'Outer', 'Inner', 'After'],
      ['Before', 'Outer', 'Inner', 'Later', 'After'],
      ['Before', 'After'],
    ]);
  });
}

test('what a storm of changes leaves is seen whole', async () => {
  await show(FORM);
  const read = await page.evaluate(() => {
    for (let at = 0; at < 3000; at++) {
      const node = document.createElement('b');
      document.body.append(node);
      node.remove();
    }
    document.body.insertAdjacentHTML('beforeend', '<label>Last <input></label>');
    return wayveilWatch.read();
  });
  expect(read).toEqual(['One', 'Two', 'Three', 'Four', 'Five', 'Last']);
});
