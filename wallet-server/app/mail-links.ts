import type { MailLinks } from '../mail/mail-links.ts';
import { findPerson, findPersonByAddress } from '../people/find-person.ts';
import { confirmByReply } from '../purchases/confirm.ts';
import { findPurchase } from '../purchases/find-purchase.ts';
import { issueConfirmationCode } from '../purchases/issue-code.ts';
import type { Services } from './services.ts';

/** What mail asks of people and purchases. */
export function makeMailLinks(services: Services): MailLinks {
  return {
    findOwnerByAddress: address => findPersonByAddress(services, address),
    findOwner: personId => findPerson(services, personId),
    findPurchase: purchaseId => findPurchase(services.directory, purchaseId),
    issueCode: purchaseId => issueConfirmationCode(services, purchaseId),
    confirmByReply: reply => confirmByReply(services, reply),
  };
}
