import { parsePhoneNumberFromString } from 'libphonenumber-js';
import type { Hub } from '#shared/address/hub.ts';
import { makeVirtualAddress, spellLatin } from '#shared/address/virtual-address.ts';
import type { Card, VirtualIdentity } from '#shared/card/card.ts';
import type { Services } from '../app/services.ts';
import { findPerson } from '../people/find-person.ts';
import { spellName } from './spell-name.ts';

interface Row {
  id: string;
  label: string;
  currency: string;
  last_digits: string;
  hub_id: string;
  delivery_code: string;
  given_name: string;
  family_name: string;
  full_name: string;
  issued_at_ms: bigint;
}
type Finder = Pick<Services, 'directory' | 'settings'>;

function toCard(services: Finder, row: Row, email: string): Card {
  const hub = services.settings.hubs.find(({ id }) => id === row.hub_id);
  if (!hub) throw new Error(`the hub ${row.hub_id} has cards and is not configured`);
  return {
    ...{ id: row.id, label: row.label, lastDigits: row.last_digits, currency: row.currency },
    issuedAtMs: Number(row.issued_at_ms),
    virtualIdentity: {
      ...{ name: row.full_name, givenName: row.given_name, familyName: row.family_name, email, tel: hub.tel },
      ...spellHub(hub),
      ...readName(hub, row),
      address: makeVirtualAddress(hub, row.delivery_code),
      deliveryCode: row.delivery_code,
    },
  };
}

/** What forms ask for in other words: the telephone as dialled at home, the region by code and by name. */
function spellHub({ tel, country, region }: Hub): Pick<VirtualIdentity, 'telNational' | 'regionNames'> {
  const telNational = parsePhoneNumberFromString(tel)?.formatNational();
  return {
    ...(telNational && { telNational }),
    ...(region && { regionNames: [region.code, ...region.names, `${country}-${region.code}`] }),
  };
}

/** The name as it is read, and name and address in Latin letters, where the hub's country writes others. */
function readName(hub: Hub, row: Row): Pick<VirtualIdentity, 'phonetic' | 'latin'> {
  const { phonetic, latin } = spellName(hub.country, row.given_name, row.family_name);
  const address = hub.latin && makeVirtualAddress(spellLatin(hub, hub.latin), row.delivery_code);
  return { ...(phonetic && { phonetic }), ...(latin && address && { latin: { ...latin, address } }) };
}

/** Cards of a person, newest first. */
export async function findCards(services: Finder, personId: string): Promise<Card[]> {
  const [person, rows] = await Promise.all([
    findPerson(services, personId),
    services.directory<Row[]>`select * from cards where person_id = ${personId} order by id desc`,
  ]);
  return rows.map(row => toCard(services, row, person?.uniqueAddress ?? ''));
}

/** One card of a person, or null. */
export async function findCard(services: Finder, personId: string, cardId: string): Promise<Card | null> {
  const cards = await findCards(services, personId);
  return cards.find(({ id }) => id === cardId) ?? null;
}
