import { expect, test } from 'vitest';
import { explainFields } from './explain-field.ts';
import type { FieldDescription } from './field-description.ts';

function makeField(key: string, change: Partial<FieldDescription>): FieldDescription {
  return {
    ...{ key, tag: 'input', type: 'text', name: '', id: '', autocomplete: '', inputMode: '', pattern: '' },
    ...{ maxLength: null, texts: [], options: [], optionCount: 0, sections: [], form: 0, order: 0 },
    ...{ visible: true, writable: true },
    ...change,
  };
}

test('each signal is told with what it means by itself, the most telling first', () => {
  const [why] = explainFields([
    makeField('a', { name: 'f1', type: 'text', texts: [{ source: 'label', text: 'Postal code' }] }),
  ]);
  expect(why?.token).toBe('postal-code');
  expect(why?.signals[0]).toMatchObject({ source: 'label', text: 'Postal code', token: 'postal-code' });
  expect(why?.signals.some(({ source }) => source === 'neighbours')).toBe(false);
});

test('signals that contradict each other are both told', () => {
  const [why] = explainFields([
    makeField('a', { name: 'city', texts: [{ source: 'label', text: 'Card number' }] }),
  ]);
  const told = new Map(why?.signals.map(({ source, token }) => [source, token]));
  expect(told.get('label')).toBe('cc-number');
  expect(told.get('name')).toBe('address-level2');
});

test('a meaning that came from the fields around says so', () => {
  const whys = explainFields([
    makeField('a', { maxLength: 4, texts: [{ source: 'label', text: 'Card number' }] }),
    makeField('b', { maxLength: 4, order: 1 }),
    makeField('c', { texts: [{ source: 'label', text: 'CVC' }], order: 2 }),
  ]);
  expect(whys[1]).toMatchObject({ token: 'cc-number', alone: 'none' });
  expect(whys[1]?.signals[0]?.source).toBe('neighbours');
});

test('a field that says nothing has no signals', () => {
  expect(explainFields([makeField('a', {})])[0]).toMatchObject({ token: 'none', alone: 'none', signals: [] });
});
