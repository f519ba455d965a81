import { describe, expect, it } from 'vitest';
import { describeLabelled } from '../detect/describe-labelled.ts';
import type { FieldDescription, FieldToken } from '../detect/field-description.ts';
import type { VirtualIdentity } from './identity.ts';
import { joinPlace } from './join-place.ts';
import { planAddressLines } from './plan-address.ts';

const NL: VirtualIdentity = {
  ...{ name: 'Sam Mulder', givenName: 'Sam', familyName: 'Mulder', email: 'q7x@mail.example' },
  ...{ tel: '+31207941450', addressLines: ['Herengracht 182', 'p/a Punt 30217'], addressLevel1: '' },
  ...{ addressLevel2: 'Amsterdam', postalCode: '1016 BR', country: 'NL', deliveryCode: '30217' },
};
const AU: VirtualIdentity = {
  ...{ ...NL, addressLines: ['Unit 30217, Hub', '120 Collins Street'], addressLevel1: 'VIC' },
  ...{ addressLevel2: 'Melbourne', postalCode: '3000', country: 'AU' },
};

type Row = readonly [token: FieldToken, more?: Partial<FieldDescription>, label?: string];

const toFields = (rows: readonly Row[]) =>
  rows.map(([token, more, label = token]) => ({
    token,
    field: describeLabelled(label, { key: token, ...more }),
  }));
const PLACE: Row[] = [['postal-code'], ['address-level2']];

function plan(identity: VirtualIdentity, ...rows: Row[]): Record<string, string | undefined> {
  const planned = planAddressLines(toFields([...rows, ...PLACE]), identity);
  return Object.fromEntries([...planned].map(([key, values]) => [key, values[0]]));
}

describe('address lines', () => {
  it('go by what fields ask for, whatever order the page has', () => {
    const rows: Row[] = [['house-number'], ['address-line2'], ['address-line1']];
    expect(plan(NL, ...rows)).toEqual({
      ...{ 'house-number': '182', 'address-line2': 'p/a Punt 30217', 'address-line1': 'Herengracht' },
    });
  });

  it('leave out a field that has no room for a code, and bring it with the street', () => {
    const rows: Row[] = [
      ...([
        ['house-number', { inputMode: 'numeric' }],
        ['address-line2', { maxLength: 4 }],
      ] as const),
      ['street-name'],
    ];
    expect(plan(NL, ...rows)).toEqual({
      'house-number': '182',
      'street-name': 'Herengracht, p/a Punt 30217',
    });
  });

  it('keep the code out of a street that is closed', () => {
    const rows: Row[] = [['house-number'], ['street-name', { writable: false }]];
    expect(plan(NL, ...rows)).toEqual({
      ...{ 'house-number': '182, p/a Punt 30217', 'street-name': 'Herengracht' },
    });
  });

  it('offer the code in ever shorter forms', () => {
    const rows: Row[] = [['house-number'], ['street-name'], ['address-line2', { maxLength: 10 }]];
    const planned = planAddressLines(toFields([...rows, ...PLACE]), AU);
    expect(planned.get('address-line2')).toEqual(['Unit 30217, Hub', 'Unit 30217', '30217']);
  });
});

describe('a field of several parts of a place', () => {
  it.each<[string, FieldToken, Row[], string | null]>([
    ['PLZ / Ort', 'postal-code', [], '3000 Melbourne'],
    ['City, State, ZIP', 'address-level2', [], 'Melbourne, VIC 3000'],
    ['Cidade/UF', 'address-level2', [['postal-code']], 'Melbourne/VIC'],
    ['City or town', 'address-level2', [], null],
    ['Postcode', 'postal-code', [], null],
    ['Town / City', 'address-level2', [['postal-code']], null],
    ['ZIP / City', 'postal-code', [['address-level2']], null],
  ])('%s', (label, token, others, joined) => {
    const [field, ...rest] = toFields([[token, {}, label], ...others]);
    expect(field && joinPlace(field, [field, ...rest], AU)).toBe(joined);
  });
});
