import type { ComplaintPage } from '../complaint-page.ts';
import { input, select } from '../controls.ts';

const NAME_BR = input('Nome completo', 'name');
/** Writes street, district and city when the postcode is complete, some time after. */
const FIND_CEP = `const find = key => document.querySelector('[data-key=' + key + ']');
  find('postcode').addEventListener('blur', () => setTimeout(() => {
    for (const [key, value] of Object.entries({ streetName: 'Avenida Paulista', district: 'Bela Vista', city: 'São Paulo' }))
      if (find(key)) find(key).value = value;
  }, 300));`;

/** Pages with too little room, too few fields or closed ones. */
export const NARROW_PAGES: readonly ComplaintPage[] = [
  {
    name: 'narrow-addition-nl',
    complaint: 'the addition to a house number, which stands before the street, gets neither street nor code',
    ...{ country: 'NL', language: 'nl' },
    fields: `${input('Voor- en achternaam', 'name')}${input('Postcode', 'postcode', 'maxlength="7"')}
      ${input('Huisnummer', 'house', 'inputmode="numeric"')}${input('Toevoeging', 'number', 'maxlength="6"')}
      ${input('Straat', 'streetName')}${input('Plaats', 'city')}`,
    holds: { house: '182', streetName: '/^Herengracht, p\\/a Grachtenpunt \\d{5}$/', city: 'Amsterdam' },
  },
  {
    name: 'narrow-complement-br',
    complaint: 'where the line of the code has little room the code stands there alone',
    ...{ country: 'BR', language: 'pt-BR' },
    fields: `${NAME_BR}${input('CEP', 'postcode')}${input('Endereço', 'streetName')}${input('Número', 'house')}
      ${input('Complemento', 'line2', 'maxlength="12"')}${input('Bairro', 'district')}${input('Cidade', 'city')}
      ${select('Estado', 'state', { '': 'Selecione', 26: 'São Paulo', 19: 'Rio de Janeiro' })}`,
    script: FIND_CEP,
    holds: { line2: '/^Sala \\d{5}$/', streetName: 'Avenida Paulista', state: '26' },
  },
  {
    name: 'closed-street-br',
    complaint: 'a closed street is nobody else’s line, and what the page wrote there is not told as missing',
    ...{ country: 'BR', language: 'pt-BR' },
    fields: `${NAME_BR}${input('CEP', 'postcode')}${input('Rua', 'streetName', 'readonly')}${input('Número', 'house')}
      ${input('Complemento', 'line2')}${input('Bairro', 'district', 'readonly')}${input('Cidade', 'city', 'readonly')}
      ${input('UF', 'state', 'readonly')}`,
    script: FIND_CEP,
    holds: { line2: '/^Sala \\d{5}, Ponto Ipê$/', house: '1578', state: '' },
    faults: ['state'],
    unfilled: { UF: 'read_only' },
  },
  {
    name: 'postcode-and-city',
    complaint: 'postcode and city in one field are written in its order',
    ...{ country: 'DE', language: 'de' },
    fields: `${input('Name', 'name')}${input('Straße und Hausnummer', 'street')}${input('PLZ / Ort', 'place-1')}
      ${input('Telefon', 'tel')}`,
    holds: { 'place-1': '04275 Leipzig' },
  },
  {
    name: 'other-mobile-kr',
    complaint: 'behind a list of other codes alone the rest of a telephone number stays empty',
    ...{ country: 'KR', language: 'ko' },
    fields: `${input('받는 분', 'name')}${input('우편번호', 'postcode')}${input('도로명주소', 'street')}
      <div>휴대전화 <select name="hp1"><option>010<option>011<option>016</select>-<input data-key="trap-1" name="hp2"
      maxlength="4">-<input data-key="trap-2" name="hp3" maxlength="4"></div>`,
    unfilled: {
      ...{ 휴대전화: 'would_be_anothers', hp2: 'would_be_anothers', hp3: 'would_be_anothers' },
    },
  },
  {
    name: 'short-names-cn',
    complaint: 'cities and districts are found in slow lists without the sign that says what they are',
    ...{ country: 'CN', language: 'zh-CN' },
    fields: `${input('收货人', 'name')}${select('省份', 'state', { '': '请选择', 1: '北京', 2: '广东' })}
      ${select('城市', 'state-city', { '': '请选择' })}${select('区/县', 'state-district', { '': '请选择' })}
      ${input('详细地址', 'street')}`,
    script: `const [province, city, district] = document.querySelectorAll('select');
      const load = (list, names) => setTimeout(() => list.replaceChildren(new Option('请选择', ''), ...names.map(name => new Option(name, name))), 900);
      province.addEventListener('change', () => load(city, ['广州', '深圳']));
      city.addEventListener('change', () => load(district, ['福田', '南山']));`,
    holds: { state: '2', 'state-city': '深圳', 'state-district': '南山' },
  },
  {
    name: 'points-ca',
    complaint: 'a province is found by its abbreviation with points, and nobody asks for more of a ZIP code',
    ...{ country: 'CA', language: 'en' },
    fields: `${input('Full name', 'name')}${input('Street address', 'street')}${input('City', 'city')}
      ${select('Province', 'state', { 0: 'Choose', 602: 'B.C.', 603: 'Que.' })}${input('Postal code', 'postcode', 'maxlength="6"')}`,
    holds: { state: '602', postcode: 'V6E2E9' },
  },
];
