import { expect, test } from 'vitest';
import type { CopiedControl } from './clean-copy.ts';
import { makeLabels } from './make-labels.ts';
import { toMeaning } from './meanings.ts';

function makeControl(cid: number, order: number): CopiedControl {
  return { cid, order, tag: 'input', type: 'text', name: '', id: '', autocomplete: '' };
}

test('labels are what was said, and a control that nobody saw has none', () => {
  const controls = [makeControl(0, 2), makeControl(1, 5), makeControl(2, 6)];
  const copy = { html: '', controls, takenOut: [] };
  const labels = makeLabels({ id: 'shop_1', language: 'de' }, copy, [
    { order: 2, meaning: 'postal-code' },
    { order: 6, meaning: 'none' },
  ]);
  expect(labels.labels.map(({ cid, label, source }) => [cid, label, source])).toEqual([
    [0, 'postal-code', 'reported-manual'],
    [1, null, 'unlabelled'],
    [2, 'none', 'reported-manual'],
  ]);
  expect(labels).toMatchObject({ kind: 'address', lang: 'de', n_controls: 3, n_labelled: 2, n_inscope: 1 });
});

test('tokens that mean the same to a person are one meaning', () => {
  expect(toMeaning('street-address')).toBe('address-line1');
  expect(toMeaning('tel-national')).toBe('tel');
  expect(toMeaning('cc-csc')).toBe('cc-csc');
});
