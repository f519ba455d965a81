import { listPostLines } from '#shared/address/post-lines.ts';
import { shortenAddress, shortenCode } from '#shared/address/virtual-address.ts';
import type { FieldDescription, FieldToken } from '../detect/field-description.ts';
import type { VirtualIdentity } from './identity.ts';
import { listHomeless, partTown } from './plan-place.ts';
import { type SplitStreet, splitStreet } from './split-street.ts';

/** A field of one address with its meaning. */
export interface AddressField {
  field: FieldDescription;
  token: FieldToken;
}

/** Lines in the order in which an address has them, whatever order the page has; the number of a house stands apart. */
const LINE_ORDER: readonly FieldToken[] = [
  ...(['street-name', 'address-line1', 'street-address', 'address-line2', 'address-line3'] as const),
];

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
  const house = fields.find(one => one.token === 'house-number');
  const asked = fields
    .filter(one => LINE_ORDER.includes(one.token))
    .toSorted((a, b) => rankLine(a) - rankLine(b));
  const roomy = asked.filter(one => hasRoom(one, identity));
  const all = roomy.some(one => one.field.writable) ? roomy : asked;
  const lines = partTown(orderLines(all, fields, identity), identity, all);
  const split = house ? splitStreet(lines) : null;
  if (!house || !split) return spread(all, lines, identity);
  const [street, ...others] = all;
  const plan = others.length > 0 ? spread(others, split.rest, identity) : new Map<string, string[]>();
  if (street) plan.set(street.field.key, [split.street]);
  plan.set(house.field.key, [split.houseNumber]);
  if (others.length === 0 && split.rest.length > 0) joinToHouse(plan, { house, street, split, identity });
  return plan;
}

function rankLine({ token }: AddressField): number {
  return LINE_ORDER.indexOf(token) < LINE_ORDER.indexOf('address-line2') ? 0 : LINE_ORDER.indexOf(token);
}

// A further line that takes no more than the addition to a house number is no place for a code.
function hasRoom({ field, token }: AddressField, identity: VirtualIdentity): boolean {
  const isFirst = rankLine({ field, token }) === 0;
  const least = listShortCodes(identity).at(-1)?.length ?? 0;
  return isFirst || field.takesMore === true || field.maxLength === null || field.maxLength >= least;
}

/** The code of a person without the hub's name, in ever shorter forms. The Dutch post has no room for one in an addition. */
function listShortCodes(identity: VirtualIdentity): string[] {
  const { deliveryCode: code = '', country } = identity;
  const short = shortenCode(identity, code);
  return [...(short ? [short] : []), ...(code && country !== 'NL' ? [code] : [])];
}

interface HouseForm {
  house: AddressField;
  street: AddressField | undefined;
  split: SplitStreet;
  identity: VirtualIdentity;
}

// Where a page has no field for a further line, the code still has to stand in one of the two that it has.
function joinToHouse(plan: Map<string, string[]>, { house, street, split, identity }: HouseForm): void {
  const joined = [split.houseNumber, ...split.rest].join(', ');
  const { maxLength } = house.field;
  const isFull = maxLength !== null && joined.length > maxLength;
  if (!street?.field.writable || (canHoldRest(house) && !isFull)) {
    plan.set(house.field.key, [joined]);
    return;
  }
  const [short = ''] = listShortCodes(identity);
  const forms = [split.rest, [short]].map(rest => [split.street, ...rest].join(', '));
  plan.set(street.field.key, forms);
}

/** Whether a house number may have words behind it. */
function canHoldRest(house: AddressField | undefined): boolean {
  return house?.field.type === 'text' && !/^(?:numeric|decimal)$/.test(house.field.inputMode);
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
  const second = all[1]?.field;
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
  fields: readonly AddressField[],
  lines: readonly string[],
  identity: VirtualIdentity,
): Map<string, string[]> {
  const plan = new Map<string, string[]>();
  const whole = fields.find(one => one.token === 'street-address' && one.field.tag === 'textarea');
  if (whole) return plan.set(whole.field.key, [lines.join('\n'), lines.join(', ')]);
  for (const [at, { field }] of fields.entries()) {
    const own = at === fields.length - 1 ? lines.slice(at) : lines.slice(at, at + 1);
    if (own.length > 0) plan.set(field.key, joinLines(own, fields.length === 1, identity));
  }
  return plan;
}

// Where all lines do not fit, street and code alone bring a parcel, and of the code's own line the code.
function joinLines(lines: readonly string[], only: boolean, identity: VirtualIdentity): string[] {
  const { deliveryCode: code = '\n' } = identity;
  const short = only ? shortenAddress(identity, identity.deliveryCode ?? '') : null;
  const usual = lines.join(identity.isLatin ? ', ' : (JOINED_BY[identity.country] ?? ', '));
  const isCode = lines.length === 1 && lines[0]?.includes(code);
  const codes = isCode ? listShortCodes(identity) : [];
  return [...new Set([usual, lines.join(' '), ...(short && !isCode ? [short] : []), ...codes])];
}
