import { describe, expect, it } from 'vitest';
import { classifyFields } from './classify-fields.ts';
import { classifyPage, FILLED_KINDS } from './classify-page.ts';
import { describeLabelled } from './describe-labelled.ts';
import type { FieldDescription } from './field-description.ts';

function kindOf(fields: readonly FieldDescription[]): string {
  return classifyPage(fields, classifyFields(fields));
}

const text = (label: string): FieldDescription => describeLabelled(label);
const secret = (label: string): FieldDescription => describeLabelled(label, { type: 'password' });
const search = describeLabelled('Search', { type: 'search', name: 'q' });

describe('what kind of page', () => {
  it.each<[string, FieldDescription[]]>([
    ['checkout', ['First name', 'Address', 'City', 'ZIP code', 'Card number', 'Expiry', 'CVV'].map(text)],
    ['card', ['Card number', 'Expiry date', 'CVV'].map(text)],
    ['card', [describeLabelled('', { name: 'cardnumber' })]],
    ['address', ['Name', 'Street address', 'City', 'ZIP code'].map(text)],
    ['address', [describeLabelled('Street address', { sections: ['Shipping'] }), text('City')]],
    ['checkout', ['E-mail', 'First name', 'Last name', 'Telephone'].map(text)],
    ['sign-in', [text('E-mail'), secret('Password'), search]],
    ['sign-up', [text('E-mail'), secret('Password'), secret('Repeat password')]],
    ['newsletter', [text('Your e-mail'), search]],
    ['search', [search]],
    ['gift-card', [text('Gift card number'), secret('PIN')].slice(0, 1)],
    [
      'contact',
      [text('Name'), text('E-mail'), describeLabelled('Message', { tag: 'textarea', type: 'textarea' })],
    ],
    ['other', [text('Favourite river')]],
    ['other', []],
  ])('%s', (kind, fields) => {
    expect(kindOf(fields)).toBe(kind);
  });

  it('fields that nobody sees make no checkout', () => {
    const hidden = ['Address', 'City', 'Card number', 'CVV'].map(label =>
      describeLabelled(label, { visible: false }),
    );
    expect(kindOf([...hidden, text('Your e-mail')])).toBe('newsletter');
  });

  it('only checkout, address and card are ever filled', () => {
    expect([...FILLED_KINDS].sort()).toEqual(['address', 'card', 'checkout']);
  });
});
