import { RealData } from '#shared/api/people.ts';

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

export type DataProblems = Partial<Record<keyof DataEntry, true>>;

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

/** What was typed over what is kept: fields that the form does not show stay as they are. */
export function mergeRealData(kept: RealData | null, typed: RealData): RealData {
  if (!kept) return typed;
  const { mobile: _mobile, destination1Phone: _phone, ...others } = kept;
  return { ...others, ...typed };
}

/** The real data that was typed, or which fields are wrong. Spaces and hyphens in a telephone number do not count. */
export function readDataEntry(entry: DataEntry): { realData: RealData } | { problems: DataProblems } {
  const mobile = entry.tel.replace(/[\s().-]/g, '');
  const decoded = RealData.safeParse({
    name: entry.name,
    email: entry.email.trim(),
    destination1: {
      addressLines: [entry.line1, entry.line2].filter(line => line.trim() !== ''),
      addressLevel2: entry.city,
      addressLevel1: entry.region,
      postalCode: entry.postalCode,
      country: entry.country,
    },
    ...(mobile === '' ? {} : { mobile, destination1Phone: mobile }),
  });
  if (decoded.success) return { realData: decoded.data };
  const problems: DataProblems = {};
  for (const { path } of decoded.error.issues) {
    const field = FIELD_OF_PATH[path.slice(0, 2).join('.')];
    if (field) problems[field] = true;
  }
  return { problems };
}
