import { describe, expect, it } from 'vitest';
import { classifyFields } from './classify-fields.ts';
import { describeLabelled } from './describe-labelled.ts';
import type { FieldDescription } from './field-description.ts';

const COUNTRIES = ['United States', 'Canada', 'Germany', 'France'];
const DIAL_CODES = ['United States +1', 'Germany +49', 'France +33', 'Japan +81'];
const MONTHS = Array.from({ length: 12 }, (_, at) => `${at + 1}`.padStart(2, '0'));
const YEARS = Array.from({ length: 11 }, (_, at) => `${2024 + at}`);
const OFFERED: Readonly<Record<string, readonly string[]>> = {
  countries: COUNTRIES,
  codes: DIAL_CODES,
  dials: ['+1', '+49', '+33', '+81'],
  months: MONTHS,
  years: YEARS,
  list: ['one', 'two'],
  counties: ['臺北市', '新北市', '桃園市'],
  districts: ['中正區', '大同區'],
  spans: ['Exact', '+/- 1 Year', '+/- 2 Years', '+/- 5 Years'],
};

/**
 * One field a line: `label [name] trait trait = token`. Traits: `m4` a limit of letters, a key of `OFFERED` a
 * select, a type of input, `"…"` a placeholder, `hidden`.
 */
function readField(line: string, at: number): { field: FieldDescription; token: string } {
  const [, label = '', name = '', traits = '', token = ''] =
    /^(.*?)\s*(?:\[([^\]]*)\])?((?:(?:^|\s+)(?:"[^"]*"|m\d+|countries|codes|dials|months|years|list|counties|districts|spans|tel|email|password|number|hidden))*)\s*= (\S+)$/.exec(
      line.trim(),
    ) ?? [];
  const said = traits.split(/\s+(?=(?:[^"]*"[^"]*")*[^"]*$)/).filter(Boolean);
  const offered = said.map(one => OFFERED[one]).find(Boolean) ?? [];
  const limit = said.find(one => /^m\d+$/.test(one));
  const shown = said.find(one => one.startsWith('"'))?.slice(1, -1);
  const type = said.find(one => /^(?:tel|email|password|number)$/.test(one)) ?? 'text';
  const field = describeLabelled(label, {
    key: `${at}`,
    name,
    tag: offered.length > 0 ? 'select' : 'input',
    type: offered.length > 0 ? 'select' : type,
    maxLength: limit ? Number(limit.slice(1)) : null,
    options: offered.map(text => ({ value: text, text })),
    optionCount: offered.length,
    visible: !said.includes('hidden'),
  });
  if (shown) field.texts.push({ source: 'placeholder', text: shown });
  return { field, token };
}

function judge(form: string): { said: string[]; expected: string[] } {
  const lines = form.trim().split('\n');
  const read = lines.map(readField);
  const classified = classifyFields(read.map(one => one.field));
  return {
    said: classified.map(({ token }, at) => `${lines[at]?.trim().replace(/= \S+$/, '=')} ${token}`),
    expected: lines.map(one => one.trim()),
  };
}

const FORMS: Record<string, string> = {
  'a checkout that takes mail or telephone': `
    Email or mobile phone number = email
    First name = given-name
    Last name = family-name
    Address = address-line1
    City = address-level2`,
  'a sign-in that takes mail or telephone': `
    Email or mobile phone number = none
    Password password = none`,
  'mail or telephone in other languages': `
    メールアドレスまたは携帯電話番号 = email
    Correo electrónico o número de teléfono móvil = email
    住所 = address-line1`,
  'a bare name beside a given name': `
    Vorname = given-name
    Name = family-name
    Straße = street-name
    Nr. m5 = house-number`,
  'one label over two inputs for a name': `
    Name [dnrfirst] = given-name
    [dnrlast] = family-name`,
  'a label against the name of the control': `
    Company [billing_address2] = organization
    Address [billing_address1] = address-line1`,
  'lines after a list of found addresses': `
    Select your address list = none
    Address line 1 = address-line1
    Address line 2 = address-line2
    [addr3] = address-line3
    [addr4] = address-line3`,
  'a street that asks for its number too': `
    Gade og husnummer = address-line1
    Postnummer = postal-code`,
  'a postcode in halves': `
    郵便番号 m3 = postal-code
    ー m4 = postal-code
    Zip m5 = postal-code
    - m4 = postal-code`,
  'a postcode under the label of the whole address': `
    주소 [rzipcode1] m6 = postal-code
    기본주소 [raddr1] = address-line1
    나머지주소 [raddr2] = address-line2`,
  'one label for city, state and zip': `
    City, State Zip = address-level2
    m2 = address-level1
    m5 = postal-code`,
  'one label over two inputs': `
    Straße / Nr. = street-name
    m6 = house-number
    PLZ / Ort m5 = postal-code
    [b] = address-level2
    Vorwahl / Telefon = tel-area-code
    [c] = tel-local
    Card number / CVV = cc-number
    m4 = cc-csc`,
  'one label over two inputs, joined by a word': `
    Postcode en huisnummer m7 = postal-code
    [h] m10 = house-number`,
  'a street and its number in one, a second line behind': `
    Straße und Hausnummer = address-line1
    [i] = address-line2`,
  'a telephone in three that no length tells apart': `
    Phone [phone_a] = tel-area-code
    [phone_b] = tel-local-prefix
    [phone_c] = tel-local-suffix`,
  'two addresses in two columns': `
    Address [badd1] = address-line1
    Address [sadd1] = address-line1`,
  'a mail address and again': `
    E-mail = email
    Confirm = email`,
  'a card of a shop beside one that pays': `
    Nectar card number = none
    Card number = cc-number
    Validade months = cc-exp-month
    years = cc-exp-year`,
  'a state that says nothing clear': `
    City = address-level2
    ST m2 = address-level1
    Zip = postal-code`,
  'a card with a start date': `
    Card number = cc-number
    Valid from (if shown) m5 "MM/YY" = none
    Expires m5 "MM/YY" = cc-exp
    Code m4 = cc-csc`,
  'a card with a start date in lists': `
    Card number = cc-number
    Start Date months = none
    [sy] years = none
    Expiry Date months = cc-exp-month
    [ey] years = cc-exp-year`,
  'a card in four inputs, one of them veiled': `
    카드번호 tel m4 = cc-number
    tel m4 = cc-number
    password m4 = cc-number
    tel m4 = cc-number
    유효기간 (월/년) m2 = cc-exp-month
    m2 = cc-exp-year
    생년월일 m6 = none`,
  'an expiry as one, its hidden halves behind it': `
    Card number = cc-number
    [cc-exp] "MM / YY" = cc-exp
    [cc-exp-year] hidden years = cc-exp-year`,
  'the receiver before a card': `
    Nome [x] = name
    Destinatário = name
    Número do cartão = cc-number`,
  'a birthday with its day first': `
    Número do cartão = cc-number
    Data de nascimento "DD / MM / AAAA" = none
    Validade "MM / AA" = cc-exp`,
  'a passenger': `
    First name (as on passport) = given-name
    Nationality countries = none
    Country of issue countries = none
    Country code codes = country
    Mobile number = tel`,
  'a telephone whose parts only developers name': `
    Home Phone [HpArea] = tel-area-code
    [HpExchange] = tel-local-prefix
    [HpExt] = tel-local-suffix
    Fax [fax] = none
    Ext. [faxext] = none`,
  'a telephone of boxes without words': `
    ### tel m3 = tel-area-code
    ### tel m3 = tel-local-prefix
    #### tel m4 = tel-local-suffix`,
  'things that are called address or state': `
    IP address = none
    [hist_state] = none
    Search by name = none
    SIM card number = none`,
  'what is searched for, and what is sent': `
    Search stores by city or zip = none
    Enter the code sent to your phone = none
    Website address = none
    Numéro de carte de fidélité = none`,
  'short words among others': `
    Ihre PLZ = postal-code
    Ihr Ort = address-level2
    Last 3 digits on signature strip m3 = cc-csc
    Card number = cc-number`,
  'a number behind the code of its country': `
    Phone codes = country
    tel = tel`,
  'the codes of countries without their names': `
    Phone dials = tel-country-code
    tel = tel`,
  'another building before the street': `
    Building [a1] = address-line2
    Street address [a2] = address-line1`,
  'a birthday that no label names': `
    Card number = cc-number
    Geb. "DD/MM/AAAA" = none
    Expiration (MM/AA) = cc-exp`,
  'signs for words': `
    〒 = postal-code
    Calle = street-name
    Nº = house-number
    Indirizzo e n° civico = street-name`,
  'placeholders that are examples': `
    "例）123-4567" = postal-code
    "例）090-1234-5678" = tel
    "00-000" = postal-code`,
  'an extension has nothing to be filled with': `
    Phone [phone] = tel
    Ext. [phoneExtension] m5 = none`,
  'what a decoy that nobody sees says twice': `
    Card hidden = none
    Card number = cc-number`,
  'one control for all of city, state and postcode': `
    Address = address-line1
    City, State, Zip = none
    Comments = none`,
  'one control for either': `
    Location (City and State or Zip Code) = postal-code
    Radius list = none`,
  'a district beside a state': `
    City = address-level2
    State = address-level1
    Current district = none
    ZIP = postal-code`,
  'a district below a city': `
    Province = address-level1
    City = address-level2
    District = address-level3`,
  'lists of places without words': `
    收件地址 counties = address-level1
    districts = address-level2
    郵遞區號 = postal-code
    詳細地址 = address-line1`,
  'prompts in lists of places': `
    所在地区 list = address-level1
    "请选择市" list = address-level2
    "请选择区/县" list = address-level3
    详细地址 = address-line1`,
  'lines by their numbers': `
    Adresse : ligne 1 [street_0] = address-line1
    Adresse : ligne 2 [street_1] = address-line2
    Adresse : ligne 3 [street_2] = address-line3`,
  'a street that no rule knows, with its number': `
    Irányítószám = postal-code
    Település = address-level2
    Közterület neve, házszám = address-line1`,
  'where a journey begins and ends': `
    Journey starts from [origin_address] = address-line1
    Journey ends at [dest_address] = address-line1`,
  'area code and number': `
    Vorwahl = tel-area-code
    Rufnummer = tel-local`,
  'an address that is looked up': `
    "Enter your delivery address" [addressSearch] = address-line1
    "Apt / Suite / Floor" = address-line2
    "First name" = given-name`,
  'the names of others': `
    Card number = cc-number
    CVC = cc-csc
    In honor of [honoree_name] = none`,
  'a filter of a list': `
    Range spans = none
    Location = none`,
  'a label with its instructions': `
    E-mail Information Order Confirmation E-mail This e-mail address will only be used if we have questions = email
    Street = address-line1`,
};

describe('kinds of forms', () => {
  for (const [kind, form] of Object.entries(FORMS)) {
    it(kind, () => {
      const { said, expected } = judge(form);
      expect(said).toEqual(expected);
    });
  }
});
