/** ISO 3166-1 alpha-3 of the countries that have hubs. */
const ALPHA_3: Readonly<Record<string, string>> = {
  ...{ US: 'USA', CA: 'CAN', GB: 'GBR', IE: 'IRL', DE: 'DEU', FR: 'FRA', ES: 'ESP', IT: 'ITA' },
  ...{ NL: 'NLD', JP: 'JPN', KR: 'KOR', CN: 'CHN', TW: 'TWN', IN: 'IND', BR: 'BRA', AU: 'AUS' },
};

/** What select fields write that no standard has. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  US: ['United States of America', 'U.S.A.', 'America'],
  GB: ['UK', 'Great Britain', 'England', 'United Kingdom (UK)', 'Great Britain (UK)'],
  IE: ['Republic of Ireland', 'Éire'],
  KR: ['Korea, Republic of', 'Republic of Korea', 'Korea (South)', 'Korea', '한국', '대한민국'],
  NL: ['The Netherlands', 'Holland'],
  TW: ['Taiwan, Province of China', 'Taiwan, R.O.C.', '台灣', '台湾'],
  CN: ['中国', '中国大陆', "People's Republic of China", 'Mainland China'],
};

/** All ways to write a country: in the page's language, in English, at home, by code, as usual variants. */
export function listCountryNames(country: string, language: string): string[] {
  const names = [language, 'en', `und-${country}`].map(one => nameIn(country, one));
  return [...new Set([...names, country, ALPHA_3[country] ?? '', ...(ALSO[country] ?? [])])].filter(
    name => name !== '',
  );
}

function nameIn(country: string, language: string): string {
  try {
    const spoken = new Intl.Locale(language || 'en').maximize();
    return new Intl.DisplayNames([spoken.toString()], { type: 'region', fallback: 'none' }).of(country) ?? '';
  } catch {
    return ''; // `lang` attributes hold anything; a language nobody knows has no name for the country.
  }
}
