import { listPostLines } from '#shared/address/post-lines.ts';
import { shortenAddress } from '#shared/address/virtual-address.ts';
import type { FieldDescription, FieldToken } from '../detect/field-description.ts';
import type { VirtualIdentity } from './identity.ts';
import { listHomeless, partTown } from './plan-place.ts';
import { splitStreet } from './split-street.ts';

/** A field of one address with its meaning. */
export interface AddressField {
  field: FieldDescription;
  token: FieldToken;
}

const LINES: ReadonlySet<FieldToken> = new Set([
  'street-address',
  'address-line1',
  'address-line2',
  'address-line3',
  'street-name',
  'house-number',
]);

/** What stands between lines that share a field, where it is no comma. */
const JOINED_BY: Readonly<Record<string, string>> = { JP: ' ', KR: ' ', CN: '', TW: '' };

/** A second line that asks for the part of a building, in the languages of the countries that write it first. */
const UNIT_WORDS = /\b(?:apartment|apt|suite|unit|flat|floor|building|etc|appartement|bureau|optional)\b/i;

/**
 * Spreads the address lines of `identity` over the fields of one address. No line is ever lost or cut: what has
 * no field of its own is joined to the last that has one. Values by field key, best first.
 */
export function planAddressLines(
  fields: readonly AddressField[],
  identity: VirtualIdentity,
): Map<string, string[]> {
  const plan = new Map<string, string[]>();
  const all = fields.filter(one => LINES.has(one.token));
  const lines = partTown(orderLines(all, fields, identity), identity, all);
  const house = all.find(one => one.token === 'house-number');
  const split = house ? splitStreet(lines) : null;
  if (!house || !split) {
    spread(
      plan,
      all.filter(one => one !== house),
      lines,
      identity,
    );
    return plan;
  }
  const street = all.find(one => one.token === 'street-name') ?? all.find(one => one !== house);
  const others = all.filter(one => one !== house && one !== street);
  if (street) plan.set(street.field.key, [split.street]);
  plan.set(house.field.key, [split.houseNumber]);
  if (others.length > 0) spread(plan, others, split.rest, identity);
  else if (split.rest.length > 0) joinToHouse(plan, house, street, split);
  return plan;
}

// Where a page has no field for a further line, the code still has to stand in one of the two that it has.
function joinToHouse(
  plan: Map<string, string[]>,
  house: AddressField,
  street: AddressField | undefined,
  split: { street: string; houseNumber: string; rest: readonly string[] },
): void {
  const joined = [split.houseNumber, ...split.rest].join(', ');
  const { maxLength } = house.field;
  if (street && maxLength !== null && joined.length > maxLength)
    plan.set(street.field.key, [[split.street, ...split.rest].join(', ')]);
  else plan.set(house.field.key, [joined]);
}

/** The lines as this page wants them: with what has no field of its own, the part of a building where it asks for it. */
function orderLines(
  all: readonly AddressField[],
  fields: readonly AddressField[],
  identity: VirtualIdentity,
): readonly string[] {
  if (!fields.some(({ token }) => token === 'postal-code' || token === 'address-level2'))
    return fields.some(({ token }) => token === 'address-level1') ? identity.addressLines : listAll(identity);
  const { before, separator, after } = listHomeless(fields, identity);
  const street = identity.addressLines.map((line, at) =>
    at === 0 && before.length > 0 ? [...before, line].join(separator) : line,
  );
  const second = all.filter(one => one.token !== 'house-number')[1]?.field;
  const asksForUnit = second?.texts.some(({ text }) => UNIT_WORDS.test(text)) ?? false;
  const isUnit = (line: string): boolean => line.includes(identity.deliveryCode ?? '\n');
  const ordered = asksForUnit ? street.toSorted((a, b) => Number(isUnit(a)) - Number(isUnit(b))) : street;
  return [...ordered, ...after];
}

function listAll(identity: VirtualIdentity): string[] {
  return identity.country === ''
    ? identity.addressLines
    : listPostLines(identity, identity.isLatin ? 'latin' : 'local');
}

function spread(
  plan: Map<string, string[]>,
  fields: readonly AddressField[],
  lines: readonly string[],
  identity: VirtualIdentity,
): void {
  const whole = fields.find(one => one.token === 'street-address' && one.field.tag === 'textarea');
  if (whole) {
    plan.set(whole.field.key, [lines.join('\n'), lines.join(', ')]);
    return;
  }
  for (const [at, { field }] of fields.entries()) {
    const own = at === fields.length - 1 ? lines.slice(at) : lines.slice(at, at + 1);
    if (own.length > 0) plan.set(field.key, joinLines(own, fields.length === 1, identity));
  }
}

// Where all lines do not fit, street and code alone bring a parcel.
function joinLines(lines: readonly string[], only: boolean, identity: VirtualIdentity): string[] {
  const short = only ? shortenAddress(identity, identity.deliveryCode ?? '') : null;
  const usual = lines.join(identity.isLatin ? ', ' : (JOINED_BY[identity.country] ?? ', '));
  return [...new Set([usual, lines.join(' '), ...(short ? [short] : [])])];
}
