import { describe, expect, it } from 'vitest';
import { classifyFields } from './classify-fields.ts';
import { describeLabelled } from './describe-labelled.ts';
import type { FieldDescription } from './field-description.ts';
import { isForeign, keepFilled } from './keep-filled.ts';

const ADDRESS = ['First name', 'Last name', 'Street address', 'City', 'ZIP code'].map(label =>
  describeLabelled(label, { form: 1 }),
);

function listKept(...fields: FieldDescription[]): string[] {
  const all = [...ADDRESS, ...fields];
  return keepFilled(all, classifyFields(all)).flatMap(({ fieldKey, token }) =>
    token !== 'none' && fields.some(field => field.key === fieldKey) ? [token] : [],
  );
}

describe('forms beside a checkout', () => {
  it('a sign-in form gets nothing', () => {
    const password = describeLabelled('Password', { form: 2, type: 'password' });
    expect(listKept(describeLabelled('E-mail address', { form: 2 }), password)).toEqual([]);
  });

  it('the first step of a sign-in, which takes mail or telephone, gets nothing', () => {
    const says = { form: 2, type: 'email', name: 'identifier' };
    const marked = { ...says, autocomplete: 'username webauthn' };
    expect(listKept(describeLabelled('Email or phone', says))).toEqual([]);
    expect(listKept(describeLabelled('Email or phone', marked))).toEqual([]);
    expect(listKept(describeLabelled('Email', marked))).toEqual([]);
  });

  it('the first step of a sign-in is no part of the checkout around its frame, whatever else it may ask for', () => {
    const says = { type: 'email', name: 'identifier' };
    const judge = (more: Partial<FieldDescription>) => {
      const fields = [describeLabelled('Email or phone', { ...says, ...more })];
      return isForeign(fields, classifyFields(fields));
    };
    expect(judge({ autocomplete: 'username webauthn' })).toBe(true);
    expect(judge({ sections: ['Sign in'] })).toBe(true);
    expect(judge({ sections: ['Delivery'] })).toBe(false);
  });

  it('a subscription gets nothing', () => {
    expect(listKept(describeLabelled('E-mail', { form: 2, sections: ['Newsletter'] }))).toEqual([]);
  });

  it('the mail address in a form of its own is part of the checkout', () => {
    expect(listKept(describeLabelled('E-mail address', { form: 2 }))).toEqual(['email']);
  });

  it('a password that nobody sees makes no sign-in form', () => {
    const password = describeLabelled('Password', { form: 2, type: 'password', visible: false });
    expect(listKept(describeLabelled('E-mail address', { form: 2 }), password)).toEqual(['email']);
  });

  it('a gift card gets no card', () => {
    const pin = describeLabelled('PIN', { form: 2 });
    expect(listKept(describeLabelled('Gift card number', { form: 2 }), pin)).toEqual([]);
  });

  it('a page of a bank that asks for a card number to sign in gets nothing', () => {
    const fields = [describeLabelled('Card number'), describeLabelled('Password', { type: 'password' })];
    expect(keepFilled(fields, classifyFields(fields))).toEqual([]);
  });
});
