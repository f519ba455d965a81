import type { HubCountry } from '#shared/address/country-rules.ts';
import { findMissingParts, isHubCountry } from '#shared/address/missing-parts.ts';
import type { Locale } from '#shared/api/locale.ts';
import { RealData } from '#shared/api/people.ts';
import { keepVisible } from '#shared/api/visible-text.ts';

/** What the form of real data holds, as it is typed. */
export interface DataEntry {
  name: string;
  email: string;
  tel: string;
  line1: string;
  line2: string;
  city: string;
  region: string;
  postalCode: string;
  country: string;
}

/** What is wrong with a field: nothing stands in it, or what stands there cannot be. */
export type DataProblems = Partial<Record<keyof DataEntry, 'missing' | 'wrong'>>;

const FIELD_OF_PATH: Record<string, keyof DataEntry> = {
  name: 'name',
  email: 'email',
  mobile: 'tel',
  'destination1.addressLines': 'line1',
  'destination1.addressLevel2': 'city',
  'destination1.addressLevel1': 'region',
  'destination1.postalCode': 'postalCode',
  'destination1.country': 'country',
};

/** The country that a form begins with, by the language it is read in. */
export const HOME_COUNTRY = { en: 'US', ko: 'KR', ja: 'JP' } as const satisfies Record<Locale, string>;

/** A form in which nothing was typed yet. */
export function makeEmptyEntry(country: string): DataEntry {
  return {
    ...{ name: '', email: '', tel: '', line1: '', line2: '', city: '', region: '', postalCode: '' },
    country,
  };
}

/** What is kept, as the form shows it. */
export function toDataEntry({ name, email, mobile, destination1 }: RealData): DataEntry {
  const { addressLines, addressLevel2, addressLevel1, postalCode, country } = destination1;
  const [line1 = '', ...rest] = addressLines;
  return {
    ...{ name, email, tel: mobile ?? '', line1, line2: rest.join(', ') },
    ...{ city: addressLevel2, region: addressLevel1, postalCode, country },
  };
}

/** What was typed in a form that began with `first`: the fields that say something else now. */
export function findTyped(first: DataEntry, entry: DataEntry): Partial<DataEntry> {
  return Object.fromEntries(
    Object.entries(entry).filter(([field, text]) => text !== first[field as keyof DataEntry]),
  );
}

/** What was typed over what is kept: fields that the form does not show stay as they are. */
export function mergeRealData(kept: RealData | null, typed: RealData): RealData {
  if (!kept) return typed;
  const { mobile: _mobile, destination1Phone: _phone, ...others } = kept;
  return { ...others, ...typed };
}

const CALLING_CODES: Readonly<Record<HubCountry, string>> = {
  ...{ US: '1', CA: '1', GB: '44', IE: '353', DE: '49', FR: '33', ES: '34', IT: '39' },
  ...{ NL: '31', JP: '81', KR: '82', CN: '86', TW: '886', IN: '91', BR: '55', AU: '61' },
};

/** A number as it is dialled in its country gets the code of that country, where we know it. */
function toInternational(tel: string, country: string): string {
  const dialled = tel.replace(/[\s().-]/g, '').replace(/^00/, '+');
  if (dialled === '' || dialled.startsWith('+') || !isHubCountry(country)) return dialled;
  const code = CALLING_CODES[country];
  // North America dials its own country code at home; Italy keeps the 0, which its mobile numbers have not.
  const home = code === '1' ? dialled.replace(/^1/, '') : dialled.replace(code === '39' ? '' : /^0/, '');
  return `+${code}${home}`;
}

const FIELD_OF_PART = { addressLevel2: 'city', addressLevel1: 'region', postalCode: 'postalCode' } as const;

/** What a parcel cannot do without. */
function findMissing(entry: DataEntry): DataProblems {
  const { city: addressLevel2, region: addressLevel1, postalCode, country } = entry;
  const parts = findMissingParts({ addressLevel2, addressLevel1, postalCode, country });
  const always = (['name', 'email', 'line1'] as const).filter(field => entry[field] === '');
  const missing = [...always, ...parts.map(part => FIELD_OF_PART[part])];
  return Object.fromEntries(missing.map(field => [field, 'missing']));
}

/** What is pasted brings characters along that nobody sees and no mail address or telephone number has. */
function cleanEntry(typed: DataEntry): DataEntry {
  const entry = { ...typed };
  for (const field of Object.keys(makeEmptyEntry('')) as (keyof DataEntry)[])
    entry[field] = keepVisible(typed[field]);
  return entry;
}

/** The real data that was typed, or what is wrong with which field. */
export function readDataEntry(typed: DataEntry): { realData: RealData } | { problems: DataProblems } {
  const entry = cleanEntry(typed);
  const mobile = toInternational(entry.tel, entry.country);
  const decoded = RealData.safeParse({
    name: entry.name,
    email: entry.email,
    destination1: {
      addressLines: [entry.line1, entry.line2].filter(line => line !== ''),
      addressLevel2: entry.city,
      addressLevel1: entry.region,
      postalCode: entry.postalCode,
      country: entry.country,
    },
    ...(mobile === '' ? {} : { mobile, destination1Phone: mobile }),
  });
  const missing = findMissing(entry);
  if (decoded.success && Object.keys(missing).length === 0) return { realData: decoded.data };
  return { problems: { ...findWrong(decoded.error?.issues ?? []), ...missing } };
}

function findWrong(issues: readonly { path: PropertyKey[] }[]): DataProblems {
  const problems: DataProblems = {};
  for (const { path } of issues) {
    const field = FIELD_OF_PATH[path.slice(0, 2).join('.')];
    if (field) problems[field] = 'wrong';
  }
  return problems;
}
