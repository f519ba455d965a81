import type { Locale } from '#shared/api/locale.ts';
import type { Member } from '#shared/api/people.ts';
import { CURRENCIES, type Currency, isCurrency } from '#shared/money/currency.ts';
import { parseNumber } from '#shared/number/number.ts';
import type { Services } from '../app/services.ts';
import { findNumber, getActiveNumber } from '../numbers/find-number.ts';
import { indexAddress, openAddress } from './unique-address.ts';

type Finder = Pick<Services, 'directory' | 'settings'>;

/** A person as the other nouns know them: nothing real. */
export interface Person {
  personId: string;
  uniqueAddress: string;
  locale: Locale;
  /** Raw X25519, base64url; null until a device has made one. */
  readingKey: string | null;
  /** Minor units as decimal strings by currency, for every currency. */
  codeLimits: Record<Currency, string>;
}

interface Row {
  id: string;
  address_sealed: Buffer;
  locale: Locale;
  code_limits: Record<string, string>;
  reading_key: string | null;
}

function toPerson(services: Pick<Services, 'settings'>, row: Row): Person {
  return {
    personId: row.id,
    uniqueAddress: openAddress(services, row.id, row.address_sealed),
    locale: row.locale,
    readingKey: row.reading_key,
    codeLimits: fillCodeLimits(services, row.code_limits),
  };
}

/** The person's own limits over the server's defaults. */
function fillCodeLimits(
  services: Pick<Services, 'settings'>,
  own: Record<string, string>,
): Record<Currency, string> {
  const { defaultCodeLimits } = services.settings;
  const limits = Object.keys(CURRENCIES)
    .filter(isCurrency)
    .map(currency => [currency, own[currency] ?? String(defaultCodeLimits[currency] ?? 0n)]);
  return Object.fromEntries(limits);
}

/** The person of this id; null where there is none. */
export async function findPerson(services: Finder, personId: string): Promise<Person | null> {
  const [row] = await services.directory<Row[]>`
    select id, address_sealed, locale, code_limits, reading_key from people where id = ${personId}`;
  return row ? toPerson(services, row) : null;
}

/** The member whose unique address this is (S29), compared without regard to case. */
export async function findPersonByAddress(services: Finder, address: string): Promise<Person | null> {
  const [row] = await services.directory<Row[]>`
    select id, address_sealed, locale, code_limits, reading_key from people
    where address_index = ${indexAddress(services, address)}`;
  return row ? toPerson(services, row) : null;
}

/** The person whose active number this is, however it is written; a retired number finds nobody (S11). */
export async function findPersonByNumber(services: Finder, text: string): Promise<Person | null> {
  const number = parseNumber(text);
  const found = number === null ? null : await findNumber(services.directory, number);
  return found && found.retiredAtMs === null ? await findPerson(services, found.personId) : null;
}

/** The buyer that a shop names, by unique address or by number (S27): one record either way (S16). */
export async function findPersonByAddressOrNumber(services: Finder, buyer: string): Promise<Person | null> {
  return buyer.includes('@') ? findPersonByAddress(services, buyer) : findPersonByNumber(services, buyer);
}

/** What a person is shown of themselves. */
export async function getMember(services: Finder, personId: string): Promise<Member> {
  const person = await findPerson(services, personId);
  if (!person) throw new Error('a session names a person who is not there');
  const number = await getActiveNumber(services.directory, personId);
  const { uniqueAddress, locale, codeLimits } = person;
  return { personId, number, uniqueAddress, locale, codeLimits };
}
