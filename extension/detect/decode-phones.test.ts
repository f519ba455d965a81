import { describe, expect, it } from 'vitest';
import { classifyFields } from './classify-fields.ts';
import { describeLabelled } from './describe-labelled.ts';
import type { FieldDescription, FieldToken } from './field-description.ts';
import { judgeForm } from './judge-form.ts';

const CODES = ['010', '011', '02', '031', '070'].map(code => ({ value: code, text: code }));

function describeTitled(title: string, more: Partial<FieldDescription> = {}): FieldDescription {
  return describeLabelled('', { key: title, texts: [{ source: 'title', text: title }], ...more });
}

function describeCodes(name: string, options = CODES): FieldDescription {
  return describeTitled('휴대전화 앞자리', { tag: 'select', type: 'select', name, options, optionCount: 5 });
}

function listTokens(...fields: FieldDescription[]): FieldToken[] {
  return classifyFields(fields.map((field, at) => ({ ...field, key: `${at}` }))).map(one => one.token);
}

const HALVES = [
  describeTitled('휴대전화 가운데 자리', { maxLength: 4 }),
  describeTitled('휴대전화 뒷자리', { maxLength: 4 }),
];
const PARTS: FieldToken[] = ['tel-area-code', 'tel-local-prefix', 'tel-local-suffix'];

describe('a telephone in parts', () => {
  it.each([
    ['codes without a zero', 'Telefonszám [korzet] areas = tel-area-code\n[telszam] m7 = tel-local'],
    ['codes behind their number', 'טלפון [phone1] m7 = tel-local\n[prefix1] trunks = tel-area-code'],
    ['a short box that is called area', 'Телефон [PhoneArea] m5 = tel-area-code\n[Phone] = tel-local'],
    ['three digits before seven', 'Ev Telefonu [txtEvAlan] m3 = tel-area-code\n[txtEvTel] m7 = tel-local'],
    [
      'three parts with a label each',
      '電話番号 市外局番 [tel1] m4 = tel-area-code\n電話番号 市内局番 [tel2] m4 = tel-local-prefix\n電話番号 加入者番号 [tel3] m4 = tel-local-suffix',
    ],
    ['boxes that are called alike', '固定电话 [t1] m4 = tel-area-code\n[t2] = tel-local'],
    [
      'a number behind another',
      'Telefone fixo [ddd] m2 = tel-area-code\n[fone] m9 = tel-local\nCelular [dddcel] m2 = tel-area-code\n[cel] m9 = tel-local',
    ],
    [
      'a number after a list of codes',
      'Best number [pre] trunks = tel-area-code\nNumber [num] m7 = tel-local',
    ],
    ['a prefix that is shown', '[a] "+86" m5 = tel-country-code\nMobile number = tel'],
    [
      'codes with a label each',
      'Country code m4 = tel-country-code\nArea code m3 = tel-area-code\nPhone number = tel-local',
    ],
    [
      'three boxes that are not shown yet',
      '電話番号 [tel01] hidden = tel-area-code\n[tel02] hidden = tel-local-prefix\n[tel03] hidden = tel-local-suffix',
    ],
    [
      'another number behind two parts',
      'Telefon [vorwahl] "Vorwahl" = tel-area-code\n[rufnummer] "Rufnummer" = tel-local\nMobil [mobil] tel = tel',
    ],
    ['a bare number', '[cod_area] "Cód. área" m4 = tel-area-code\n[tel_num] "Número" m8 = tel-local'],
  ])('%s', (_, form) => {
    const { said, expected } = judgeForm(form);
    expect(said).toEqual(expected);
  });

  it('a list of prefixes without a label stands before their number', () => {
    const options = ['+47', '+46'].map(text => ({ value: text, text }));
    const prefixes = describeLabelled('', { tag: 'select', type: 'select', options, optionCount: 2 });
    expect(listTokens(prefixes, describeLabelled('Mobilnr.'))).toEqual(['tel-country-code', 'tel']);
  });

  it('a select of codes and two titled inputs are one number, and so are the next three', () => {
    const number = [describeCodes('hp1'), ...HALVES];
    expect(listTokens(...number, ...number)).toEqual([...PARTS, ...PARTS]);
  });

  it('three inputs of one name under one label are a number, whatever their lengths', () => {
    const part = describeLabelled('', { name: 'phone[]' });
    expect(listTokens(describeLabelled('유선전화', { name: 'phone[]' }), part, part)).toEqual(PARTS);
  });

  it('two inputs under one label, called alike, are area code and number', () => {
    const [one, next] = [
      describeLabelled('Phone', { name: 'phone1' }),
      describeLabelled('', { name: 'phone2' }),
    ];
    expect(listTokens(one, next)).toEqual(['tel-area-code', 'tel-local']);
    const silent = describeLabelled('', { type: 'tel' });
    expect(listTokens(describeLabelled('Phone'), silent)).toEqual(['tel-area-code', 'tel-local']);
    expect(listTokens(one, describeLabelled('Mobile', { name: 'phone2' }))).toEqual(['tel', 'tel']);
  });

  it('"ext" of four digits behind area code and exchange is the rest of the number', () => {
    const area = describeLabelled('Area code', { name: 'hpArea', maxLength: 3 });
    const exchange = describeLabelled('', { name: 'hpExchange', maxLength: 3 });
    const rest = describeLabelled('', { name: 'hpExt', maxLength: 4 });
    expect(listTokens(area, exchange, rest)).toEqual(PARTS);
  });

  it('three inputs without names or limits under one label are a number in parts', () => {
    const [label, silent] = [describeLabelled('전화번호'), describeLabelled('')];
    expect(listTokens(label, silent, silent)).toEqual(PARTS);
    expect(listTokens(label, silent)).toEqual(['tel', 'none']);
  });

  it('a code of three digits before a number without words is its country', () => {
    const code = describeLabelled('', { name: 'isd', maxLength: 3 });
    code.texts.push({ source: 'before', text: 'Mobile No' });
    expect(listTokens(code, describeLabelled('', { name: 'mobNo', maxLength: 10 }))).toEqual([
      'tel-country-code',
      'tel',
    ]);
  });

  it('a short input behind the last part is none of it', () => {
    const zip = describeTitled('우편번호', { maxLength: 5 });
    expect(listTokens(describeCodes('hp1'), ...HALVES, zip)).toEqual([...PARTS, 'postal-code']);
  });

  it('a select of anything else begins no parts', () => {
    const kinds = [{ value: 'm', text: 'Mobile 1' }];
    expect(listTokens(describeCodes('hp1', kinds), ...HALVES)[1]).not.toBe('tel-local-prefix');
  });
});
