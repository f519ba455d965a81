import { describe, expect, it } from 'vitest';
import { classifyFields } from './classify-fields.ts';
import { describeLabelled } from './describe-labelled.ts';
import { judgeForm } from './judge-form.ts';

const FORMS: Record<string, string> = {
  'a whole name on a control that is called a part of it': `
    Full Name [firstname] = name
    Address = address-line1
    Department / Floor / Mail Stop = address-line2`,
  'two parts of a name, and two numbers, under one label each': `
    Vorname/Name = given-name
    = family-name
    Straße = address-line1
    Telefon/Fax = tel
    = none`,
  'an initial below the label of the whole name': `
    Name [first] = given-name
    [mid] m2 = additional-name
    [last] = family-name
    Address = address-line1`,
  'a flat in several boxes': `
    Strada = street-name
    Număr m4 = house-number
    Bl. m4 = address-line2
    Sc. m4 = address-line2
    Fn. m4 = address-line2
    Cod poștal = postal-code`,
  'floor and side in Danish': `
    Vejnavn = street-name
    Hus nr. = house-number
    Side/dør = address-line2
    By = address-level2
    Side = address-line2
    Postnr. = postal-code`,
  'words for parts of an address': `
    收件人姓名 = name
    Addr = street-name
    House name / no. = house-number
    Корп. = address-line2`,
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
  'a province and its district in Turkish': `
    Adres = address-line1
    İl = address-level1
    İlçe = address-level2`,
  'a region in Czech': `
    Obec = address-level2
    Kraj = address-level1
    Země countries = country`,
  'a name under the label of its row, called after an order': `
    お名前 [order_name01] "姓" = family-name
    [order_name02] "名" = given-name`,
  'a building before its street in India': `
    Flat / House No. / Floor / Building = address-line1
    Colony / Street / Locality = address-line2
    Pincode = postal-code`,
  'a label that goes on over its commas': `
    Flat, House no., Building, Company, Apartment = address-line1
    Postnummer (DHL) = none
    PLZ = postal-code`,
  'what an address is called': `
    地址标签 = none
    Bezeichnung der Adresse = none
    Nome do endereço = none
    Название адреса = none
    配送先住所 = address-line1`,
  'what a bill is numbered by': `
    Codice destinatario (SDI) = none
    手機條碼 = none
    Last name on account = family-name`,
  'a label of a row whose controls show what they are': `
    お名前 [name01] "姓" = family-name
    [name02] "名" = given-name
    住所 [zip] "郵便番号" = postal-code
    [addr01] "市区町村名(例：大阪市北区)" = address-level2
    [addr02] "番地・ビル名" = address-line1`,
  'words of two letters in identifiers': `
    House name or number [hn] = house-number
    Street [st] = street-name
    Village / area [ar] = address-level2`,
  'a number inside and one outside': `
    Calle = street-name
    No. exterior = house-number
    No. interior = address-line2
    Lada m3 = tel-area-code
    Teléfono = tel-local`,
  'what is typed again': `
    メールアドレス = email
    "確認のためもう一度入力してください" = email`,
  'a postcode that developers call a pin': `
    "Pin Code*" [pin] m6 = postal-code
    "City / District*" [city] = address-level2`,
  'a pin code far from any place': `
    Email = email
    Pin code = none`,
  'a department of a country, and one of a house': `
    Departamento list = address-level1
    Dirección = address-line1
    Departamento = address-line2`,
  'a Polish postcode in halves': `
    Ulica i numer = address-line1
    Kod pocztowy m2 = postal-code
    m3 = postal-code`,
  'a name or a company': `
    Imię i nazwisko / nazwa firmy = name
    Ulica i numer domu = address-line1`,
  'a telephone for robots': `
    Your name = name
    [hp] hidden = none`,
  'a Dutch address of postcode and number': `
    "Postcode" = postal-code
    "Huisnummer" [address] = house-number`,
  'the code of a country, not of a telephone': `
    Postal code = postal-code
    Country code m2 = country
    Phone number = tel`,
  'a country by its code, with nobody to call': `
    Ville = address-level2
    Code Pays [country] = country`,
  'a line that says its number before an example': `
    Billing address line 1 "Unit, street, area" = address-line1
    State = address-level1`,
  'a whole name shown as an example': `
    Laskutusnimi "Etunimi Sukunimi" = name
    Postinumero = postal-code`,
  'a last name that stands alone': `
    Nom [lastname] = family-name
    Ville = address-level2`,
  'a house number that takes digits': `
    Straat = street-name
    Huisnummer [adres-nummer] tel = house-number
    Gemeente tel = address-level2`,
  'a street and the one that crosses it': `
    Calle principal = street-name
    Número = house-number
    Calle secundaria = address-line2
    Datos de referencia [referencia_direccion] = none`,
  'an address by what is done with it': `
    "Leveringsadres of afhaallocatie" = address-line1
    "Factuurnaam" = name
    "Postnummer" = postal-code`,
  'a suburb beside a city': `
    Street = address-line1
    Suburb = address-level3
    Town / City = address-level2
    Postcode = postal-code`,
  'a state by name behind its list': `
    State = address-level1
    [order[state_name]] hidden = address-level1`,
  'an address that is looked up, and asked for nowhere else': `
    Full name = name
    Start typing your address = address-line1
    Unit / level = address-line2
    Suburb = address-level2`,
  'a postcode of an address': `
    Card number = cc-number
    Postcode of card billing address = postal-code`,
  'a door and what opens it': `
    House no./name = house-number
    Street = street-name
    Gate or door code = none
    Nommer cette adresse = none
    Hausnummer/Stiege/Tür = house-number
    Block No. = address-line2`,
  'four digits twice behind a postmark': `
    ご住所〒 [zip1] m4 = postal-code
    [zip2] m4 = postal-code
    [jyusho] = address-line1`,
  'lists of places from large to small, the last called like the first': `
    所在地区 [province] counties = address-level1
    [city] list = address-level2
    [county] list = address-level3`,
  'a postcode that its name tells from the address behind it': `
    주소 [zipNo] = postal-code
    [roadAddr] = address-line1
    나머지 주소 [dtlAddr] = address-line2`,
  'a district before its province': `
    Adres = address-line1
    İlçe / İl [txtIlce] = address-level2
    [txtIl] = address-level1`,
  'a flat behind a stroke': `
    Ulica = street-name
    Nr domu/lokalu [dom] m4 = house-number
    [o_lok] m4 = address-line2`,
  'a shop of one country': `
    Billing address [country#country] domestic = country
    "City/Town" [city] = address-level2`,
  'a filter of a list': `
    Range spans = none
    Location = none`,
  'a postcode and a place under one label, nothing between the words': `
    PLZ Ort [oxzip] m5 = postal-code
    [oxcity] = address-level2
    Zip city [a] m5 = postal-code
    [b] = address-level2`,
  'a part of a town that developers call a district': `
    Bairro [county#district] = address-level3
    Cidade = address-level2
    Estado = address-level1`,
  'a number that looks like the Spanish postcode': `
    Ulice = street-name
    č.p: [nr] = house-number
    PSČ = postal-code`,
  'a house and its building': `
    Улица = street-name
    Дом / корпус = house-number`,
  'the name of a building behind a street with its number': `
    House number and street = address-line1
    House/Building name = address-line2`,
  'what issued a licence': `
    City = address-level2
    Province counties = address-level1
    Issuing province counties = none`,
  'a locality beside a town': `
    Address = address-line1
    Locality = address-level3
    Town = address-level2`,
};

describe('kinds of addresses', () => {
  for (const [kind, form] of Object.entries(FORMS)) {
    it(kind, () => {
      const { said, expected } = judgeForm(form);
      expect(said).toEqual(expected);
    });
  }

  it('a state to choose and one to write, each called a state and a country', () => {
    const options = ['Ain', 'Aisne'].map(text => ({ value: text, text }));
    const list = describeLabelled('Etat/pays', { tag: 'select', type: 'select', name: 'region_id', options });
    const texts = [{ source: 'title' as const, text: 'Etat/pays' }];
    const written = describeLabelled('', { name: 'region', texts });
    const said = classifyFields([list, written, describeLabelled('Pays')]);
    expect(said.map(one => one.token)).toEqual(['address-level1', 'address-level1', 'country']);
  });
});
