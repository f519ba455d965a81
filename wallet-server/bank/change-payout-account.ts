import { z } from 'zod';
import { encodeBase64url } from '#shared/crypto/base64url.ts';
import { hashPayoutConsent, type PayoutConsent } from '#shared/money/payout-consent.ts';
import type { Handlers } from '../app/handler.ts';
import { makeId } from '../app/make-id.ts';
import { open, seal } from '../app/seal.ts';
import type { Services } from '../app/services.ts';
import { keepChallenge, takeChallenge } from '../people/challenge.ts';
import { makeAssertionOptions } from '../people/make-assertion-options.ts';
import { verifyPasskeyAssertion } from '../people/verify-passkey-assertion.ts';
import { enqueueJobs } from '../storage/jobs/enqueue-jobs.ts';
import { transact } from '../storage/transact.ts';
import { findPayoutAccount, isPayable, keepPayoutAccount, makePayoutKey, Payee } from './payout-account.ts';

/** How long a shop is paid nothing after its account was changed, so that its owner can change it back. */
export const PAYOUT_REST_MS = 48 * 3_600_000;

/** What the change was decided on, kept sealed until it is signed: account numbers lie nowhere open. */
const Asked = z.object({
  consent: Payee.extend({
    ...{ sellerId: z.string(), shopName: z.string(), shopHost: z.string() },
    ...{ replacesDigits: z.string().nullable(), paysFromMs: z.number(), nonce: z.string() },
  }),
  replacedAtMs: z.number().nullable(),
});
type Asked = z.infer<typeof Asked>;
const Detail = z.object({ sellerId: z.string(), sealed: z.string() });

/**
 * A shop's money goes elsewhere only by a touch of its owner's passkey over the hash of exactly what was shown: neither
 * the shop's key nor a session alone is enough, and a touch that was asked for something else is not either.
 */
export const PAYOUT_CHANGE_HANDLERS: Handlers<'beginPayoutChange' | 'changePayoutAccount'> = {
  async beginPayoutChange(services, { party: { personId }, params: { sellerId }, body }) {
    const shop = await findOwnShop(services, sellerId, personId);
    if (!shop) return { refused: 'seller_unknown' };
    if (!isPayable(body)) return { refused: 'input_invalid' };
    const replaced = await findPayoutAccount(services.directory, sellerId);
    const consent: PayoutConsent = {
      ...{ sellerId, shopName: shop.name, shopHost: shop.host, ...body },
      replacesDigits: replaced?.lastDigits ?? null,
      paysFromMs: services.clock() + (replaced ? PAYOUT_REST_MS : 0),
      nonce: encodeBase64url(services.random(16)),
    };
    const asked = { consent, replacedAtMs: replaced?.changedAtMs ?? null };
    const challenge = hashPayoutConsent(consent);
    const options = await makeAssertionOptions(services, personId, challenge);
    const changeId = await keepChallenge(services, {
      ...{ purpose: 'payout_change', challenge, personId },
      detail: { sellerId, sealed: sealText(services, `challenges:${sellerId}`, asked).toString('base64url') },
    });
    return { ok: { changeId, consent, options: { ...options } } };
  },

  async changePayoutAccount(services, { party: { personId }, params: { sellerId }, body }) {
    if (!(await findOwnShop(services, sellerId, personId))) return { refused: 'seller_unknown' };
    const { changeId, credential } = body;
    const kept = await takeChallenge(services, { id: changeId, purpose: 'payout_change', personId });
    const detail = kept && Detail.parse(kept.detail);
    if (!kept || detail?.sellerId !== sellerId) return { refused: 'challenge_unknown' };
    const given = { personId, credential, expectedChallenge: kept.challenge };
    const verified = await verifyPasskeyAssertion(services, given);
    if ('refused' in verified) return verified;
    return await carryOut(services, openAsked(services, detail), credential);
  },
};

async function findOwnShop({ directory }: Pick<Services, 'directory'>, sellerId: string, personId: string) {
  const [shop] = await directory<{ name: string; host: string }[]>`
    select name, host from sellers where id = ${sellerId} and person_id = ${personId}`;
  return shop ?? null;
}

function sealText(services: Services, place: string, value: unknown): Buffer {
  return seal(Buffer.from(JSON.stringify(value)), makePayoutKey(services, place), services.random);
}

function openAsked(services: Services, { sellerId, sealed }: z.infer<typeof Detail>): Asked {
  const key = makePayoutKey(services, `challenges:${sellerId}`);
  return Asked.parse(JSON.parse(Buffer.from(open(Buffer.from(sealed, 'base64url'), key)).toString()));
}

/** The account, what was signed for it and the letter to the owner are one transaction. */
async function carryOut(services: Services, { consent, replacedAtMs }: Asked, credential: unknown) {
  const { sellerId, paysFromMs, name, iban, bic } = consent;
  const nowMs = services.clock();
  const outcome = await transact(services.directory, async tx => {
    const payee = { name, iban, bic };
    const within = { ...services, directory: tx };
    const kept = await keepPayoutAccount(within, { sellerId, payee, replacedAtMs, paysFromMs });
    if ('refused' in kept) return kept;
    const id = makeId(services);
    const sealed = sealText(services, `payout_signings:${id}`, { consent, credential });
    await tx`
      insert into payout_signings (id, seller_id, sealed, signed_at_ms)
      values (${id}, ${sellerId}, ${sealed}, ${nowMs})`;
    const letter = { kind: 'mail_payout_account_changed', key: id, payload: { sellerId }, runAtMs: nowMs };
    await enqueueJobs(tx, [letter], nowMs);
    return { ok: { account: kept } };
  });
  if ('refused' in outcome) return outcome;
  services.nudgeJobs();
  services.log.info('payout_account_changed', { sellerId });
  return outcome;
}
