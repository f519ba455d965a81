import { z } from 'zod';
import { encodeBase64url } from '#shared/crypto/base64url.ts';
import { hashMailboxConsent } from '#shared/passkey/mailbox-consent.ts';
import type { Handlers } from '../app/handler.ts';
import type { Services } from '../app/services.ts';
import { isSameMailbox } from '../mail/addresses.ts';
import { openAtRest, sealAtRest } from '../mail/at-rest.ts';
import { answerChallenge } from './answer-challenge.ts';
import { keepChallenge } from './challenge.ts';
import { announceMailboxChange, settleMailboxChange } from './former-mailbox.ts';
import { forgetMailboxProofs, keepMailboxProof, tryMailboxCode } from './mailbox-proof.ts';
import { makeAssertionOptions } from './make-assertion-options.ts';

const Detail = z.object({ sealed: z.string(), hadRecord: z.boolean() });
/** A record that changes at the same time is read again, this often. */
const MOST_TRIES = 3;

/**
 * Who sells without the extension is written to as a buyer is (S16, S31): a mailbox is used once its code came back from it
 * and a passkey signed the hash of exactly that mailbox. A session alone, or somebody else's mailbox, gets no letters.
 */
export const MAILBOX_HANDLERS: Handlers<
  'getMailbox' | 'beginMailboxProof' | 'proveMailbox' | 'changeMailbox'
> = {
  async getMailbox(services, { party: { personId } }) {
    const record = await services.vault.getRecord(personId);
    if (record === 'unreachable') return { refused: 'vault_unreachable' };
    return { ok: { mailbox: record?.email ?? null } };
  },

  async beginMailboxProof(services, { party: { personId }, body: { mailbox } }) {
    const proofId = await keepMailboxProof(services, { personId, mailbox });
    return proofId === 'too_many' ? { refused: 'rate_limited' } : { ok: { proofId } };
  },

  async proveMailbox(services, { party: { personId }, params, body }) {
    const before = await services.vault.getRecord(personId);
    if (before === 'unreachable') return { refused: 'vault_unreachable' };
    const proven = await tryMailboxCode(services, { id: params.proofId, personId, ...body });
    if ('refused' in proven) return proven;
    const { mailbox } = proven;
    const replaces = before !== null && !isSameMailbox(before.email, mailbox);
    const consent = { mailbox, replaces, nonce: encodeBase64url(services.random(16)) };
    const challenge = hashMailboxConsent(consent);
    const options = await makeAssertionOptions(services, personId, challenge);
    const sealed = sealAtRest(services, placeOf(personId), Buffer.from(mailbox)).toString('base64url');
    const detail = { sealed, hadRecord: before !== null };
    const kept = { purpose: 'mailbox_change', challenge, personId, detail } as const;
    return { ok: { changeId: await keepChallenge(services, kept), consent, options: { ...options } } };
  },

  async changeMailbox(services, { party: { personId }, body: { changeId: id, credential } }) {
    const asked = { id, purpose: 'mailbox_change', personId, credential } as const;
    const verified = await answerChallenge(services, asked);
    if ('refused' in verified) return verified;
    const { sealed, hadRecord } = Detail.parse(verified.detail);
    const opened = openAtRest(services, placeOf(personId), Buffer.from(sealed, 'base64url'));
    return await carryOut(services, { personId, hadRecord, mailbox: Buffer.from(opened).toString() });
  },
};

/**
 * Of who only sells, the mailbox is all that the vault keeps; a buyer's record keeps the rest, as it is at that moment.
 * What was erased since the person was asked does not come back, not even as a mailbox.
 */
async function carryOut(
  services: Services,
  { personId, hadRecord, mailbox }: { personId: string; hadRecord: boolean; mailbox: string },
) {
  for (let tried = 0; tried < MOST_TRIES; tried += 1) {
    const before = await services.vault.readRecord(personId);
    if (before === 'unreachable') return { refused: 'vault_unreachable' } as const;
    const { record, version } = before;
    if (hadRecord && record === null) return { refused: 'conflict' } as const;
    await announceMailboxChange(services, personId, mailbox);
    const written = await services.vault.replaceRecord(personId, { ...record, email: mailbox }, version);
    if (written === 'unreachable') return { refused: 'vault_unreachable' } as const;
    if (written === 'changed') continue;
    await settleMailboxChange(services, personId);
    await forgetMailboxProofs(services.directory, personId);
    services.log.info('mailbox_changed', { personId });
    return { ok: {} };
  }
  return { refused: 'conflict' } as const;
}

/** Where a proven mailbox lies sealed until it is signed, and opens nowhere else. */
function placeOf(personId: string): string {
  return `challenges:mailbox:${personId}`;
}
