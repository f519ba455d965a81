import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ValuesToFill } from '#extension/fill/identity.ts';

/** What the corpus says of one control: its meaning, and the meanings that are as right. */
export interface Label {
  cid: number;
  label: string | null;
  accept?: string[];
  source: string;
}

/** What one control of a page ended up with. `changed`: it holds something else than before the fill. */
export interface HeldField {
  value: string;
  changed: boolean;
  /** Somebody can see it and type into it, and it was empty before. */
  open: boolean;
}

/** Whether a value is right for a field of some meaning. */
type Expectations = Record<string, (value: string) => boolean>;

/** The labels of one page of the corpus in `folder`. */
export function readLabels(folder: string, page: string): Label[] {
  return JSON.parse(readFileSync(join(folder, 'labels', `${page}.json`), 'utf8')).labels;
}

/** What a field of each meaning may hold after a fill with `values` of the United States. */
export function expectValues({ identity, card }: ValuesToFill): Expectations {
  const { addressLines, addressLevel2, postalCode } = identity;
  const lines = addressLines.join(', ');
  const cardName = card?.name ?? '';
  return {
    name: value => value === identity.name,
    'given-name': value => value === identity.givenName,
    'family-name': value => value === identity.familyName,
    organization: value => value === identity.organization,
    email: value => value === identity.email,
    tel: value => identity.tel.endsWith(value.replace(/\D/g, '')) && value.replace(/\D/g, '').length >= 10,
    // Where there is no second line, the first holds both: without its code no parcel arrives.
    'address-line1': value => value === addressLines[0] || value === lines,
    'address-line2': value => value === addressLines[1],
    'address-level1': value => isRegion(value, identity.addressLevel1),
    'address-level2': value => value === addressLevel2,
    'postal-code': value => value === postalCode,
    // A telephone's country is labelled a country too; there the calling code is right.
    country: value => /^(?:US|USA|United States.*|1)$/.test(value),
    'country-name': value => /^(?:US|USA|United States.*|1)$/.test(value),
    'cc-name': value => value !== '' && cardName.split(' ').concat(cardName).includes(value),
    'cc-number': value => value.replace(/\D/g, '') === card?.number,
    ...expectExpiry(card),
    'cc-csc': value => value === card?.csc,
  };
}

function isRegion(value: string, code: string): boolean {
  const names: Record<string, string> = { OR: 'OREGON', CA: 'CALIFORNIA' };
  return [code, names[code]].includes(value.toUpperCase());
}

function expectExpiry(card: ValuesToFill['card']): Expectations {
  const year = String(card?.expiryYear ?? '');
  const month = card?.expiryMonth ?? 0;
  const isYear = (text: string) => text === year || text === year.slice(2);
  return {
    'cc-exp': value => {
      const [first, second] = value.split(/\s*\/\s*/);
      return Number(first) === month && isYear(second ?? '');
    },
    'cc-exp-month': value => Number(value) === month,
    'cc-exp-year': isYear,
  };
}

/** What is wrong with a filled page: fields that got the wrong thing, fields that got nothing, fields that should not. */
export function listFaults(
  labels: readonly Label[],
  held: Readonly<Record<string, HeldField>>,
  expected: Expectations,
): string[] {
  const byCid = new Map(labels.map(label => [String(label.cid), label]));
  return Object.entries(held).flatMap(([cid, field]) => {
    const truths = (byCid.get(cid)?.accept ?? []).filter(one => expected[one]);
    const [truth] = truths;
    if (truth === undefined) return field.changed ? [`#${cid} is out of scope and got "${field.value}"`] : [];
    if (!field.changed) return field.open ? [`#${cid} ${truth} got nothing`] : [];
    return truths.some(one => expected[one]?.(field.value)) ? [] : [`#${cid} ${truth} got "${field.value}"`];
  });
}
