import { describe, expect, it } from 'vitest';
import { classifyFields } from './classify-fields.ts';
import { describeLabelled } from './describe-labelled.ts';
import type { FieldDescription } from './field-description.ts';
import { judgeForm } from './judge-form.ts';

/** What else a form asks for, beside what is of the one who buys. */
const FORMS: Record<string, string> = {
  'a county beside the state that it is of': `
    City = address-level2
    State [state] = address-level1
    County / region [County] = none`,
  'a region that is a country': `
    Provincia [state] = address-level1
    Región [country] = country`,
  'the country of a telephone in a box': `
    Country [countryCode] m3 = tel-country-code
    Area Code m3 = tel-area-code
    Contact Number m7 = tel-local
    Country countries = country`,
  'questions of who delivers': `
    Address = address-line1
    Do we need a code to open the door of your building? [addr_gate] = none`,
  'how a courier comes in': `
    Улица = street-name
    Дом = house-number
    Квартира = address-line2
    Подъезд [entrance] = none
    Этаж [floor] = none
    Домофон [intercom] = none`,
  'who sees it is no family': `
    Last name [lastName] = family-name
    [shopware_surname_confirm] hidden = none`,
  'the number of a business in India': `
    Address 1 = address-line1
    GSTIN [address_attribute_1] = none`,
};

type Row = [label: string, form: number, token: string, given?: Partial<FieldDescription>];

const PASSWORD = { type: 'password' };
const card = { sections: ['Credit card'] };
const certificates = { sections: ['Travel certificates'] };
const offer = (...texts: string[]): Partial<FieldDescription> => ({
  tag: 'select',
  type: 'select',
  options: texts.map(text => ({ value: text, text })),
  optionCount: texts.length,
});
const streets = { sections: ['¿Entre qué calles está?'] };

const PAGES: Record<string, Row[]> = {
  'a sign-in beside the mail address of an order': [
    ['Email', 0, 'none'],
    ['Password', 0, 'none', PASSWORD],
    ['Email', 1, 'email'],
    ['Street address', 1, 'address-line1'],
  ],
  'a mail address that a password may follow, beside an address': [
    ['Email', 0, 'email'],
    ['Password', 0, 'none', { ...PASSWORD, visible: false }],
    ['Street address', 1, 'address-line1'],
  ],
  'a newsletter beside an order': [
    ['Email', 0, 'email'],
    ['Street address', 0, 'address-line1'],
    ['Email', 1, 'none', { name: 'newsletter' }],
  ],
  'an address that is looked for beside the one that is asked for': [
    ['Enter your home address', 0, 'none'],
    ['Street address', 1, 'address-line1'],
    ['City', 1, 'address-level2'],
  ],
  'a number of a German locker, in a form of its own': [
    ['PLZ', 0, 'postal-code'],
    ['Ort', 0, 'address-level2'],
    ['Postnummer', 1, 'none'],
  ],
  'who gets it, before another heading than the card': [
    ['Nome completo', 0, 'name', { sections: ['Dados'] }],
    ['Recebedor', 0, 'name', { name: 'name', sections: ['Entrega'] }],
    ['Número do cartão', 0, 'cc-number', card],
    ['CVV', 0, 'cc-csc', card],
  ],
  'whose a certificate is': [
    ['Last name', 0, 'family-name'],
    ['PIN code', 0, 'none', certificates],
    ['Recipient last name', 0, 'none', certificates],
  ],
  'where a shop is read and paid': [
    ['Region settings', 0, 'none', { name: 'region', ...offer('United States | English | $ (USD)') }],
  ],
  'what an address is called, before an example of one': [
    [
      '',
      0,
      'none',
      {
        texts: [
          { source: 'placeholder', text: '배송지 입력' },
          { source: 'before', text: '배송지명' },
        ],
      },
    ],
  ],
  'a sum behind a month': [
    ['Card number', 0, 'cc-number'],
    ['Month', 0, 'cc-exp-month', offer('1st', '2nd', '3rd', '4th')],
    ['Day of the month', 0, 'none', offer('$10', '$15', '$20', '$25')],
  ],
  'the streets beside': [
    ['Calle', 0, 'address-line1'],
    ['Calle 1', 0, 'none', streets],
    ['Calle 2', 0, 'none', streets],
  ],
};

describe('what stands beside what is asked for', () => {
  for (const [kind, form] of Object.entries(FORMS)) {
    it(kind, () => {
      const { said, expected } = judgeForm(form);
      expect(said).toEqual(expected);
    });
  }

  for (const [kind, rows] of Object.entries(PAGES)) {
    it(kind, () => {
      const fields = rows.map(([label, form, , given], at) =>
        describeLabelled(label, { key: `${at}`, form, ...given }),
      );
      expect(classifyFields(fields).map(one => one.token)).toEqual(rows.map(([, , token]) => token));
    });
  }
});
