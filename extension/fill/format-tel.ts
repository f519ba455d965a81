/** Country calling code, trunk prefix, main languages. Others are written in E.164 only. */
const PLANS: Readonly<Record<string, readonly [code: string, trunk: string, languages: string]>> = {
  US: ['1', '', 'en es'],
  CA: ['1', '', 'en fr'],
  GB: ['44', '0', 'en'],
  IE: ['353', '0', 'en'],
  DE: ['49', '0', 'de'],
  AT: ['43', '0', 'de'],
  CH: ['41', '0', 'de fr it'],
  FR: ['33', '0', 'fr'],
  BE: ['32', '0', 'nl fr'],
  ES: ['34', '', 'es'],
  IT: ['39', '', 'it'],
  NL: ['31', '0', 'nl'],
  PT: ['351', '', 'pt'],
  PL: ['48', '', 'pl'],
  SE: ['46', '0', 'sv'],
  DK: ['45', '', 'da'],
  NO: ['47', '', 'no nb nn'],
  FI: ['358', '0', 'fi'],
  CZ: ['420', '', 'cs'],
  JP: ['81', '0', 'ja'],
  KR: ['82', '0', 'ko'],
  CN: ['86', '', 'zh'],
  TW: ['886', '0', 'zh'],
  HK: ['852', '', 'zh en'],
  IN: ['91', '', 'en hi'],
  BR: ['55', '', 'pt'],
  MX: ['52', '', 'es'],
  AU: ['61', '0', 'en'],
  NZ: ['64', '0', 'en'],
  SG: ['65', '', 'en'],
  TR: ['90', '0', 'tr'],
};

export interface TelParts {
  /** As given: E.164. */
  international: string;
  /** Digits with the trunk prefix, as dialled within the country. */
  national: string;
  /** With the `+`. */
  countryCode: string;
  /** Area or network code, then the two halves of the local number. */
  area: string;
  prefix: string;
  suffix: string;
}

/** Takes an E.164 number apart by the plan of `country`. */
export function splitTel(tel: string, country: string): TelParts {
  const digits = tel.replace(/\D/g, '');
  const [code = '', trunk = ''] = PLANS[country] ?? [];
  if (!code || !digits.startsWith(code)) {
    return { international: tel, national: digits, countryCode: '', area: '', prefix: '', suffix: digits };
  }
  const national = trunk + digits.slice(code.length);
  const area = national.slice(0, countAreaDigits(national, country));
  const local = national.slice(area.length);
  const half = Math.max(0, local.length - 4);
  return {
    international: `+${digits}`,
    national,
    countryCode: `+${code}`,
    area,
    prefix: local.slice(0, half),
    suffix: local.slice(half),
  };
}

/** Whether a page in `language` is likely to want the number as dialled within `country`. */
export function speaksLanguageOf(country: string, language: string): boolean {
  return PLANS[country]?.[2].split(' ').includes(language.slice(0, 2).toLowerCase()) ?? false;
}

function countAreaDigits(national: string, country: string): number {
  if (country === 'KR') return national.startsWith('02') ? 2 : 3;
  if (country === 'JP') return /^0[36]/.test(national) ? 2 : 3;
  if (country === 'BR') return 2;
  return 3;
}

/** Digits cut to the lengths that inputs allow, where those fit the number exactly; else null. */
export function cutToLengths(digits: string, lengths: readonly (number | null)[]): string[] | null {
  const total = lengths.reduce<number>((sum, one) => sum + (one ?? 0), 0);
  if (lengths.includes(null) || total !== digits.length) return null;
  let at = 0;
  return lengths.map(length => {
    const part = digits.slice(at, at + (length ?? 0));
    at += length ?? 0;
    return part;
  });
}
