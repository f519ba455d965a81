import type { ComplaintPage } from '../complaint-page.ts';
import { COUNTRIES, input, STATES, select } from '../controls.ts';

/** Addresses as the countries write them. */
const NATIONAL: readonly ComplaintPage[] = [
  {
    name: 'house-de',
    complaint: 'a German house number stands apart, the supplement in its field',
    ...{ country: 'DE', language: 'de' },
    fields: `${input('Vorname', 'given')}${input('Nachname', 'family')}${input('Straße', 'streetName')}
      ${input('Nr.', 'house', 'maxlength="6"')}${input('Adresszusatz', 'line2')}${input('PLZ', 'postcode', 'maxlength="5"')}
      ${input('Ort', 'city')}${select('Land', 'country', { AT: 'Österreich', DE: 'Deutschland', CH: 'Schweiz' })}
      ${input('Telefon', 'tel')}`,
    holds: {
      streetName: 'Karl-Liebknecht-Straße',
      house: '52',
      line2: '/^c\\/o Lindenhof Hub \\d{5}$/',
      country: 'DE',
    },
  },
  {
    name: 'house-de-bare',
    complaint: 'without a field for the supplement the code stays in the address',
    ...{ country: 'DE', language: 'de' },
    fields: `${input('Vor- und Nachname', 'name')}${input('Straße', 'streetName')}${input('Hausnummer', 'house', 'maxlength="5"')}
      ${input('PLZ', 'postcode')}${input('Stadt', 'city')}`,
    holds: { streetName: '/^Karl-Liebknecht-Straße, c\\/o Lindenhof Hub \\d{5}$/', house: '52' },
  },
  {
    name: 'house-fr',
    complaint: 'a French number stands before its street, also apart',
    ...{ country: 'FR', language: 'fr' },
    fields: `${input('Prénom', 'given')}${input('Nom', 'family')}${input('Numéro', 'house')}${input('Rue', 'streetName')}
      ${input("Complément d'adresse", 'line2')}${input('Code postal', 'postcode')}${input('Ville', 'city')}
      ${input('Téléphone', 'tel')}`,
    holds: { house: '18', streetName: 'Rue Victor Hugo', line2: '/^Chez Relais des Halles \\d{5}$/' },
  },
  {
    name: 'house-nl',
    complaint: 'a Dutch form asks for postcode and number first',
    ...{ country: 'NL', language: 'nl' },
    fields: `${input('Voornaam', 'given')}${input('Achternaam', 'family')}${input('Postcode', 'postcode')}
      ${input('Huisnummer', 'house')}${input('Straatnaam', 'streetName')}${input('Adresregel 2', 'line2')}
      ${input('Plaats', 'city')}${input('Telefoonnummer', 'tel')}`,
    holds: {
      house: '182',
      streetName: 'Herengracht',
      line2: '/^p\\/a Grachtenpunt \\d{5}$/',
      postcode: '1016 BR',
    },
  },
  {
    name: 'house-br',
    complaint: 'a Brazilian form wants number, complement and district',
    ...{ country: 'BR', language: 'pt-BR' },
    fields: `${input('Nome completo', 'name')}${input('CEP', 'postcode')}${input('Endereço', 'streetName')}
      ${input('Número', 'house')}${input('Complemento', 'line2')}${input('Bairro', 'district')}${input('Cidade', 'city')}
      ${select('Estado', 'state', { '': 'UF', RJ: 'Rio de Janeiro', SP: 'São Paulo', MG: 'Minas Gerais' })}`,
    holds: { streetName: 'Avenida Paulista', house: '1578', district: 'Bela Vista', state: 'SP' },
  },
  {
    name: 'parts-jp',
    complaint: 'a Japanese postcode in two parts, a prefecture by name, a telephone in three',
    ...{ country: 'JP', language: 'ja' },
    fields: `${input('お名前', 'name')}<div>郵便番号 <input data-key="postcode1" maxlength="3" name="zip1" aria-label="郵便番号 前半">-<input
      data-key="postcode2" maxlength="4" name="zip2" aria-label="郵便番号 後半"></div>
      ${select('都道府県', 'state', { '': '選択', 12: '千葉県', 13: '東京都', 14: '神奈川県' })}${input('市区町村', 'city')}
      ${input('番地', 'street')}${input('建物名・部屋番号', 'line2')}
      <div>電話番号 <input data-key="tel1" maxlength="4" name="tel1" aria-label="電話番号 市外局番">-<input
      data-key="tel2" maxlength="4" name="tel2" aria-label="電話番号 市内局番">-<input data-key="tel3" maxlength="4" name="tel3" aria-label="電話番号 加入者番号"></div>`,
    holds: { postcode1: '160', postcode2: '0023', city: '新宿区', tel1: '03' },
  },
  {
    name: 'district-cn',
    complaint: 'province, city and district each go to their list',
    ...{ country: 'CN', language: 'zh-CN' },
    fields: `${input('收货人', 'name')}${select('省份', 'state', { '': '请选择', 110000: '北京市', 440000: '广东省' })}
      ${input('城市', 'city')}${input('区/县', 'district')}${input('详细地址', 'street')}${input('邮政编码', 'postcode')}`,
    holds: { city: '深圳市', district: '南山区', street: '/^深南大道10000号荔枝驿站\\d{5}室$/' },
  },
  {
    name: 'unit-au',
    complaint: 'the unit goes to the field for units though the post writes it first',
    ...{ country: 'AU', language: 'en-AU' },
    fields: `${input('Full name', 'name')}${input('Street address', 'street')}${input('Unit / apartment (optional)', 'line2')}
      ${input('Suburb', 'city')}${select('State', 'state', { '': 'State', NSW: 'New South Wales', VIC: 'Victoria' })}
      ${input('Postcode', 'postcode')}`,
    holds: { street: '120 Collins Street', line2: '/^Unit \\d{5}, Banksia Hub$/' },
  },
];

const REST = `${input('Street address', 'street')}${input('City', 'city')}`;

/** Countries that change the form below them. */
const CHANGING: readonly ComplaintPage[] = [
  {
    name: 'country-empties',
    complaint: 'a country change that empties the form later is noticed, and the form filled again',
    ...{ country: 'US', language: 'en' },
    fields: `${select('Country', 'country', COUNTRIES)}${input('Full name', 'name')}${REST}${input('State', 'state')}
      ${input('ZIP code', 'postcode')}`,
    script: `document.querySelector('select').addEventListener('change', async () => {
      await new Promise(done => setTimeout(done, 250));
      for (const field of document.querySelectorAll('#order input')) field.value = '';
    });`,
    holds: { country: 'US', postcode: '97209' },
  },
  {
    name: 'country-rebuilds',
    complaint: 'a form that is made anew under other names after a country change is filled all the same',
    ...{ country: 'GB', language: 'en' },
    fields: `${select('Country', 'country', { ...COUNTRIES, '': 'United States' })}${input('Full name', 'name')}
      <div id="rest">${REST}${input('ZIP code', 'postcode')}</div>`,
    script: `document.querySelector('select').addEventListener('change', () => {
      const rest = document.getElementById('rest'); rest.setAttribute('aria-busy', 'true');
      setTimeout(() => { rest.innerHTML = ${JSON.stringify(
        `${input('Street address', 'street')}${input('Town or city', 'city')}${input('Postcode', 'postcode')}`,
      )}; rest.removeAttribute('aria-busy'); }, 200);
    });`,
    holds: { country: 'GB', street: '/^Unit \\d{5}, Harbour Hub, 48 Corn Street$/', postcode: 'BS1 1HQ' },
  },
  {
    name: 'state-becomes-text',
    complaint: 'a list of states that becomes a text field is filled as one',
    ...{ country: 'US', language: 'en' },
    fields: `${select('Country', 'country', { CA: 'Canada', US: 'United States' })}${input('Full name', 'name')}${REST}
      <div id="region">${select('State / province', 'state', { '': '-', BC: 'British Columbia', ON: 'Ontario' })}</div>
      ${input('ZIP code', 'postcode')}`,
    script: `document.querySelector('select').addEventListener('change', () => setTimeout(() => {
      document.getElementById('region').innerHTML = ${JSON.stringify(input('State / province', 'state'))};
    }, 60));`,
    holds: { state: 'OR' },
  },
  {
    name: 'states-by-fetch',
    complaint: 'states are awaited after the country, and the postcode after the state',
    ...{ country: 'US', language: 'en' },
    fields: `${select('Country', 'country', COUNTRIES)}${input('Full name', 'name')}${REST}
      ${select('State', 'state', { '': 'Choose a country first' }, 'disabled')}${input('ZIP code', 'postcode', 'disabled')}`,
    script: `const [country, state] = document.querySelectorAll('select');
      const postcode = document.querySelector('[data-key=postcode]');
      country.addEventListener('change', () => { state.disabled = true; setTimeout(() => {
        state.innerHTML = ${JSON.stringify(
          Object.entries(STATES)
            .map(([code, text]) => `<option value="region-${code}">${text}`)
            .join(''),
        )}; state.disabled = false; }, 300); });
      state.addEventListener('change', () => { setTimeout(() => { postcode.disabled = false; postcode.value = ''; }, 150); });`,
    holds: { state: 'region-OR', postcode: '97209' },
  },
  {
    name: 'country-by-name',
    complaint: 'a country is found by its name in the language of the page, whatever its value is',
    ...{ country: 'KR', language: 'de' },
    fields: `${input('Name', 'name')}${input('Straße und Hausnummer', 'line2-1')}${input('PLZ', 'postcode')}${input('Ort', 'city')}
      ${select('Land', 'country', { 1: 'Deutschland', 2: 'Österreich', 3: 'Südkorea', 4: 'Nordkorea' })}`,
    holds: { country: '3', postcode: '04524' },
  },
  {
    name: 'phone-country-code',
    complaint: 'behind a list of country codes stands the number without its code',
    ...{ country: 'GB', language: 'en' },
    fields: `${input('Full name', 'name')}${REST}${input('Postcode', 'postcode')}<fieldset><legend>Phone</legend>
      <select data-key="telCode" aria-label="Country code"><option value="+1">Canada (+1)<option value="+1 ">United States (+1)<option
      value="+44">United Kingdom (+44)<option value="+49">Germany (+49)</select>
      <input type="tel" data-key="telNational" aria-label="Phone number"></fieldset>`,
    holds: { telCode: '+44', telNational: '1174960148' },
  },
  {
    name: 'country-not-offered',
    complaint: 'a shop that does not deliver to the country leaves it empty, and the owner is told',
    ...{ country: 'US', language: 'en' },
    fields: `${input('Full name', 'name')}${REST}${input('Postcode', 'postcode')}
      ${select('Country', 'country', { FR: 'France', BE: 'Belgium' })}`,
    holds: { country: 'FR' },
    unfilled: { Country: 'not_offered' },
  },
];

export const COUNTRY_PAGES: readonly ComplaintPage[] = [...NATIONAL, ...CHANGING];
