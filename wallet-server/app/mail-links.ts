import type { MailLinks } from '../mail/mail-links.ts';
import { findPerson, findPersonByAddress } from '../people/find-person.ts';
import type { Services } from './services.ts';

/** What mail asks of people and purchases. */
export function makeMailLinks(services: Services): MailLinks {
  return {
    findOwnerByAddress: address => findPersonByAddress(services, address),
    findOwner: personId => findPerson(services, personId),
    findPurchase: async () => null,
    issueCode: async () => ({ refused: 'purchase_unknown' }),
    confirmByReply: async () => ({ refused: 'purchase_unknown' }),
  };
}
