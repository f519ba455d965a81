import { z } from 'zod';
import { encodeBase64url } from '#shared/crypto/base64url.ts';
import { hashTermsSigning, type TermsSigning } from '#shared/seller/terms-signing.ts';
import type { Handlers } from '../app/handler.ts';
import { makeId } from '../app/make-id.ts';
import type { Services } from '../app/services.ts';
import { answerChallenge } from '../people/answer-challenge.ts';
import { keepChallenge } from '../people/challenge.ts';
import { makeAssertionOptions } from '../people/make-assertion-options.ts';
import type { Queryable } from '../storage/sql.ts';
import { transact } from '../storage/transact.ts';
import { type SellerRow, toSeller } from './find-seller.ts';
import { compareTerms, isNewestTerms, MEMBER_SHOP_TERMS, writeTerms } from './terms.ts';

const Asked = z.object({
  sellerId: z.string(),
  signing: z.object({
    ...{ termsVersion: z.string(), termsHash: z.string(), name: z.string(), host: z.string() },
    nonce: z.string(),
  }),
});

/**
 * A shop that signed older terms signs the newest by its owner's passkey, over the hash of exactly their text, in the
 * language it was read in, and the shop (S26). Nothing is taken for signed because time went by: the older ones stay in force until then.
 */
export const TERMS_HANDLERS: Handlers<'getTermsChange' | 'beginTermsSigning' | 'signTerms'> = {
  async getTermsChange(services, { party: { sellerId }, query: { locale } }) {
    const [shop] = await services.directory<{ terms_version: string }[]>`
      select terms_version from sellers where id = ${sellerId}`;
    if (!shop) return { refused: 'seller_unknown' };
    const signedVersion = shop.terms_version;
    const { version } = MEMBER_SHOP_TERMS;
    const text = writeTerms(MEMBER_SHOP_TERMS, locale);
    return { ok: { signedVersion, version, text, ...compareTerms(signedVersion, locale) } };
  },

  async beginTermsSigning(services, { party: { personId }, params: { sellerId }, body }) {
    const shop = await findOwnShop(services.directory, sellerId, personId);
    if (!shop) return { refused: 'seller_unknown' };
    if (!isNewestTerms(body)) return { refused: 'terms_changed' };
    if (shop.terms_version === body.termsVersion) return { refused: 'terms_signed' };
    const nonce = encodeBase64url(services.random(16));
    const { name, host } = shop;
    const signing: TermsSigning = { ...body, name, host, nonce };
    const challenge = hashTermsSigning(signing);
    const options = await makeAssertionOptions(services, personId, challenge);
    const signingId = await keepChallenge(services, {
      ...{ purpose: 'terms_signing', challenge, personId, detail: { sellerId, signing } },
    });
    return { ok: { signingId, signing, options: { ...options } } };
  },

  async signTerms(services, { party: { personId }, params: { sellerId }, body }) {
    if (!(await findOwnShop(services.directory, sellerId, personId))) return { refused: 'seller_unknown' };
    const { signingId: id, credential } = body;
    const asked = { id, purpose: 'terms_signing', personId, credential } as const;
    const verified = await answerChallenge(services, asked);
    if ('refused' in verified) return verified;
    const { signing, ...detail } = Asked.parse(verified.detail);
    if (detail.sellerId !== sellerId) return { refused: 'challenge_unknown' };
    return await carryOut(services, { sellerId, signing, credential });
  },
};

async function findOwnShop(sql: Queryable, sellerId: string, personId: string): Promise<SellerRow | null> {
  const [shop] = await sql<SellerRow[]>`
    select id, person_id, name, host, webhook_url, terms_version, certified_at_ms
    from sellers where id = ${sellerId} and person_id = ${personId}`;
  return shop ?? null;
}

interface Signed {
  sellerId: string;
  signing: TermsSigning;
  credential: unknown;
}

/** What was signed before stays where it is: it bound the shop until now. */
async function carryOut(services: Services, { sellerId, signing, credential }: Signed) {
  const { termsVersion, termsHash } = signing;
  return await transact(services.directory, async tx => {
    const [row] = await tx<SellerRow[]>`
      update sellers set terms_version = ${termsVersion}, terms_hash = ${termsHash}
      where id = ${sellerId} and terms_version <> ${termsVersion}
      returning id, person_id, name, host, webhook_url, terms_version, certified_at_ms`;
    if (!row) return { refused: 'terms_signed' } as const;
    await tx`
      insert into terms_signings (id, seller_id, terms_version, signing, signed_at_ms)
      values (${makeId(services)}, ${sellerId}, ${termsVersion},
        ${tx.json({ detail: signing, credential } as never)}, ${services.clock()})`;
    services.log.info('terms_signed', { sellerId, termsVersion });
    return { ok: { seller: toSeller(row) } };
  });
}
