import { COUNTRY_RULES, type HubCountry, LATIN_RULES, NATIVE_SCRIPTS } from './country-rules.ts';
import type { PostalAddress } from './postal-address.ts';

/** Carriers and postal systems cut longer lines. */
export const MAX_LINE_LENGTH = 35;

/** Words by which shops refuse an address as no street, and signs that labels lose. */
const REFUSED =
  /\*|\b(?:box|locker|postfach|bo[iî]te postale|casilla|apartado de correos|casella postale|postbus|caixa postal)\b|私書箱|사서함|信箱/i;

/** Why a hub's data gives no address that posts and shops take. */
export type AddressFault = 'line_too_long' | 'line_refused' | 'part_missing' | 'too_many_lines';

/** A hub, as far as its virtual addresses go. */
export interface AddressedHub {
  id: string;
  name: string;
  country: HubCountry;
  address: PostalAddress;
  /** Name and address are in Latin letters though the country writes others. */
  isLatin?: boolean;
}

/** What a hub in another script gives to be written in Latin letters. */
type Spelling = Pick<AddressedHub, 'name'> & Omit<PostalAddress, 'postalCode' | 'country'>;

/** A hub under its name and address in Latin letters. */
export function spellLatin(hub: AddressedHub, { name, ...parts }: Spelling): AddressedHub {
  return { ...hub, name, isLatin: true, address: { ...hub.address, ...parts } };
}

/** As long as a code may become; lines that hold it hold every other. */
const LONGEST_CODE = '999999';

/** What is wrong with the addresses of `hub`, or null. */
export function findAddressFault(hub: AddressedHub): AddressFault | null {
  const lines = placeCode(hub, LONGEST_CODE);
  if (lines.length > 3) return 'too_many_lines';
  if (lines.some(line => line.length > MAX_LINE_LENGTH)) return 'line_too_long';
  if (lines.some(line => REFUSED.test(line))) return 'line_refused';
  const missing = COUNTRY_RULES[hub.country].requires.some(part => !hub.address[part]);
  return missing || hub.address.country !== hub.country ? 'part_missing' : null;
}

/**
 * The street address of `hub` with a person's `code` in the line that the country's post prescribes.
 * Throws a RangeError where no post or shop would take it: the hub's own data is at fault.
 */
export function makeVirtualAddress(hub: AddressedHub, code: string): PostalAddress {
  const fault = findAddressFault(hub);
  if (fault !== null) throw new RangeError(`hub ${hub.id}: ${fault}`);
  return { ...hub.address, addressLines: placeCode(hub, code) };
}

function placeCode({ country, address, name, isLatin }: AddressedHub, code: string): string[] {
  return (isLatin ? LATIN_RULES : COUNTRY_RULES[country]).placeCode(address.addressLines, code, name);
}

/** Street and code of a virtual address in one short line, for forms with little room. */
export function shortenAddress(address: PostalAddress, code: string): string | null {
  const rules = findRules(address);
  const street = address.addressLines.filter(line => !line.includes(code));
  return rules && code && street.length < address.addressLines.length
    ? rules.shorten(street.join(', '), code)
    : null;
}

/** A person's code as the address has it, without the hub's name and without the street: `c/o 30217`. */
export function shortenCode(
  address: Pick<PostalAddress, 'addressLines' | 'country'>,
  code: string,
): string | null {
  const short = code ? findRules(address)?.shorten('', code) : null;
  return short?.replace(/^[\s,]+|[\s,]+$/g, '') ?? null;
}

function findRules({ addressLines, country }: Pick<PostalAddress, 'addressLines' | 'country'>) {
  const isForeign = country in NATIVE_SCRIPTS && !NATIVE_SCRIPTS[country]?.test(addressLines.join(' '));
  return isForeign ? LATIN_RULES : (COUNTRY_RULES[country as HubCountry] ?? null);
}
