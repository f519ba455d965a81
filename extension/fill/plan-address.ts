import type { FieldDescription, FieldToken } from '../detect/field-description.ts';
import type { VirtualIdentity } from './identity.ts';
import { splitStreet } from './split-street.ts';

/** A field of one address with its meaning. */
export interface AddressField {
  field: FieldDescription;
  token: FieldToken;
}

/** Countries that write an address from the largest part to the smallest, street after region and city. */
const LARGEST_FIRST: Readonly<Record<string, string>> = { KR: ' ', JP: '' };

const LINES: ReadonlySet<FieldToken> = new Set([
  'street-address',
  'address-line1',
  'address-line2',
  'address-line3',
  'street-name',
  'house-number',
]);

/**
 * Spreads the address lines of `identity` over the fields of one address. No line is ever lost or cut: what has
 * no field of its own is joined to the last that has one. Values by field key.
 */
export function planAddressLines(
  fields: readonly AddressField[],
  identity: VirtualIdentity,
): Map<string, string> {
  const plan = new Map<string, string>();
  const lines = fields.filter(one => LINES.has(one.token));
  const house = lines.find(one => one.token === 'house-number');
  const split = house ? splitStreet(identity.addressLines) : null;
  if (house && split) {
    const street = lines.find(one => one.token === 'street-name' || one.token === 'address-line1');
    const others = lines.filter(one => one !== house && one !== street);
    if (street) plan.set(street.field.key, split.street);
    plan.set(house.field.key, split.houseNumber);
    if (others.length > 0) spread(plan, others, split.rest);
    else if (split.rest.length > 0) plan.set(house.field.key, [split.houseNumber, ...split.rest].join(', '));
    return plan;
  }
  spread(
    plan,
    lines.filter(one => one !== house),
    prefixStreet(fields, identity),
  );
  return plan;
}

// A page without fields for region and city wants them before the street, in the line of the street.
function prefixStreet(fields: readonly AddressField[], identity: VirtualIdentity): readonly string[] {
  const { addressLevel1, addressLevel2, addressLines, country } = identity;
  const separator = LARGEST_FIRST[country];
  const apart = fields.some(({ token }) => /^address-level[12]$/.test(token));
  if (separator === undefined || apart) return addressLines;
  const [street = '', ...rest] = addressLines;
  return [[addressLevel1, addressLevel2, street].filter(one => one !== '').join(separator), ...rest];
}

function spread(plan: Map<string, string>, fields: readonly AddressField[], lines: readonly string[]): void {
  const whole = fields.find(one => one.token === 'street-address' && one.field.tag === 'textarea');
  if (whole) {
    plan.set(whole.field.key, lines.join('\n'));
    return;
  }
  for (const [at, { field }] of fields.entries()) {
    const own = at === fields.length - 1 ? lines.slice(at) : lines.slice(at, at + 1);
    if (own.length > 0) plan.set(field.key, joinWithin(own, field.maxLength));
  }
}

function joinWithin(lines: readonly string[], maxLength: number | null): string {
  const joined = lines.join(', ');
  if (maxLength === null || joined.length <= maxLength) return joined;
  return lines.join(' ');
}
