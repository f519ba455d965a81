import type { HubCountry } from '#shared/address/country-rules.ts';
import type { Hub } from '#shared/address/hub.ts';

type Row = readonly [
  country: HubCountry,
  city: string,
  name: string,
  tel: string,
  street: string,
  addressLevel2: string,
  addressLevel1: string,
  postalCode: string,
];

const ROWS: readonly Row[] = [
  ['US', 'portland', 'Rosewater Parcel Hub', '+15035550142', '1420 NW Lovejoy St', 'Portland', 'OR', '97209'],
  ['CA', 'vancouver', 'Cedar Parcel Hub', '+16045550143', '1055 W Hastings St', 'Vancouver', 'BC', 'V6E 2E9'],
  ['GB', 'bristol', 'Harbour Hub', '+441174960148', '48 Corn Street', 'Bristol', '', 'BS1 1HQ'],
  ['IE', 'dublin', 'Liffey Hub', '+35312345014', '14 Dawson Street', 'Dublin', 'Co. Dublin', 'D02 X285'],
  ['DE', 'leipzig', 'Lindenhof Hub', '+493412310052', 'Karl-Liebknecht-Straße 52', 'Leipzig', '', '04275'],
  ['FR', 'lyon', 'Relais des Halles', '+33199001452', '18 Rue Victor Hugo', 'Lyon', '', '69002'],
  ['ES', 'madrid', 'Centro Alcalá', '+34911230145', 'Calle de Alcalá 45', 'Madrid', 'Madrid', '28014'],
  ['IT', 'milano', 'Centro Torino', '+390236001450', 'Via Torino 40', 'Milano', 'MI', '20123'],
  ['NL', 'amsterdam', 'Grachtenpunt', '+31207941450', 'Herengracht 182', 'Amsterdam', '', '1016 BR'],
  ['JP', 'tokyo', 'みどりハブビル', '+81350000281', '西新宿2-8-1', '新宿区', '東京都', '160-0023'],
  ['KR', 'seoul', '한빛허브', '+82220000110', '세종대로 110', '중구', '서울특별시', '04524'],
  ['CN', 'shenzhen', '荔枝驿站', '+8675582001450', '深南大道10000号', '深圳市', '广东省', '518057'],
  ['TW', 'taipei', '松高驛站', '+886227201450', '松高路11號', '信義區', '臺北市', '110'],
  ['IN', 'mumbai', 'Banyan Hub', '+912240001450', '24 Homi Mody Street', 'Mumbai', 'Maharashtra', '400001'],
  ['BR', 'sao-paulo', 'Ponto Ipê', '+551140001450', 'Avenida Paulista, 1578', 'São Paulo', 'SP', '01310-200'],
  ['AU', 'melbourne', 'Banksia Hub', '+61370101450', '120 Collins Street', 'Melbourne', 'VIC', '3000'],
];

/** ISO 3166-2 code and further names of each sample's region. */
const REGIONS: Partial<Record<HubCountry, Hub['region']>> = {
  US: { code: 'OR', names: ['Oregon'] },
  CA: { code: 'BC', names: ['British Columbia', 'Colombie-Britannique'] },
  IE: { code: 'D', names: ['Dublin', 'County Dublin'] },
  ES: { code: 'M', names: ['Comunidad de Madrid'] },
  IT: { code: 'MI', names: ['Milano', 'Milan'] },
  JP: { code: '13', names: ['東京', 'Tokyo'] },
  KR: { code: '11', names: ['서울', '서울시', 'Seoul'] },
  CN: { code: 'GD', names: ['广东', 'Guangdong'] },
  TW: { code: 'TPE', names: ['台北市', '台北', 'Taipei City', 'Taipei'] },
  IN: { code: 'MH', names: [] },
  BR: { code: 'SP', names: ['São Paulo'] },
  AU: { code: 'VIC', names: ['Victoria'] },
};

/** Districts, where the post wants one. */
const DISTRICTS: Partial<Record<HubCountry, string>> = { CN: '南山区', BR: 'Bela Vista' };

/** In Latin letters: name, street, city, region and district. */
const LATIN: Partial<Record<HubCountry, readonly string[]>> = {
  JP: ['Midori Hub Bldg', '2-8-1 Nishi-Shinjuku', 'Shinjuku-ku', 'Tokyo'],
  KR: ['Hanbit Hub', '110 Sejong-daero', 'Jung-gu', 'Seoul'],
  CN: ['Lychee Station', 'No. 10000 Shennan Avenue', 'Shenzhen', 'Guangdong', 'Nanshan District'],
  TW: ['Songgao Station', 'No. 11, Songgao Rd', 'Xinyi District', 'Taipei City'],
};

/** Hubs to try Wayveil with: real streets and postcodes, so that shops accept them, but nobody there takes parcels. */
export const SAMPLE_HUBS: readonly Hub[] = ROWS.map(makeHub);

function makeHub([country, city, name, tel, street, addressLevel2, addressLevel1, postalCode]: Row): Hub {
  const region = REGIONS[country];
  const addressLevel3 = DISTRICTS[country];
  return {
    ...{ id: `${country.toLowerCase()}-${city}`, name, country, tel },
    address: {
      ...{ addressLines: [street], addressLevel2, addressLevel1, postalCode, country },
      ...(addressLevel3 && { addressLevel3 }),
    },
    ...(region && { region }),
    ...spellSample(country),
  };
}

function spellSample(country: HubCountry): Pick<Hub, 'latin'> {
  const [name, street, addressLevel2, addressLevel1, addressLevel3] = LATIN[country] ?? [];
  if (!name || !street || !addressLevel2 || !addressLevel1) return {};
  const parts = { addressLines: [street], addressLevel2, addressLevel1 };
  return { latin: { name, ...parts, ...(addressLevel3 && { addressLevel3 }) } };
}
