import { findPayoutChange } from '../bank/payout-account.ts';
import type { MailLinks } from '../mail/mail-links.ts';
import { findPeople, findPersonByAddress } from '../people/find-person.ts';
import { findPasskeyChange } from '../people/sign-passkey-change.ts';
import { confirmByReply } from '../purchases/confirm.ts';
import { groupCodes, issueConfirmationCode } from '../purchases/issue-code.ts';
import { groupCalls } from '../storage/group-calls.ts';
import type { Services } from './services.ts';

/** Letters that are written at once ask together. */
const GROUPING = { largest: 256, lanes: 1 };

/** What mail asks of people and purchases. */
export function makeMailLinks(services: Services): MailLinks {
  const keepCode = groupCodes(services);
  return {
    findOwnerByAddress: address => findPersonByAddress(services, address),
    findOwner: groupCalls((ids: readonly string[]) => findPeople(services, ids), GROUPING),
    findPurchase: async purchaseId => (await services.engine.readPurchase({ purchaseId }))?.purchase ?? null,
    findPayoutChange: sellerId => findPayoutChange(services.directory, sellerId),
    findPasskeyChange: signingId => findPasskeyChange(services, signingId),
    issueCode: purchaseId => issueConfirmationCode(services, purchaseId, keepCode),
    confirmByReply: reply => confirmByReply(services, reply),
  };
}
