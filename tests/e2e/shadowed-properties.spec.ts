import { expect, test } from '@playwright/test';
import { type BlankShop, openBlankShop } from '#tests/forms/open-blank-shop.ts';

let shop: BlankShop;

test.beforeAll(async () => {
  shop = await openBlankShop();
  await shop.reset();
});
test.afterAll(() => shop.close());

/** Forms wherever a text of a field may stand, each with a control of that name in it. */
function writePage(name: string): string {
  const control = `<output name="${name}"></output>`;
  return `<section><form><h2>Billing address</h2>${control}</form>
    <div><label for="zip"><form>Postal code ${control}</form></label><input id="zip"></div>
    <div id="town"><form>City ${control}</form></div><div><input aria-labelledby="town"></div>
    <div><form>Phone ${control}</form><input></div>
    <div><input><form>Email ${control}</form></div>
    <div><input><form class="hint">Leave this empty if you are human ${control}</form></div></section>
    <section>Company<form>${control}<div><input></div></form></section>
    <section><form>Street address</form>${control}<form><input>${control}<b></b></form></section>
    <section><form>${control}<div>First name</div><div><input></div></form><form>${control}</form></section>
    <section><form title="Last name">${control}<input></form></section>
    <section><form>Ort<input>省<input>市${control}</form></section>
    <section><form><h2>Delivery</h2>${control}</form><form>${control}<label>Street<input></label></form></section>`;
}

test('what is read of a form is the same whatever its controls are called', async () => {
  const names = await shop.page.evaluate(() => {
    const all: string[] = [];
    for (const name in document.createElement('form')) all.push(name);
    return all;
  });
  expect(names.length).toBeGreaterThan(200);
  const pages = ['own', ...names].map(name => [name, writePage(name)] as const);
  const read = await shop.page.evaluate(all => {
    const { collectFields, createFieldIndex } = wayveilPageSide.parts;
    const readFields = (html: string) => {
      document.body.setHTMLUnsafe(html);
      try {
        const { fields } = collectFields(document, createFieldIndex());
        return fields.map(({ texts, sections, visible }) => ({ texts, sections, visible }));
      } catch (fault) {
        return String(fault);
      }
    };
    return all.map(([name, html]) => [name, readFields(html)] as const);
  }, pages);
  const [[, own] = [], ...others] = read;
  expect(own).toHaveLength(12);
  expect(others.filter(([, fields]) => JSON.stringify(fields) !== JSON.stringify(own))).toEqual([]);
});

test('a page is read the same whatever its pictures are called', async () => {
  const read = await shop.page.evaluate(() => {
    const { collectFields, createFieldIndex, LiveFields, LiveRoots } = wayveilPageSide.parts;
    const { body } = document;
    const readPage = (): string[] => {
      const live = new LiveFields(new LiveRoots(document), createFieldIndex(), () => {});
      const seen = [collectFields(document, createFieldIndex()).fields, live.read().fields];
      live.stop();
      return seen.map(fields => JSON.stringify(fields.map(({ texts, visible }) => ({ texts, visible }))));
    };
    const names: string[] = [];
    for (const name in document) names.push(name);
    return names.map(name => {
      body.setHTMLUnsafe(
        '<h2>Address</h2><p id="town">City</p><label>Street<input></label><input aria-labelledby="town"><img>',
      );
      const own = readPage();
      body.lastElementChild?.setAttribute('name', name);
      try {
        return { name, own, read: readPage() };
      } catch (fault) {
        return { name, own, read: String(fault) };
      } finally {
        body.replaceChildren();
      }
    });
  });
  expect(read.length).toBeGreaterThan(200);
  expect(read[0]?.own[0]).toContain('Street');
  expect(read.filter(one => JSON.stringify(one.read) !== JSON.stringify(one.own))).toEqual([]);
});

test('a page is watched, and what is seen of it judged, the same whatever its pictures are called', async () => {
  const read = await shop.page.evaluate(async () => {
    const { awaitQuiet, canBeSeen, describeSlots, gatherClues, typeIntoField, watchOwnerInput } =
      wayveilPageSide.parts;
    const { body } = document;
    const watchPage = async () => {
      watchOwnerInput();
      const quiet = awaitQuiet(document, { quietMs: 0, deadlineMs: 0 });
      const unquiet = new Promise((_, reject) => setTimeout(reject, 1000, 'never quiet'));
      await Promise.race([quiet, unquiet]);
      const inputs = [...body.querySelectorAll('input')];
      for (const input of inputs) typeIntoField(input, 'x');
      const seen = inputs.map(input => [input.value, canBeSeen(input, 'name', [document])]);
      return JSON.stringify([seen, describeSlots([document], inputs), gatherClues(document)]);
    };
    const names = [''];
    for (const name in document) names.push(name);
    const all: { name: string; read: string }[] = [];
    for (const name of names) {
      body.setHTMLUnsafe(`<input><p>Total 5.00 EUR</p><label for="f">Card</label><iframe id="f"></iframe><img>
        <div><i style="position:absolute;width:200px;outline:30px solid #fff"></i><input></div>`);
      body.querySelector('img')?.setAttribute('name', name);
      all.push({ name, read: await watchPage().catch(String) });
      body.replaceChildren();
    }
    return all;
  });
  expect(read.length).toBeGreaterThan(200);
  expect(read[0]?.read).toContain('["x",true],["x",false]');
  expect(read.filter(one => one.read !== read[0]?.read)).toEqual([]);
});

test('a form that comes later is found whatever its controls are called', async () => {
  const lost = await shop.page.evaluate(() => {
    const { createFieldIndex, LiveFields, LiveRoots } = wayveilPageSide.parts;
    const names: string[] = [];
    for (const name in document.createElement('form')) names.push(name);
    return names.filter(name => {
      document.body.replaceChildren();
      const live = new LiveFields(new LiveRoots(document), createFieldIndex(), () => {});
      live.read();
      document.body.setHTMLUnsafe(`<form><output name="${name}"></output><input></form>`);
      try {
        const late = live.read().fields.length;
        live.refresh();
        return late !== 1 || live.read().fields.length !== 1;
      } catch {
        return true;
      } finally {
        live.stop();
      }
    });
  });
  expect(lost).toEqual([]);
});
