import { describe, expect, it } from 'vitest';
import { classifyFields } from '../detect/classify-fields.ts';
import { classifyPage } from '../detect/classify-page.ts';
import { describeLabelled } from '../detect/describe-labelled.ts';
import type { FieldDescription, FieldToken } from '../detect/field-description.ts';
import type { VirtualIdentity } from './identity.ts';
import { planFill } from './plan-fill.ts';
import { planTel } from './plan-tel.ts';

const GB: VirtualIdentity = {
  name: 'Avery Quill',
  givenName: 'Avery',
  familyName: 'Quill',
  email: 'q7x@mail.example',
  tel: '+441174960148',
  telNational: '0117 496 0148',
  addressLines: ['Unit 30217, Hub', '1 Hub Lane'],
  addressLevel1: '',
  addressLevel2: 'Bristol',
  postalCode: 'BS1 4ST',
  country: 'GB',
  deliveryCode: '30217',
};
const NAMES = ['France', 'Germany', 'United Kingdom', 'United States'];
const NAMED_CODES = ['France (+33)', 'Germany (+49)', 'United Kingdom (+44)', 'United States (+1)'];

const offer = (label: string, name: string, offered: readonly string[]): FieldDescription =>
  describeLabelled(label, {
    ...{ name, tag: 'select', type: 'select', optionCount: offered.length },
    options: offered.map(text => ({ value: text, text })),
  });
const ask = (label: string): FieldDescription => describeLabelled(label);

function read(fields: readonly FieldDescription[]) {
  const named = fields.map((field, at) => ({ ...field, key: `f${at}` }));
  const classified = classifyFields(named);
  const { steps } = planFill({
    ...{ fields: named, classified, values: { identity: GB } },
    ...{ origin: 'https://shop.example', language: 'en' },
  });
  return { named, classified, steps };
}

describe('the country of a telephone', () => {
  const form = [
    offer('Country code', 'code', NAMED_CODES),
    ask('Phone'),
    ask('Address'),
    ask('Town'),
    offer('Country', 'country', NAMES),
  ];

  it('asks for a country, and is told from the country of the address', () => {
    const { classified } = read(form);
    const countries = classified.filter(({ token }) => token === 'country');
    expect(countries.map(({ ofTelephone }) => ofTelephone)).toEqual([true, false]);
  });

  it('is chosen for its calling code, which leaves the number', () => {
    const { steps } = read(form);
    expect(steps.map(({ fieldKey, token }) => `${fieldKey} ${token}`)).toEqual([
      'f4 country',
      'f3 address-level2',
      'f0 tel-country-code',
      'f1 tel',
      'f2 address-line1',
    ]);
    expect(steps.find(({ token }) => token === 'tel-country-code')?.values).toContain('+44');
    expect(steps.find(({ token }) => token === 'tel')?.values[0]).toBe('1174960148');
  });

  it('is one by its name at the telephone too', () => {
    const { classified, steps } = read([offer('Country', 'phone_country', NAMES), ask('Mobile phone')]);
    expect(classified[0]).toMatchObject({ token: 'country', ofTelephone: true });
    expect(steps[1]?.values[0]).toBe('1174960148');
  });

  it('makes no address of a street beside a telephone', () => {
    const { named, classified } = read([ask('Street'), ...form.slice(0, 2)]);
    expect(classifyPage(named, classified)).toBe('other');
  });
});

describe('a telephone beside codes of others alone', () => {
  const parts = [offer('Phone', 'hp1', ['010', '011']), ask('hp2'), ask('hp3')];
  const tokens = ['tel-area-code', 'tel-local-prefix', 'tel-local-suffix'] as const;
  const plan = (fields: readonly FieldDescription[], of: readonly FieldToken[]) =>
    planTel(
      fields.map((field, at) => ({ field: { ...field, key: `f${at}` }, token: of[at] ?? 'none' })),
      GB,
      'en',
    );

  it('is left out in all its parts, since the rest would be a stranger’s', () => {
    expect([...plan(parts, tokens).values()]).toEqual([null, null, null]);
    const own = [offer('Phone', 'hp1', ['010', '0117']), ...parts.slice(1)];
    expect([...plan(own, tokens).values()]).toEqual([['0117'], ['496'], ['0148']]);
  });

  it('is left out whole behind a list of calling codes, and not behind the one that the page says', () => {
    const codes = offer('Code', 'code', ['+1', '+49']);
    const behind = plan([codes, ask('Phone')], ['tel-country-code', 'tel']);
    expect(behind.get('f1')).toBeNull();
    expect(plan([ask('Phone (+44)')], ['tel']).get('f0')?.[0]).toBe('1174960148');
  });

  it('ends with what follows the code, which masks and pickers have before it', () => {
    for (const placeholder of ['+44 ____ ______', '555-555-5555', '']) {
      const texts = placeholder === '' ? [] : [{ source: 'placeholder' as const, text: placeholder }];
      const asked = describeLabelled('Phone');
      const field = { ...asked, texts: [...asked.texts, ...texts] };
      expect(plan([field], ['tel']).get('f0')?.at(-1), placeholder).toBe('1174960148');
    }
  });

  it('has no trunk prefix where there is no room for one', () => {
    const narrow = plan([describeLabelled('Phone', { maxLength: 10 })], ['tel']).get('f0');
    expect(narrow?.filter(value => value.length <= 10)).toEqual(['1174960148']);
  });
});
