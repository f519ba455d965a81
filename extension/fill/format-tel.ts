import type { VirtualIdentity } from './identity.ts';

export interface TelParts {
  /** As given: E.164. */
  international: string;
  /** Digits with the trunk prefix, as dialled within the country. */
  national: string;
  /** Without the trunk prefix: what follows the country code. */
  significant: string;
  /** National, in the groups that are common there. */
  grouped: string;
  /** With the `+`; empty where it cannot be told. */
  countryCode: string;
  /** Area or network code, then the two halves of the local number. */
  area: string;
  prefix: string;
  suffix: string;
}

/** Takes a telephone number apart by the two ways in which it is written. */
export function splitTel({ tel, telNational = '' }: Pick<VirtualIdentity, 'tel' | 'telNational'>): TelParts {
  const digits = tel.replace(/\D/g, '');
  const groups = telNational.split(/\D+/).filter(group => group !== '');
  const national = groups.join('') || digits;
  // The trunk prefix, a leading zero, is dialled at home only; Italy's zero belongs to the number.
  const significant = digits.endsWith(national) ? national : national.replace(/^0/, '');
  const known = groups.length > 0 && digits.endsWith(significant);
  const area = groups.length > 1 ? (groups[0] ?? '') : '';
  const local = national.slice(area.length);
  const half = area === '' ? 0 : Math.max(0, local.length - 4);
  return {
    ...{ international: `+${digits}`, national, significant, grouped: telNational || national, area },
    countryCode: known ? `+${digits.slice(0, digits.length - significant.length)}` : '',
    prefix: local.slice(0, half),
    suffix: local.slice(half),
  };
}

/** Whether a page in `language` is likely to want the number as dialled within `country`. */
export function speaksLanguageOf(country: string, language: string): boolean {
  try {
    const page = new Intl.Locale(language || 'en');
    if (page.region) return page.region === country;
    return new Intl.Locale(`und-${country}`).maximize().language === page.language;
  } catch {
    return false; // `lang` attributes hold anything.
  }
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
