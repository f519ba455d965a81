import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import type { ValuesToFill } from '#extension/fill/identity.ts';
import { bundlePageSide } from '#tests/forms/bundle-page-side.ts';
import { launchChromium } from '#tests/forms/launch-chromium.ts';
import type { FilledPage } from '#tests/forms/page-side.ts';
import { type FormsServer, serveForms } from '#tests/forms/serve-forms.ts';
import '#tests/forms/predict-pages.ts';

const FOLDER = resolve(process.env.WAYVEIL_SHARED ?? '../shared', 'forms');

const PAGES = [
  'ddg/amazon_address',
  'ddg/walmart_checkout',
  'ddg/target_checkout',
  'ddg/containerstore_checkout',
  'ddg/wired_checkout',
  'ddg/acehardware_com_checkout',
  'ddg/amazon_card',
  'ddg/victoriassecret_payment-form',
  'ddg/peacocktv_payment-form',
  'ddg/alaskaair_checkout',
];

const VALUES: ValuesToFill = {
  identity: {
    name: 'Avery Quill',
    givenName: 'Avery',
    familyName: 'Quill',
    email: 'q7x2m9@mail.example',
    tel: '+12025550143',
    organization: 'Hub Nine',
    addressLines: ['100 Hub Way', 'PMB 30217'],
    addressLevel1: 'CA',
    addressLevel2: 'Oakland',
    postalCode: '94607',
    country: 'US',
  },
  card: { number: '4111111111111111', expiryMonth: 5, expiryYear: 2029, csc: '123', name: 'Avery Quill' },
};

/** What a field that means this may hold afterwards. */
const EXPECTED: Record<string, RegExp> = {
  name: /^Avery Quill$/,
  'given-name': /^Avery$/,
  'family-name': /^Quill$/,
  organization: /^Hub Nine$/,
  email: /^q7x2m9@mail\.example$/,
  tel: /^\+?1?2025550143$|^202-555-0143$/,
  'address-line1': /^100 Hub Way/,
  'address-line2': /^PMB 30217$/,
  'address-level1': /^(?:CA|California)$/i,
  'address-level2': /^Oakland$/,
  'postal-code': /^94607$/,
  // A telephone's country is labelled a country too; there the calling code is right.
  country: /^(?:US|USA|United States.*|1)$/,
  'cc-name': /^Avery(?: Quill)?$|^Quill$/,
  'cc-number': /^4111111111111111$/,
  'cc-exp': /^05\s?\/?\s?(?:20)?29$/,
  'cc-exp-month': /^0?5$/,
  'cc-exp-year': /^(?:20)?29$/,
  'cc-csc': /^123$/,
};

interface Label {
  cid: number;
  label: string | null;
  accept?: string[];
  source: string;
}

function readLabels(page: string): Label[] {
  return JSON.parse(readFileSync(join(FOLDER, 'labels', `${page}.json`), 'utf8')).labels;
}

test.describe('real checkout pages', () => {
  test.skip(!existsSync(join(FOLDER, 'index.json')), `${FOLDER} is not here (WAYVEIL_SHARED)`);

  let server: FormsServer;
  let script: string;
  test.beforeAll(async () => {
    server = await serveForms(FOLDER);
    script = await bundlePageSide();
  });
  test.afterAll(() => server.close());

  for (const name of PAGES) {
    test(`${name} gets what its labels say`, async () => {
      const browser = await launchChromium();
      try {
        const page = await browser.newPage();
        await page.addInitScript({ content: script });
        await page.goto(`${server.origin}/${name}.html`);
        const filled = await page.evaluate(values => wayveilPageSide.fillPageUnderTest(values), VALUES);
        expect(listFaults(readLabels(name), filled)).toEqual([]);
        expect(Object.values(filled.fields).filter(one => one.outcome === 'filled').length).toBeGreaterThan(
          2,
        );
      } finally {
        await browser.close();
      }
    });
  }
});

function listFaults(labels: readonly Label[], filled: FilledPage): string[] {
  return labels.flatMap(({ cid, label, accept = [], source }) => {
    if (!label || !/manual$/.test(source) || filled.hidden.includes(String(cid))) return [];
    const field = filled.fields[String(cid)];
    const truth = accept.find(one => EXPECTED[one]);
    if (!truth)
      return field?.outcome === 'filled' ? [`#${cid} is out of scope and got "${field.value}"`] : [];
    // What the page was saved with counts as typed by its owner.
    if (field?.outcome === 'kept_owner_value') return [];
    if (field?.outcome !== 'filled')
      return [`#${cid} ${truth} got nothing (${field?.outcome ?? 'not planned'})`];
    return EXPECTED[truth]?.test(field.value) ? [] : [`#${cid} ${truth} got "${field.value}"`];
  });
}
