import { describe, expect, test } from 'vitest';
import { spellName } from '#server/cards/spell-name.ts';
import { SAMPLE_HUBS } from '#server/settings/sample-hubs.ts';
import { makeVirtualAddress, spellLatin } from '#shared/address/virtual-address.ts';
import { classifyFields } from '../detect/classify-fields.ts';
import { describeLabelled } from '../detect/describe-labelled.ts';
import type { FieldDescription } from '../detect/field-description.ts';
import type { VirtualIdentity } from './identity.ts';
import { planFill } from './plan-fill.ts';

const NAMES: Record<string, [given: string, family: string]> = {
  ...{ JP: ['葵', '佐藤'], KR: ['지우', '김'], CN: ['子涵', '王'], TW: ['怡君', '陳'] },
};

function makeIdentity(country: string): VirtualIdentity {
  const hub = SAMPLE_HUBS.find(one => one.country === country);
  const [givenName, familyName] = NAMES[country] ?? ['', ''];
  if (!hub?.latin) throw new Error(`no hub in ${country}`);
  const { phonetic, latin } = spellName(hub.country, givenName, familyName);
  if (!latin) throw new Error(`no Latin name in ${country}`);
  return {
    ...{ name: `${familyName}${givenName}`, givenName, familyName, email: 'q@mail.example', tel: hub.tel },
    ...{ ...makeVirtualAddress(hub, '30217'), deliveryCode: '30217' },
    ...(phonetic && { phonetic }),
    latin: { ...latin, ...makeVirtualAddress(spellLatin(hub, hub.latin), '30217') },
  };
}

function plan(country: string, language: string, labels: readonly (string | FieldDescription)[]) {
  const fields = labels.map((one, at) =>
    typeof one === 'string' ? describeLabelled(one, { key: `f${at}` }) : { ...one, key: `f${at}` },
  );
  const values = { identity: makeIdentity(country) };
  const classified = classifyFields(fields);
  const { steps } = planFill({ fields, classified, values, origin: '', language });
  return Object.fromEntries(steps.map(({ label, values: [value] }) => [label, value]));
}

const ENGLISH = ['Full name', 'Address', 'Apartment', 'City', 'State / Province', 'Postcode'];

describe('a shop abroad reads Latin letters', () => {
  test.each([
    ['JP', ['Aoi Sato', '2-8-1 Nishi-Shinjuku', 'Room 30217, Midori Hub Bldg', 'Shinjuku-ku', 'Tokyo']],
    ['KR', ['Jiwoo Kim', '110 Sejong-daero', 'Room 30217, Hanbit Hub', 'Jung-gu', 'Seoul']],
    [
      'CN',
      [
        'Zihan Wang',
        'No. 10000 Shennan Avenue',
        'Room 30217, Lychee Station, Nanshan District',
        'Shenzhen',
        'Guangdong',
      ],
    ],
    [
      'TW',
      ['Yichun Chen', 'No. 11, Songgao Rd', 'Room 30217, Songgao Station', 'Xinyi District', 'Taipei City'],
    ],
  ])('%s', (country, wanted) => {
    for (const language of ['en', '', 'fr', 'ja-JP']) {
      const written = plan(country, language, ENGLISH);
      expect(ENGLISH.slice(0, 5).map(label => written[label])).toEqual(wanted);
    }
  });

  test('one field, the whole address', () => {
    const written = plan('JP', 'en', [
      'Full name',
      describeLabelled('Address', { tag: 'textarea', type: 'textarea' }),
    ]);
    expect(written.Address).toBe(
      '2-8-1 Nishi-Shinjuku\nRoom 30217, Midori Hub Bldg\nShinjuku-ku, Tokyo\n160-0023',
    );
  });
});

test.each([
  ['JP', 'ja', ['お名前', '住所', '電話番号', 'メールアドレス'], '佐藤葵'],
  ['JP', 'en', ['お名前', '住所', '電話番号', 'メールアドレス'], '佐藤葵'],
  ['KR', 'en', ['받는 분', '주소', '휴대폰'], '김지우'],
  ['CN', '', ['收货人', '详细地址', '邮政编码'], '王子涵'],
  ['TW', 'zh-TW', ['收件人', '地址', '郵遞區號'], '陳怡君'],
  // A Korean or Chinese shop reads no Japanese, nor a Japanese one Chinese.
  ['JP', 'ko', ['받는 분', '주소', '휴대폰'], 'Aoi Sato'],
  ['JP', 'zh-CN', ['收货人', '详细地址', '邮政编码'], 'Aoi Sato'],
  ['CN', 'ja', ['お名前', '住所', '郵便番号'], 'Zihan Wang'],
])('%s at a page in %s, by what a person reads: %j', (country, language, labels, name) => {
  expect(plan(country, language, labels)[labels[0] ?? '']).toBe(name);
});

test('a field that asks for Latin letters gets them at home too', () => {
  const written = plan('KR', 'ko', ['이름', '영문 이름', '주소', '우편번호']);
  expect(written).toMatchObject({ 이름: '김지우', '영문 이름': 'Jiwoo Kim' });
});

describe('how the name is read', () => {
  const example = (label: string, placeholder: string) =>
    describeLabelled(label, {
      texts: [
        { source: 'label', text: label },
        { source: 'placeholder', text: placeholder },
      ],
    });
  test.each<[string | FieldDescription, string]>([
    ['フリガナ', 'サトウアオイ'],
    ['ふりがな', 'さとうあおい'],
    ['カナ（半角）', 'ｻﾄｳｱｵｲ'],
    [example('フリガナ', 'ヤマダ　タロウ'), 'サトウ　アオイ'],
    [example('フリガナ', 'ヤマダ タロウ'), 'サトウ　アオイ'],
    [describeLabelled('フリガナ', { maxLength: 6 }), 'サトウアオイ'],
    [describeLabelled('お名前（カナ）', { pattern: '[ぁ-ん]+' }), 'さとうあおい'],
    [describeLabelled('カナ', { pattern: '[ｦ-ﾟ ]+' }), 'ｻﾄｳｱｵｲ'],
  ])('%j', (field, value) => {
    const label = typeof field === 'string' ? field : (field.texts[0]?.text ?? '');
    expect(plan('JP', 'ja', ['お名前', field, '郵便番号'])[label]).toBe(value);
  });

  test('in parts', () => {
    expect(plan('JP', 'ja', ['姓', '名', 'セイ', 'メイ'])).toEqual({
      姓: '佐藤',
      名: '葵',
      セイ: 'サトウ',
      メイ: 'アオイ',
    });
    expect(plan('JP', 'ja', ['姓', '名', 'せい', 'めい'])).toMatchObject({ せい: 'さとう', めい: 'あおい' });
  });

  test('voiced letters are two in half width', () => {
    const identity = {
      ...makeIdentity('JP'),
      phonetic: { name: 'ワタナベ ジュン', familyName: 'ワタナベ', givenName: 'ジュン' },
    };
    const fields = [describeLabelled('フリガナ（半角カタカナ）', { key: 'f0' })];
    const { steps } = planFill({
      fields,
      classified: classifyFields(fields),
      values: { identity },
      origin: '',
      language: 'ja',
    });
    expect(steps[0]?.values[0]).toBe('ﾜﾀﾅﾍﾞｼﾞｭﾝ');
  });

  test('elsewhere nothing is known of it, and nothing is written', () => {
    expect(plan('KR', 'ja', ['お名前', 'フリガナ', '郵便番号'])).not.toHaveProperty('フリガナ');
  });
});

test('a Japanese town goes to the field that asks for it, its blocks to theirs', () => {
  const written = plan('JP', 'ja', ['お名前', '都道府県', '市区町村', '町名', '番地', '建物名']);
  expect(written).toMatchObject({ 町名: '西新宿', 番地: '2-8-1', 建物名: 'みどりハブビル 30217号' });
});
