import { describe, expect, it } from 'vitest';
import { classifyFields } from './classify-fields.ts';
import { describeLabelled } from './describe-labelled.ts';

function listTokens(section: string, labels: readonly string[]): string[] {
  const card = ['Card number', 'Expiry date', 'CVV'].map(label => describeLabelled(label));
  const below = labels.map(label => describeLabelled(label, { sections: [section] }));
  return classifyFields([...card, ...below])
    .slice(card.length)
    .map(({ token }) => token);
}

describe('cards below a heading', () => {
  it('what does not expire below "gift card" pays nothing', () => {
    expect(listTokens('Have a gift card?', ['Card Number', 'CID'])).toEqual(['none', 'none']);
  });

  it('what expires below it is a card', () => {
    const labels = ['Card Number', 'Expiry date', 'CVV'];
    expect(listTokens('Gift card or credit card', labels)).toEqual(['cc-number', 'cc-exp', 'cc-csc']);
  });

  it("a number that a clearer one stands beside is a person's or a shop's", () => {
    const pan = describeLabelled('', { name: 'pan_no', texts: [{ source: 'before', text: 'PAN' }] });
    const number = describeLabelled('Card Number', { name: 'cardnum' });
    const tokens = classifyFields([pan, number].map((one, at) => ({ ...one, key: `${at}` })));
    expect(tokens.map(({ token }) => token)).toEqual(['none', 'cc-number']);
    expect(classifyFields([pan])[0]?.token).toBe('cc-number');
  });

  it('below another heading it is one', () => {
    expect(listTokens('Payment', ['Card Number', 'CVV'])).toEqual(['cc-number', 'cc-csc']);
  });
});
