import { expect, test } from 'vitest';
import { classifyFields } from './classify-fields.ts';
import { describeLabelled } from './describe-labelled.ts';
import type { FieldDescription } from './field-description.ts';

type Row = [label: string, token: string, more?: Partial<FieldDescription>];

const FORMS: Record<string, Row[]> = {
  'whole names': [
    ['お名前', 'name'],
    ['フリガナ', 'phonetic-name'],
    ['郵便番号', 'postal-code'],
  ],
  'names in brackets': [
    ['氏名（漢字）', 'name'],
    ['氏名（カナ）', 'phonetic-name'],
    ['住所', 'address-line1'],
  ],
  'names in two parts': [
    ['姓', 'family-name'],
    ['名', 'given-name'],
    ['セイ', 'phonetic-family-name'],
    ['メイ', 'phonetic-given-name'],
    ['メールアドレス', 'email'],
  ],
  'parts in brackets': [
    ['お名前（姓）', 'family-name'],
    ['お名前（名）', 'given-name'],
    ['お名前（セイ）', 'phonetic-family-name'],
    ['お名前（メイ）', 'phonetic-given-name'],
  ],
  hiragana: [
    ['お名前', 'name'],
    ['ふりがな', 'phonetic-name'],
  ],
  'parts by words': [
    ['姓', 'family-name'],
    ['名', 'given-name'],
    ['姓（フリガナ）', 'phonetic-family-name'],
    ['名（フリガナ）', 'phonetic-given-name'],
  ],
  'one label over two': [
    ['フリガナ', 'phonetic-family-name', { name: 'kana1' }],
    ['フリガナ', 'phonetic-given-name', { name: 'kana2' }],
  ],
  'in English': [
    ['Last name', 'family-name'],
    ['First name', 'given-name'],
    ['Last name (Kana)', 'phonetic-family-name'],
    ['First name (Kana)', 'phonetic-given-name'],
  ],
  'by identifiers': [
    ['姓', 'family-name', { name: 'last_name' }],
    ['名', 'given-name', { name: 'first_name' }],
    ['姓', 'phonetic-family-name', { name: 'last_name_kana' }],
    ['名', 'phonetic-given-name', { name: 'first_name_kana' }],
  ],
  'the reading of anything else': [
    ['会社名', 'organization'],
    ['会社名（フリガナ）', 'none'],
    ['住所（フリガナ）', 'none'],
    ['カナダの住所', 'address-line1'],
    ['ドメイン', 'none'],
  ],
};

test.each(Object.entries(FORMS))('how a name is read: %s', (_title, rows) => {
  const fields = rows.map(([label, , more], at) => describeLabelled(label, { ...more, key: `f${at}` }));
  expect(classifyFields(fields).map(({ token }) => token)).toEqual(rows.map(([, token]) => token));
});
