import { describe, expect, it } from 'vitest';
import { classifyFields } from './classify-fields.ts';
import { describeLabelled } from './describe-labelled.ts';
import type { FieldDescription } from './field-description.ts';
import { scoreField } from './score-field.ts';

function tokensOf(fields: readonly FieldDescription[]): string[] {
  return classifyFields(fields).map(one => one.token);
}

describe('identifiers alone say what a form asks for', () => {
  it.each([
    ['billing[first_name]', 'given-name'],
    ['shippingAddressLine1', 'address-line1'],
    ['customer.address2', 'address-line2'],
    ['ctl00_txtPostalCode', 'postal-code'],
    ['cardHolderCity', 'address-level2'],
    ['billToState', 'address-level1'],
    ['order_email', 'email'],
    ['daytimePhone', 'tel'],
    ['companyName', 'organization'],
    ['ccnumber', 'cc-number'],
    ['nameOnCard', 'cc-name'],
    ['countryCode', 'country'],
    ['couponCode', 'none'],
    ['searchterm', 'none'],
    ['j_username', 'none'],
    ['faxNumber', 'none'],
  ])('%s asks for %s', (name, token) => {
    expect(tokensOf([describeLabelled('', { name })])).toEqual([token]);
  });
});

describe('fields explain each other', () => {
  it('three short phone inputs are the parts of one number', () => {
    const parts = [3, 3, 4].map((maxLength, at) =>
      describeLabelled(at ? '' : 'Phone', { maxLength, name: `ph${at}` }),
    );
    expect(tokensOf(parts)).toEqual(['tel-area-code', 'tel-local-prefix', 'tel-local-suffix']);
  });

  it('an unnamed text input after the first address line is the second', () => {
    expect(tokensOf([describeLabelled('Address'), describeLabelled('')])).toEqual([
      'address-line1',
      'address-line2',
    ]);
  });

  it('month and year are an expiry beside a card and a birthday beside a day', () => {
    const card = [describeLabelled('Card number'), describeLabelled('Month'), describeLabelled('Year')];
    expect(tokensOf(card)).toEqual(['cc-number', 'cc-exp-month', 'cc-exp-year']);
    const birthday = [describeLabelled('Month'), describeLabelled('Day'), describeLabelled('Year')];
    expect(tokensOf(birthday)).toEqual(['none', 'none', 'none']);
  });

  it('a security code far from any card is a riddle against robots', () => {
    expect(tokensOf([describeLabelled('Your message'), describeLabelled('Security code')])).toEqual([
      'none',
      'none',
    ]);
  });

  it('billing and shipping come from the attribute, the name or the heading, in this order', () => {
    const fields = [
      describeLabelled('City', { autocomplete: 'billing address-level2', name: 'ship_city' }),
      describeLabelled('City', { name: 'shipCity', sections: ['Billing address'] }),
      describeLabelled('City', { name: 'city', sections: ['Billing address', 'Shipping'] }),
      describeLabelled('City'),
    ];
    expect(classifyFields(fields).map(one => one.section)).toEqual(['billing', 'shipping', 'billing', null]);
  });

  it('what stands below another person is not asked of the one who buys', () => {
    const another = { sections: ['Emergency contact'] };
    const fields = [
      describeLabelled('First name'),
      describeLabelled('First name', { name: 'ec_first', ...another }),
      describeLabelled('Phone number', { name: 'ec_phone', ...another }),
      describeLabelled('City', another),
    ];
    expect(tokensOf(fields)).toEqual(['given-name', 'none', 'none', 'address-level2']);
    const sections = ['Find a registry'];
    expect(tokensOf(['Last name', 'State'].map(label => describeLabelled(label, { sections })))).toEqual([
      'none',
      'none',
    ]);
  });

  it('what developers call a line of an address is a town where people read so', () => {
    const field = describeLabelled('', { name: 'order[address1]', id: 'shipping-address-address1' });
    const shown: FieldDescription = { ...field, texts: [{ source: 'placeholder', text: '市区町村' }] };
    expect(scoreField(shown).candidates[0]?.token).toBe('address-level2');
  });

  it('an autocomplete attribute wins over a label, but not over a label and a name that agree', () => {
    expect(tokensOf([describeLabelled('Where to?', { autocomplete: 'shipping address-level2' })])).toEqual([
      'address-level2',
    ]);
    expect(
      tokensOf([
        describeLabelled('State / Province', {
          name: 'state',
          id: 'txtState',
          autocomplete: 'address-level2',
        }),
      ]),
    ).toEqual(['address-level1']);
    const holder = { name: 'firstName', autocomplete: 'cc-given-name' };
    expect(tokensOf([describeLabelled('First name', holder)])).toEqual(['given-name']);
  });
});
