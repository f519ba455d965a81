import type { ComplaintPage, PageCountry } from '../complaint-page.ts';
import { input, select } from '../controls.ts';

/** Names as they are read. */
const READINGS: readonly ComplaintPage[] = [
  {
    name: 'kana-parts',
    complaint:
      'a Japanese form asks how family and given name are read, and for the town apart from its blocks',
    ...{ country: 'JP', language: 'ja' },
    fields: `${input('姓', 'family-1')}${input('名', 'family-2')}${input('セイ', 'kana-1', 'pattern="[ァ-ヶー]+"')}${input('メイ', 'kana-2')}
      ${input('郵便番号', 'postcode')}${select('都道府県', 'state', { '': '選択', 12: '千葉県', 13: '東京都', 14: '神奈川県' })}
      ${input('市区町村', 'city')}${input('町名', 'city-town')}${input('番地', 'latinStreet')}${input('建物名', 'line2')}
      ${input('電話番号', 'tel')}`,
    holds: { 'city-town': '西新宿', latinStreet: '2-8-1', city: '新宿区' },
  },
  {
    name: 'kana-whole',
    complaint: 'the reading of a whole name is in katakana, in hiragana or in half width, as the page asks',
    ...{ country: 'JP', language: 'ja' },
    fields: `${input('お名前', 'name')}${input('フリガナ（全角カタカナ）', 'kana', 'placeholder="ヤマダ　タロウ"')}
      ${input('お名前（ふりがな）', 'hiragana')}${input('カナ（半角）', 'halfKana')}${input('郵便番号', 'postcode')}${input('ご住所', 'street')}`,
    holds: { kana: '/^[ァ-ヶ]+　[ァ-ヶ]+$/', street: '/^東京都新宿区西新宿2-8-1/' },
  },
  {
    name: 'kana-of-others',
    complaint: 'how a company or a place is read is not known, and not asked of the name',
    ...{ country: 'JP', language: 'ja' },
    fields: `${input('氏名', 'name')}${input('氏名（カナ）', 'kana')}${input('会社名（フリガナ）', 'trap-1')}
      ${input('郵便番号', 'postcode')}${input('住所', 'street')}${input('住所（フリガナ）', 'trap-2')}`,
  },
];

/** An English shop, to which a hub in another script is one abroad. */
function makeAbroad(country: PageCountry, holds: Record<string, string>): ComplaintPage {
  return {
    name: `abroad-${country.toLowerCase()}`,
    complaint: `a shop in English gets an address in ${country} in Latin letters`,
    ...{ country, language: 'en' },
    fields: `${input('First name', 'latin-1')}${input('Last name', 'latin-2')}${input('Address', 'latinStreet-1')}
      ${input('Apartment, suite', 'latinStreet-2')}${input('City', 'latin-3')}${input('State / Province', 'latin-4')}
      ${input('Postcode', 'postcode')}
      ${select('Country', 'country', { '': '-', US: 'United States', JP: 'Japan', KR: 'South Korea', CN: 'China', TW: 'Taiwan' })}
      ${input('Phone', 'tel')}`,
    holds: { country, ...holds },
  };
}

const ABROAD: readonly ComplaintPage[] = [
  makeAbroad('JP', { 'latinStreet-1': '2-8-1 Nishi-Shinjuku', 'latin-4': 'Tokyo' }),
  makeAbroad('KR', { 'latinStreet-1': '110 Sejong-daero', 'latin-3': 'Jung-gu', 'latin-4': 'Seoul' }),
  makeAbroad('CN', { 'latin-3': 'Shenzhen', 'latin-4': 'Guangdong' }),
  makeAbroad('TW', { 'latin-3': 'Xinyi District', 'latin-4': 'Taipei City' }),
  {
    name: 'english-name-kr',
    complaint: 'a Korean shop gets Hangul, and Latin letters where it asks for the English name',
    ...{ country: 'KR', language: 'ko' },
    fields: `${input('받는 분', 'name')}${input('영문 이름', 'latin')}${input('우편번호', 'postcode')}
      ${input('도로명주소', 'street')}${input('상세주소', 'line2')}<div>휴대폰 <input data-key="tel1" maxlength="3" name="hp1">-<input
      data-key="tel2" maxlength="4" name="hp2">-<input data-key="tel3" maxlength="4" name="hp3"></div>`,
    holds: { street: '서울특별시 중구 세종대로 110', line2: '/^한빛허브 \\d{5}호$/' },
  },
  {
    name: 'split-mail',
    complaint: 'each half of a mail address gets its own, and none where a list gives a domain of others',
    ...{ country: 'KR', language: 'ko' },
    fields: `${input('받는 분', 'name')}<div>이메일 <input data-key="mailLocal" name="email1"> @ <input data-key="mailDomain"
      name="email2"> <select name="email3"><option value="">직접입력</option><option>naver.example</option><option>daum.example</option></select></div>
      ${input('우편번호', 'postcode')}${input('도로명주소', 'street')}
      <div>이메일 <input data-key="trap-1" name="mail_id"> @ <select name="mail_domain"><option>naver.example</option><option>daum.example</option></select></div>`,
    unfilled: { 이메일: 'would_be_anothers' },
  },
  {
    name: 'search-kr',
    complaint: 'what only the search of the page writes is told, and the line behind it gets the rest alone',
    ...{ country: 'KR', language: 'ko' },
    fields: `${input('받는 분', 'name')}${input('우편번호', 'trap-1', 'readonly')}<button type="button">주소 검색</button>
      ${input('도로명주소', 'trap-2', 'readonly')}${input('상세주소', 'line2')}`,
    holds: { line2: '/^한빛허브 \\d{5}호$/' },
    unfilled: { 우편번호: 'read_only', 도로명주소: 'read_only' },
  },
];

/** Parts of addresses that only some countries have. */
const PARTS: readonly ComplaintPage[] = [
  {
    name: 'lists-cn',
    complaint: 'province, city and district are three lists, each loaded after the one before',
    ...{ country: 'CN', language: 'zh-CN' },
    fields: `${input('收货人', 'name')}${select('省份', 'state', { '': '请选择', p1: '北京市', p2: '广东省' })}
      ${select('城市', 'state-city', { '': '请选择' })}${select('区/县', 'state-district', { '': '请选择' })}
      ${input('详细地址', 'street')}${input('邮政编码', 'postcode')}`,
    script: `const [province, city, district] = document.querySelectorAll('select');
      const load = (list, names) => setTimeout(() => list.replaceChildren(new Option('请选择', ''), ...names.map(name => new Option(name, name))), 150);
      province.addEventListener('change', () => load(city, ['广州市', '深圳市']));
      city.addEventListener('change', () => load(district, ['福田区', '南山区']));`,
    holds: { state: 'p2', 'state-city': '深圳市', 'state-district': '南山区' },
  },
  {
    name: 'lists-tw',
    complaint: 'county and district of Taiwan are two lists',
    ...{ country: 'TW', language: 'zh-TW' },
    fields: `${input('收件人', 'name')}${select('縣市', 'state-county', { '': '請選擇', 1: '新北市', 2: '台北市', 3: '基隆市' })}
      ${select('鄉鎮市區', 'state-town', { '': '請選擇' })}${input('郵遞區號', 'postcode')}${input('地址', 'street')}`,
    script: `const [county, town] = document.querySelectorAll('select');
      county.addEventListener('change', () => { town.replaceChildren(new Option('請選擇', ''), new Option('大安區', 'a'), new Option('信義區', 'b')); });`,
    holds: { 'state-county': '2', 'state-town': 'b', street: '/^松高路11號松高驛站\\d{5}室$/' },
  },
  {
    name: 'landmark-in',
    complaint: "an Indian form wants house, street, landmark and PIN; the landmark is nobody's",
    ...{ country: 'IN', language: 'en-IN' },
    fields: `${input('Full name', 'name')}${input('Mobile number', 'tel')}${input('Pincode', 'postcode')}
      ${input('Flat, House no., Building, Company, Apartment', 'line2-1')}${input('Area, Street, Sector, Village', 'street')}
      ${input('Landmark', 'trap')}${input('Town/City', 'city')}${select('State', 'state', { '': 'Choose', DL: 'Delhi', MH: 'Maharashtra' })}`,
    holds: { 'line2-1': '/^Unit \\d{5}, Banyan Hub$/', street: '24 Homi Mody Street', state: 'MH' },
  },
  {
    name: 'tax-br',
    complaint: 'a Brazilian tax number is left to its owner, and they are told',
    ...{ country: 'BR', language: 'pt-BR' },
    fields: `${input('Nome completo', 'name')}${input('CPF', 'number')}${input('CEP', 'postcode')}${input('Rua', 'streetName')}
      ${input('Número', 'house')}${input('Complemento', 'line2')}${input('Bairro', 'district')}${input('Cidade', 'city')}
      ${input('UF', 'state', 'maxlength="2"')}`,
    holds: { state: 'SP', district: 'Bela Vista' },
    unfilled: { CPF: 'only_you' },
  },
  {
    name: 'tax-it',
    complaint: 'an Italian tax number is left to its owner, a provincial code is not',
    ...{ country: 'IT', language: 'it' },
    fields: `${input('Nome', 'given')}${input('Cognome', 'family')}${input('Codice fiscale', 'number')}
      ${input('Partita IVA (facoltativo)', 'number-2')}${input('Indirizzo', 'streetName')}${input('Numero civico', 'house')}
      ${input('Presso', 'line2')}${input('CAP', 'postcode')}${input('Città', 'city')}${input('Provincia', 'state', 'maxlength="2"')}`,
    holds: { streetName: 'Via Torino', house: '40', state: 'MI' },
    unfilled: { 'Codice fiscale': 'only_you' },
  },
];

export const SCRIPT_PAGES: readonly ComplaintPage[] = [...READINGS, ...ABROAD, ...PARTS];
