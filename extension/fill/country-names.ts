const ALPHA_3: Readonly<Record<string, string>> = {
  US: 'USA',
  CA: 'CAN',
  GB: 'GBR',
  IE: 'IRL',
  DE: 'DEU',
  FR: 'FRA',
  ES: 'ESP',
  IT: 'ITA',
  NL: 'NLD',
  BE: 'BEL',
  AT: 'AUT',
  CH: 'CHE',
  PT: 'PRT',
  PL: 'POL',
  SE: 'SWE',
  DK: 'DNK',
  NO: 'NOR',
  FI: 'FIN',
  CZ: 'CZE',
  JP: 'JPN',
  KR: 'KOR',
  CN: 'CHN',
  TW: 'TWN',
  HK: 'HKG',
  SG: 'SGP',
  IN: 'IND',
  BR: 'BRA',
  MX: 'MEX',
  AU: 'AUS',
  NZ: 'NZL',
  TR: 'TUR',
};
const ALSO: Readonly<Record<string, readonly string[]>> = {
  US: ['United States of America', 'USA', 'U.S.A.', 'America'],
  GB: ['UK', 'Great Britain', 'England', 'United Kingdom (UK)', 'Great Britain (UK)'],
  KR: ['Korea, Republic of', 'Republic of Korea', 'Korea (South)', 'Korea', '한국', '대한민국'],
  NL: ['The Netherlands', 'Holland'],
  CZ: ['Czech Republic'],
  TW: ['Taiwan, Province of China', 'Taiwan, R.O.C.'],
  CN: ['中国', "People's Republic of China"],
  JP: ['日本'],
};

/** All ways to write a country: the name in the page's language first, then English, codes and usual variants. */
export function listCountryNames(country: string, language: string): string[] {
  const names = [
    nameIn(country, language),
    nameIn(country, 'en'),
    country,
    ALPHA_3[country] ?? '',
    ...(ALSO[country] ?? []),
  ];
  return [...new Set(names.filter(name => name !== ''))];
}

function nameIn(country: string, language: string): string {
  try {
    return new Intl.DisplayNames([language || 'en'], { type: 'region', fallback: 'none' }).of(country) ?? '';
  } catch {
    return ''; // `lang` attributes hold anything; a language nobody knows has no name for the country.
  }
}
