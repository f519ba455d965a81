import { describe, expect, it } from 'vitest';
import { classifyFields } from '../detect/classify-fields.ts';
import { describeLabelled } from '../detect/describe-labelled.ts';
import type { FieldDescription } from '../detect/field-description.ts';
import { chooseOption } from './choose-option.ts';
import type { CardToFill, VirtualIdentity } from './identity.ts';
import { planFill } from './plan-fill.ts';

const US: VirtualIdentity = {
  name: 'Avery Quill',
  givenName: 'Avery',
  familyName: 'Quill',
  email: 'q7x@mail.example',
  tel: '+12025550143',
  telNational: '(202) 555-0143',
  addressLines: ['100 Hub Way', 'PMB 30217'],
  addressLevel1: 'CA',
  regionNames: ['California', 'US-CA'],
  addressLevel2: 'Oakland',
  postalCode: '94607',
  country: 'US',
  deliveryCode: '30217',
};
const DE: VirtualIdentity = {
  ...US,
  tel: '+4930901820',
  telNational: '030 901820',
  addressLines: ['Hafenweg 12a', 'c/o Wayveil 30217'],
  addressLevel1: '',
  addressLevel2: 'Berlin',
  postalCode: '10115',
  country: 'DE',
};
const KR: VirtualIdentity = {
  ...US,
  name: '한가온',
  tel: '+821055501234',
  telNational: '010-5550-1234',
  addressLines: ['테헤란로 1', '웨이베일 30217호'],
  addressLevel1: '서울특별시',
  addressLevel2: '강남구',
  postalCode: '06236',
  country: 'KR',
};
const JP: VirtualIdentity = {
  ...US,
  tel: '+81350000281',
  telNational: '03-5000-0281',
  addressLines: ['西新宿2-8-1', 'ビル 30217号'],
  addressLevel1: '東京都',
  addressLevel2: '新宿区',
  postalCode: '160-0023',
  country: 'JP',
};
const CARD: CardToFill = {
  number: '4111111111111111',
  expiryMonth: 5,
  expiryYear: 2029,
  csc: '123',
  name: 'AVERY QUILL',
};

function planned(
  fields: FieldDescription[],
  identity = US,
  language = 'en',
  card?: CardToFill,
): Record<string, string | undefined> {
  const named = fields.map((field, at) => ({ ...field, key: `f${at}` }));
  const plan = planFill({
    fields: named,
    classified: classifyFields(named),
    values: card ? { identity, card } : { identity },
    origin: 'https://shop.example',
    language,
  });
  return Object.fromEntries(plan.steps.map(step => [step.label, step.values[0]]));
}

const text = (label: string, more: Partial<FieldDescription> = {}): FieldDescription =>
  describeLabelled(label, more);

describe('addresses in the form the page asks for', () => {
  it('two lines, state by code and a national telephone for a page of the same language', () => {
    expect(
      planned(
        ['First name', 'Last name', 'Address', 'Apt, suite', 'City', 'State', 'ZIP code', 'Phone'].map(one =>
          text(one),
        ),
      ),
    ).toEqual({
      'First name': 'Avery',
      'Last name': 'Quill',
      Address: '100 Hub Way',
      'Apt, suite': 'PMB 30217',
      City: 'Oakland',
      State: 'CA',
      'ZIP code': '94607',
      Phone: '2025550143',
    });
  });

  it('one line holds them all', () => {
    expect(planned([text('Street address'), text('City')])).toMatchObject({
      'Street address': '100 Hub Way, PMB 30217',
    });
  });

  it('street and house number apart; the supplement goes to its own field', () => {
    expect(
      planned(
        ['Straße', 'Hausnummer', 'Adresszusatz', 'PLZ', 'Ort', 'Land'].map(one => text(one)),
        DE,
        'de',
      ),
    ).toEqual({
      Straße: 'Hafenweg',
      Hausnummer: '12a',
      Adresszusatz: 'c/o Wayveil 30217',
      PLZ: '10115',
      Ort: 'Berlin',
      Land: 'Deutschland',
    });
  });

  it('a house number without a supplement loses no line', () => {
    expect(
      planned(
        ['Straße', 'Hausnummer', 'Ort'].map(one => text(one)),
        DE,
        'de',
      ),
    ).toMatchObject({ Hausnummer: '12a, c/o Wayveil 30217' });
  });

  it.each([
    ['a Korean road address holds region and city', KR, 'ko', '도로명주소', '서울특별시 강남구 테헤란로 1'],
    ['a Japanese one too, unspaced', JP, 'ja', '住所1', '東京都新宿区西新宿2-8-1'],
  ])('%s', (_, identity, language, label, street) => {
    expect(
      planned([text('Postcode'), text(label), text('Address line 2')], identity, language),
    ).toMatchObject({
      [label]: street,
      'Address line 2': identity.addressLines[1],
    });
    expect(planned([text('City'), text(label)], identity, language)[label]).toMatch(
      new RegExp(`^${identity.addressLines[0]}`),
    );
  });

  it('country comes before state, postcode and city', () => {
    const labels = Object.keys(
      planned(['Name', 'City', 'ZIP code', 'State', 'Country', 'Address'].map(one => text(one))),
    );
    expect(labels).toEqual(['Country', 'State', 'ZIP code', 'City', 'Name', 'Address']);
  });

  it('fields nobody sees and fields nobody may write get nothing', () => {
    const fields = [text('City', { visible: false }), text('Phone', { writable: false }), text('Address')];
    expect(Object.keys(planned(fields))).toEqual(['Address']);
  });

  it('parts of an address that only a search of the page writes are named beside open ones', () => {
    const closed = [text('ZIP code', { writable: false }), text('Address', { writable: false })];
    expect(Object.keys(planned([...closed, text('Address line 2')]))).toHaveLength(3);
    expect(planned(closed)).toEqual({});
  });
});

describe('telephones', () => {
  const parts = (...lengths: number[]): FieldDescription[] =>
    lengths.map((maxLength, at) => text(at ? '' : 'Phone', { maxLength, name: `tel${at}` }));
  it.each<[string, FieldDescription[], VirtualIdentity, string, (string | undefined)[]]>([
    ['whole, another language', [text('Telefon')], US, 'de', ['+12025550143']],
    [
      'whole, a placeholder with +',
      [
        text('', {
          texts: [
            { source: 'label', text: 'Phone' },
            { source: 'placeholder', text: '+1 555 555 5555' },
          ],
        }),
      ],
      US,
      'en',
      ['+12025550143'],
    ],
    ['in three parts', parts(3, 3, 4), US, 'en', ['202', '555', '0143']],
    ['in three Korean parts', parts(3, 4, 4), KR, 'ko', ['010', '5550', '1234']],
    ['too short for the country code', [text('휴대폰', { maxLength: 11 })], KR, 'ko', ['01055501234']],
    ['by a pattern', [text('Phone', { pattern: String.raw`\d{3}-\d{3}-\d{4}` })], US, 'en', ['202-555-0143']],
  ])('%s', (_, fields, identity, language, wanted) => {
    const named = fields.map((field, at) => ({ ...field, key: `f${at}` }));
    const plan = planFill({
      fields: named,
      classified: classifyFields(named),
      values: { identity },
      origin: 'https://shop.example',
      language,
    });
    expect(plan.steps.map(step => step.values[0])).toEqual(wanted);
  });
});

describe('cards', () => {
  it.each<[string, Partial<FieldDescription>, string]>([
    ['Expiry (MM/YY)', {}, '05/29'],
    ['Expiry MM / YYYY', {}, '05 / 2029'],
    ['Expiry date', { maxLength: 4 }, '0529'],
    ['Expiry date', { maxLength: 7 }, '05/2029'],
    ['Gültig bis (MM/JJ)', {}, '05/29'],
    ['Giltig till MM / ÅÅ', {}, '05 / 29'],
    ['Expiry YYYY-MM', {}, '2029-05'],
    ['Expiry date', { type: 'month' }, '2029-05'],
    ['Expiry month', {}, '05'],
    ['Expiry year', { maxLength: 2 }, '29'],
    ['Expiry year', {}, '2029'],
  ])('%s %j gets %s', (label, more, value) => {
    expect(planned([text('Card number'), text(label, more)], US, 'en', CARD)[label]).toBe(value);
  });

  it('card values go to card fields only, and nowhere without a card', () => {
    const fields = ['Name', 'Address', 'City', 'Card number', 'CVV', 'Name on card'].map(one => text(one));
    expect(Object.keys(planned(fields))).toEqual(['City', 'Name', 'Address']);
    const secrets = new Set(['4111111111111111', '123']);
    const filled = Object.entries(planned(fields, US, 'en', CARD)).filter(([, value]) =>
      secrets.has(value ?? ''),
    );
    expect(filled.map(([label]) => label)).toEqual(['Card number', 'CVV']);
  });

  it('what is narrow takes more than its width, what has a limit does not', () => {
    const postcode = (takesMore: boolean) => planned([text('Postcode', { maxLength: 4, takesMore })]);
    expect([postcode(true), postcode(false)]).toEqual([{ Postcode: '94607' }, {}]);
  });

  it('a number in four inputs is cut to them', () => {
    const inputs = [0, 1, 2, 3].map(at => text(at ? '' : 'Card number', { maxLength: 4, name: `n${at}` }));
    expect(Object.values(planned(inputs, US, 'en', CARD))).toEqual(['4111', '1111', '1111', '1111']);
  });
});

describe('options of selects', () => {
  const states = [
    { value: '', text: 'Select' },
    { value: '12', text: 'California' },
    { value: '13', text: 'Colorado' },
  ];
  const codes = [
    { value: 'US', text: '+1 (United States)' },
    { value: 'KR', text: '+82 (South Korea)' },
  ];
  const months = [
    { value: '0', text: 'Month' },
    { value: '5', text: '5 - May' },
    { value: '10', text: '10 - October' },
  ];
  const fromNought = [
    { value: '9', text: '10 - October' },
    { value: '10', text: '11 - November' },
    { value: '11', text: '12 - December' },
  ];
  const signed = [
    { value: 'a', text: '2029年' },
    { value: 'b', text: '2030年' },
  ];
  const pointed = [
    { value: '1', text: 'Que.' },
    { value: '2', text: 'B.C.' },
  ];
  it.each([
    [fromNought, ['11', '11', 'November', 'Nov'], '10'],
    [signed, ['2030', '30'], 'b'],
    [pointed, ['BC', 'British Columbia'], '2'],
    [states, ['CA', 'California'], '12'],
    [codes, ['+82', 'KR'], 'KR'],
    [months, ['05', '5', 'May'], '5'],
    [states, ['ZZ', 'Zanzibar'], null],
  ])('%j offers one of %j: %s', (options, wanted, value) => {
    expect(chooseOption(options, wanted)).toBe(value);
  });
});
