import { expect, type Page, test } from '@playwright/test';
import { bundleScript } from '#tests/forms/bundle-page-side.ts';
import type * as controlledInputs from '#tests/forms/controlled-inputs.ts';
import { type BlankShop, openBlankShop } from '#tests/forms/open-blank-shop.ts';
import { LABEL_PLACES } from './pages/label-places.ts';

declare global {
  var wayveilControlled: typeof controlledInputs;
}

const IDENTITY = {
  name: 'Avery Quill',
  givenName: 'Avery',
  familyName: 'Quill',
  email: 'q7x2m9@mail.example',
  tel: '+12025550143',
  addressLines: ['100 Hub Way', 'PMB 30217'],
  addressLevel1: 'CA',
  regionNames: ['CA', 'California'],
  addressLevel2: 'Oakland',
  postalCode: '94607',
  country: 'US',
};

let shop: BlankShop;
let page: Page;

test.beforeAll(async () => {
  shop = await openBlankShop();
  page = shop.page;
});
test.beforeEach(() => shop.reset());
test.afterAll(() => shop.close());

/** Sets the page and gives what detection says about each control, by id. */
async function detect(html: string): Promise<{ x?: { token: string; visible: boolean } }> {
  await page.evaluate(markup => document.body.setHTMLUnsafe(markup), html);
  return page.evaluate(() => {
    const { collectFields, createFieldIndex, classifyFields } = wayveilPageSide.parts;
    const { fields } = collectFields(document, createFieldIndex());
    const tokens = classifyFields(fields);
    return Object.fromEntries(
      fields.map((field, at) => [field.id, { token: tokens[at]?.token ?? 'none', visible: field.visible }]),
    );
  });
}

test.describe('labels', () => {
  for (const [title, html] of LABEL_PLACES) {
    test(`a field is known by its ${title}`, async () => {
      expect((await detect(html)).x).toEqual({ token: 'postal-code', visible: true });
    });
  }

  test('a field for robots is known by what stands behind it', async () => {
    const html =
      '<ul><li><label>City <input id="c"></label></li><li><label for="x">Name</label><div><input id="x"></div><div class="description">This field is for validation purposes and should be left unchanged.</div></li></ul>';
    expect((await detect(html)).x?.token).toBe('none');
  });

  test('the legend of a group heads all of it, and nothing behind it', async () => {
    const rows = Array.from(
      { length: 14 },
      (_none, at) => `<label for="o${at}">Size</label><input id="o${at}">`,
    );
    const html = `<form><fieldset><legend>Emergency contact</legend><input id="e" aria-label="Name"></fieldset>
      <fieldset><legend>Your details</legend>${rows.join('')}<input id="x" aria-label="Phone"></fieldset></form>`;
    expect((await detect(html)).x?.token).toBe('tel');
  });

  test('a closed shadow root is read where the platform gives it', async () => {
    const token = await page.evaluate(() => {
      const host = document.body.appendChild(document.createElement('shop-field'));
      const closed = host.attachShadow({ mode: 'closed' });
      closed.innerHTML = '<label>Postal code <input></label>';
      const { collectFields, createFieldIndex, classifyFields } = wayveilPageSide.parts;
      const open = (element: HTMLElement): ShadowRoot | null => (element === host ? closed : null);
      return classifyFields(collectFields(document, createFieldIndex(), open).fields)[0]?.token;
    });
    expect(token).toBe('postal-code');
  });
});

test.describe('fields that nobody sees', () => {
  const ways: [string, string][] = [
    ['display none', '<input id="x" style="display:none">'],
    ['hidden parent', '<div hidden><input id="x"></div>'],
    ['visibility hidden', '<input id="x" style="visibility:hidden">'],
    ['transparent', '<div style="opacity:.05"><input id="x"></div>'],
    ['two faint parents', '<div style="opacity:.3"><div style="opacity:.3"><input id="x"></div></div>'],
    ['off the left side', '<input id="x" style="position:absolute;left:-9999px">'],
    ['above the page', '<input id="x" style="position:absolute;top:-9999px">'],
    ['one pixel', '<input id="x" style="width:1px;height:1px;padding:0;border:0">'],
    ['clip-path', '<input id="x" style="clip-path:inset(50%)">'],
    ['clip', '<input id="x" style="position:absolute;clip:rect(0,0,0,0)">'],
    ['empty clipping box', '<div style="height:0;overflow:hidden"><input id="x"></div>'],
    [
      'scrolled out of a clipping box',
      '<div style="height:20px;overflow:hidden;position:relative"><input id="x" style="position:absolute;top:60px"></div>',
    ],
    ['scaled to nothing', '<div style="transform:scale(0)"><input id="x"></div>'],
    ['inert', '<div inert><input id="x"></div>'],
    ['closed details', '<details><summary>More</summary><input id="x"></details>'],
  ];
  for (const [title, html] of ways) {
    test(`${title}`, async () => {
      expect((await detect(html)).x?.visible ?? false).toBe(false);
    });
  }
});

/** Plans, lets the page change, fills; outcomes and values by id. */
async function fill(
  html: string,
  between = '',
  overwrite = false,
  origin = '',
): Promise<Record<string, string>> {
  await page.evaluate(markup => document.body.setHTMLUnsafe(markup), html);
  return page.evaluate(
    async ({ identity, change, over, from }) => {
      const part = wayveilPageSide.parts;
      const index = part.createFieldIndex();
      const { fields, elements } = part.collectFields(document, index);
      const plan = part.planFill({
        fields,
        classified: part.classifyFields(fields),
        values: { identity },
        origin: from || location.origin,
        language: 'en',
        overwrite: over,
      });
      for (const script of [change].filter(Boolean)) {
        const [id = '', property = '', value = ''] = script.split('|');
        const element = document.getElementById(id);
        if (element && property === 'text') element.textContent = value;
        else element?.setAttribute(property, value);
      }
      const { results } = await part.applyFill(plan, {
        origin: location.origin,
        document,
        resolve: part.createFieldResolver(document, index),
      });
      return Object.fromEntries(
        results.map(one => {
          const element = elements.get(one.fieldKey);
          const now = element?.id ? document.getElementById(element.id) : null;
          const value = now instanceof HTMLInputElement || now instanceof HTMLSelectElement ? now.value : '';
          return [element?.id ?? '', `${one.outcome}: ${value}`];
        }),
      );
    },
    { identity: IDENTITY, change: between, over: overwrite, from: origin },
  );
}

test.describe('filling', () => {
  const city = '<label id="l" for="c">City</label><input id="c">';

  test('writes, and reads back', async () => {
    expect(await fill(city)).toEqual({ c: 'filled: Oakland' });
  });

  test('a label that changed after the preview stops it', async () => {
    expect(await fill(city, 'l|text|Town')).toEqual({ c: 'changed: ' });
    expect(await fill(city, 'l|text|Your comment')).toEqual({ c: 'changed: ' });
  });

  test('a field hidden after the preview stays empty', async () => {
    expect(await fill(city, 'c|style|opacity:0')).toEqual({ c: 'not_visible: ' });
  });

  /** A field under a sheet that lets the pointer through. */
  const veiled = (sheet: string): string =>
    `<style>.veil{pointer-events:none}</style><label for="c">City</label><div style="position:relative;width:200px">
    <input id="c" style="width:190px"><i class="veil" style="position:absolute;inset:0;${sheet}"></i></div>`;

  test('what lets the pointer through above a field is judged, and no style sheet of the page changes for it', async () => {
    await page.evaluate(() => {
      const { insertRule } = CSSStyleSheet.prototype;
      CSSStyleSheet.prototype.insertRule = function (rule, at) {
        document.documentElement.dataset.rules = rule;
        return insertRule.call(this, rule, at);
      };
    });
    expect(await fill(veiled('background:rgb(255 255 255/.1)'))).toEqual({ c: 'filled: Oakland' });
    expect(await fill(veiled('background:#fff'))).toEqual({ c: 'not_visible: ' });
    expect(await page.evaluate(() => document.documentElement.dataset.rules)).toBeUndefined();
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  });

  test('what the owner typed stays unless told otherwise', async () => {
    const typed = city.replace('id="c"', 'id="c" value="Porto"');
    expect(await fill(typed)).toEqual({ c: 'kept_owner_value: Porto' });
    expect(await fill(typed, '', true)).toEqual({ c: 'filled: Oakland' });
  });

  test('a plan for another origin writes nothing', async () => {
    expect(await fill(city, '', false, 'https://other.example')).toEqual({ c: 'wrong_origin: ' });
  });

  test('states that the page loads after the country are awaited', async () => {
    await page.evaluate(() => {
      document.addEventListener('change', event => {
        if (!(event.target instanceof HTMLSelectElement) || event.target.id !== 'country') return;
        const state = document.getElementById('state');
        requestAnimationFrame(() =>
          requestAnimationFrame(() =>
            state?.setHTMLUnsafe('<option value="">State<option value="9">California'),
          ),
        );
      });
    });
    const html = `<label for="country">Country</label><select id="country"><option value="">-<option value="1">Canada<option value="2">United States</select>
      <label for="state">State</label><select id="state"><option value="">State</select>`;
    expect(await fill(html)).toEqual({ country: 'filled: 2', state: 'filled: 9' });
  });

  test('React and Preact keep what was written', async () => {
    await page.evaluate(await bundleScript('controlled-inputs.ts', 'wayveilControlled'));
    await page.evaluate(() => wayveilControlled.mountControlledInputs());
    await page.waitForSelector('#react-city');
    const filled = await page.evaluate(identity => wayveilPageSide.fillPageUnderTest({ identity }), IDENTITY);
    expect(Object.values(filled.fields).map(one => one.outcome)).toEqual(['filled', 'filled']);
    await expect(page.locator('#react-state')).toHaveText('Oakland');
    await expect(page.locator('#preact-state')).toHaveText('94607');
  });

  /** Fills city and ZIP, where the ZIP code shows `first`, writes `later` over it and undoes. */
  async function fillAndUndo({ first, later }: { first: string; later: string }) {
    const zip = `<label for="z">ZIP</label><input id="z" value="${first}">`;
    await page.evaluate(markup => document.body.setHTMLUnsafe(markup), city + zip);
    const given = [IDENTITY, later] as const;
    return page.evaluate(async ([identity, value]) => {
      const part = wayveilPageSide.parts;
      const index = part.createFieldIndex();
      const { fields } = part.collectFields(document, index);
      const plan = part.planFill({
        fields,
        classified: part.classifyFields(fields),
        values: { identity },
        origin: location.origin,
        language: 'en',
      });
      const resolve = part.createFieldResolver(document, index);
      const { filled } = await part.applyFill(plan, { origin: location.origin, document, resolve });
      const zip = document.querySelector<HTMLInputElement>('#z');
      if (zip) zip.value = value;
      const { undone, left } = await part.undoFill(filled, { document, resolve });
      const values = [...document.querySelectorAll('input')].map(one => one.value);
      return { filled: filled.length, undone, left, values };
    }, given);
  }

  test('what was written is taken back, what changed since stays', async () => {
    const done = await fillAndUndo({ first: '', later: '10001' });
    expect(done).toEqual({ filled: 2, undone: 1, left: 1, values: ['', '10001'] });
  });

  test('what was right already counts in undoing as it does in filling', async () => {
    const done = await fillAndUndo({ first: IDENTITY.postalCode, later: IDENTITY.postalCode });
    expect(done).toEqual({ filled: 2, undone: 2, left: 0, values: ['', IDENTITY.postalCode] });
  });
});
