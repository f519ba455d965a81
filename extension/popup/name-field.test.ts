import { expect, test } from 'vitest';
import { LOCALES } from '#shared/api/locale.ts';
import { makeText } from '../ui/text.ts';
import { nameField } from './name-field.ts';

test('a field is called what its page calls it', () => {
  expect(nameField({ label: 'ZIP', token: 'postal-code' }, makeText('ko'))).toBe('ZIP');
});

test.each(LOCALES)('a field that its page calls nothing is called by its meaning, in %s', locale => {
  const text = makeText(locale);
  expect(nameField({ label: '', token: 'postal-code' }, text)).toBe(text.t('meaning.postal-code'));
  expect(nameField({ label: '', token: 'tel-local-suffix' }, text)).toBe(text.t('meaning.tel-local'));
  expect(nameField({ label: '', token: 'none' }, text)).toBe(text.t('why.nameless'));
});
