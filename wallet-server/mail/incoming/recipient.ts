import { type OwnKind, parseOwnAddress } from '../addresses.ts';
import type { PostOffice } from '../post-office.ts';

/** Whom a mail is for: `id` is the purchase, the person, the relay address or the mail that it stands for. */
export interface Recipient {
  kind: OwnKind | 'member';
  id: string;
}

/** Who is behind an address of ours; null where there is nobody, so that the mail is refused at the door. */
export async function findRecipient(office: PostOffice, address: string): Promise<Recipient | null> {
  const own = parseOwnAddress(address, office.services.settings.mailDomain);
  if (own !== null) return (await isKnown(office, own)) ? own : null;
  const owner = await office.links.findOwnerByAddress(address);
  return owner && { kind: 'member', id: owner.personId };
}

async function isKnown(office: PostOffice, { kind, id }: { kind: OwnKind; id: string }): Promise<boolean> {
  const sql = office.services.directory;
  if (kind === 'relay') return (await sql`select 1 from relay_addresses where id = ${id}`).count === 1;
  if ((await office.links.findPurchase(id)) !== null) return true;
  if (kind !== 'bounce') return false;
  if ((await office.links.findPayoutChange(id)) !== null) return true;
  if ((await office.links.findPasskeyChange(id)) !== null) return true;
  return (await sql`select 1 from inbound_mails where id = ${id}`).count === 1;
}
