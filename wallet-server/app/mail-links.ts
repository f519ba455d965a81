import { findPayoutChange } from '../bank/payout-account.ts';
import type { MailLinks } from '../mail/mail-links.ts';
import { findPerson, findPersonByAddress } from '../people/find-person.ts';
import { findPasskeyChange } from '../people/sign-passkey-change.ts';
import { confirmByReply } from '../purchases/confirm.ts';
import { groupCodes, issueConfirmationCode } from '../purchases/issue-code.ts';
import { readOccasions } from '../purchases/read-occasions.ts';
import { groupCalls } from '../storage/group-calls.ts';
import type { Services } from './services.ts';

/** Letters that are written at once ask together. */
const GROUPING = { largest: 512, lanes: 1 };

/** What mail asks of people and purchases. */
export function makeMailLinks(services: Services): MailLinks {
  const keepCode = groupCodes(services);
  return {
    findOwnerByAddress: address => findPersonByAddress(services, address),
    findOwner: personId => findPerson(services, personId),
    findOccasion: groupCalls((ids: readonly string[]) => readOccasions(services.directory, ids), GROUPING),
    findPurchase: async purchaseId => (await services.engine.readPurchase({ purchaseId }))?.purchase ?? null,
    findPayoutChange: sellerId => findPayoutChange(services.directory, sellerId),
    findPasskeyChange: signingId => findPasskeyChange(services, signingId),
    issueCode: read => issueConfirmationCode(services, read.purchase.id, { keep: keepCode, read }),
    confirmByReply: reply => confirmByReply(services, reply),
  };
}
