import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HUB_COUNTRIES, type HubCountry } from '#shared/address/country-rules.ts';
import { makeVirtualAddress } from '#shared/address/virtual-address.ts';
import { describeLabelled } from '../detect/describe-labelled.ts';
import type { FieldDescription, FieldToken } from '../detect/field-description.ts';
import type { VirtualIdentity } from './identity.ts';
import { planFill } from './plan-fill.ts';

const CODE = '30217';
const STREETS: Partial<Record<HubCountry, string>> = {
  ...{
    US: '1420 NW Lovejoy St',
    FR: '18 Rue Victor Hugo',
    NL: 'Herengracht 182',
    BR: 'Avenida Paulista, 1578',
  },
  ...{
    JP: '西新宿2-8-1',
    KR: '세종대로 110',
    CN: '深南大道10000号',
    TW: '松高路11號',
    ES: 'Calle de Alcalá 45',
  },
};

function makeIdentity(country: HubCountry): VirtualIdentity {
  const address = {
    ...{ addressLines: [STREETS[country] ?? '52 Quay Street'], addressLevel1: 'One', addressLevel2: 'Two' },
    ...{ addressLevel3: 'Three', postalCode: '160-0023', country },
  };
  const hub = { id: 'hub', name: 'Quay', country, address };
  return {
    ...{ name: 'A B', givenName: 'A', familyName: 'B', email: 'a@b.example', deliveryCode: CODE },
    ...{ tel: '+15035550142', telNational: '(503) 555-0142' },
    ...makeVirtualAddress(hub, CODE),
  };
}

const LINE_TOKENS: readonly FieldToken[] = [
  ...([
    'street-address',
    'address-line1',
    'address-line2',
    'address-line3',
    'street-name',
    'house-number',
  ] as const),
];
const OTHER_TOKENS: readonly FieldToken[] = [
  ...([
    'address-level1',
    'address-level2',
    'address-level3',
    'postal-code',
    'country',
    'tel',
    'name',
  ] as const),
];

/** A form of one to four lines of an address and some of what else belongs to one. */
const form = fc.record({
  lines: fc.uniqueArray(fc.constantFrom(...LINE_TOKENS), { minLength: 1, maxLength: 4 }),
  others: fc.uniqueArray(fc.constantFrom(...OTHER_TOKENS)),
  lengths: fc.array(fc.option(fc.integer({ min: 4, max: 80 })), { minLength: 12, maxLength: 12 }),
});

function planForm(
  { lines, others, lengths }: typeof form extends fc.Arbitrary<infer F> ? F : never,
  identity: VirtualIdentity,
) {
  const tokens = [...lines, ...others];
  const fields: FieldDescription[] = tokens.map((token, at) =>
    describeLabelled(token, { key: `f${at}`, maxLength: lengths[at] ?? null }),
  );
  const classified = tokens.map((token, at) => ({
    ...{ fieldKey: `f${at}`, token, ofTelephone: false, section: null, confidence: 1 },
  }));
  const { steps } = planFill({ fields, classified, values: { identity }, origin: '', language: 'en' });
  return { steps, fields: new Map(fields.map(field => [field.key, field])) };
}

describe.each(HUB_COUNTRIES)('any form, filled with an address in %s', country => {
  const identity = makeIdentity(country);

  test('keeps every line and the code, or says that there is no room', () => {
    fc.assert(
      fc.property(form, made => {
        const { steps } = planForm(made, identity);
        const lines = steps.filter(({ token }) => LINE_TOKENS.includes(token));
        // A number alone is no place for an address.
        if (made.lines.every(token => token === 'house-number')) return;
        const written = lines.map(({ values }) => values[0] ?? '').join(' ');
        const full = lines.some(({ values }) => values.length === 0);
        expect(full || written.includes(CODE)).toBe(true);
      }),
    );
  });

  test('gets no value that its field cuts off', () => {
    fc.assert(
      fc.property(form, made => {
        const { steps, fields } = planForm(made, identity);
        for (const { fieldKey, values } of steps) {
          const limit = fields.get(fieldKey)?.maxLength ?? null;
          for (const value of values) expect(limit === null || value.length <= limit).toBe(true);
        }
      }),
    );
  });
});
