import type { FieldToken } from '../detect/field-description.ts';
import { cutToLengths } from './format-tel.ts';
import type { VirtualIdentity } from './identity.ts';
import type { AddressField } from './plan-address.ts';

/** Countries that write an address from the largest part to the smallest, street after region and city. */
const LARGEST_FIRST: Readonly<Record<string, string>> = { KR: ' ', JP: '', CN: '', TW: '' };

/** Parts of an address that have no field of their own on a page, for the line of the street. */
export interface Homeless {
  /** Before the street, with `separator` between. */
  before: string[];
  separator: string;
  /** As lines of their own after it. */
  after: string[];
}

/** What stands between the parts of an address that begins with the largest; none where it begins with the smallest. */
function findSeparator({ country, isLatin }: VirtualIdentity): string | undefined {
  return isLatin ? undefined : LARGEST_FIRST[country];
}

/** Region, city and district that `fields` do not ask for by themselves. */
export function listHomeless(fields: readonly AddressField[], identity: VirtualIdentity): Homeless {
  const asks = (token: FieldToken): boolean => fields.some(one => one.token === token);
  const { addressLevel1, addressLevel2, addressLevel3 = '' } = identity;
  const district = asks('address-level3') ? '' : addressLevel3;
  const separator = findSeparator(identity);
  if (separator === undefined) return { before: [], separator: ' ', after: district ? [district] : [] };
  const city = asks('address-level2') ? '' : addressLevel2;
  const region = asks('address-level1') || asks('address-level2') ? '' : addressLevel1;
  return { before: [region, city, district].filter(part => part !== ''), separator, after: [] };
}

/** The city, with the region before it where the page has no field for that and the country writes it so. */
export function listCityNames(fields: readonly AddressField[], identity: VirtualIdentity): string[] {
  const { addressLevel1, addressLevel2 } = identity;
  const names = listShortNames(addressLevel2);
  const separator = findSeparator(identity);
  if (separator === undefined || fields.some(one => one.token === 'address-level1')) return names;
  return [[addressLevel1, addressLevel2].filter(part => part !== '').join(separator), ...names];
}

/** A Chinese city or district also without the sign that says what it is, as lists have it. */
export function listShortNames(place: string): string[] {
  const short = place.replace(/(?<=\p{Script=Han}{2})[市区區县縣]$/u, '');
  return [...new Set([place, short])].filter(name => name !== '');
}

/** The region in every way that forms write it, the post's own first. */
export function listRegionNames({ addressLevel1, regionNames = [] }: VirtualIdentity): string[] {
  return addressLevel1 === '' ? [] : [...new Set([addressLevel1, ...regionNames])];
}

/** The postcode whole, or in the parts that the page asks for. Values by field key. */
export function planPostcode(
  fields: readonly AddressField[],
  { postalCode }: VirtualIdentity,
): Map<string, string[]> {
  const inputs = fields.filter(one => one.token === 'postal-code').map(one => one.field);
  const bare = postalCode.replace(/[\s-]/g, '');
  const parts = postalCode.split(/[\s-]/);
  const cut =
    inputs.length > 1
      ? cutToLengths(
          bare,
          inputs.map(one => one.maxLength),
        )
      : null;
  if (isWithExtension(inputs)) return new Map(inputs.map(({ key }, at) => [key, at === 0 ? [bare] : []]));
  const inParts =
    cut ?? (parts.length > 1 && parts.length === inputs.length && isShort(inputs) ? parts : null);
  return new Map(inputs.map(({ key }, at) => [key, inParts ? [inParts[at] ?? ''] : [postalCode, bare]]));
}

// Nobody need know the four digits that the United States may put behind a ZIP code.
function isWithExtension([first, second, third]: readonly AddressField['field'][]): boolean {
  return first?.maxLength === 5 && second?.maxLength === 4 && third === undefined;
}

function isShort(inputs: readonly AddressField['field'][]): boolean {
  return inputs.every(({ maxLength }) => maxLength !== null && maxLength <= 4);
}

const TOWN = /町名|町域|大字|丁目/;

/** Japan writes the town before its blocks, in one line: parted where the first field of lines asks for the town alone. */
export function partTown(
  lines: readonly string[],
  { country, isLatin }: VirtualIdentity,
  [first, second]: readonly AddressField[],
): readonly string[] {
  const text = first?.field.texts.map(one => one.text).join(' ') ?? '';
  const asks = second !== undefined && TOWN.test(text) && !text.includes('番地');
  const [, town, blocks] = /^(\D+)(\d.*)$/.exec(lines[0] ?? '') ?? [];
  return country === 'JP' && !isLatin && asks && town && blocks ? [town, blocks, ...lines.slice(1)] : lines;
}
