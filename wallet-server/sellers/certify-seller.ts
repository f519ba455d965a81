import { z } from 'zod';
import { encodeBase64url } from '#shared/crypto/base64url.ts';
import { hashTermsSigning } from '#shared/seller/terms-signing.ts';
import type { Call, Handlers } from '../app/handler.ts';
import { makeId } from '../app/make-id.ts';
import type { Services } from '../app/services.ts';
import { answerChallenge } from '../people/answer-challenge.ts';
import { keepChallenge } from '../people/challenge.ts';
import { makeAssertionOptions } from '../people/make-assertion-options.ts';
import { type SellerRow, toSeller } from './find-seller.ts';
import { hashApiKey, makeApiKey, makeWebhookSecret, sealWebhookSecret } from './keys.ts';
import { hashTerms, isNewestTerms, MEMBER_SHOP_TERMS, writeTerms } from './terms.ts';

const SigningDetail = z.object({
  termsVersion: z.string(),
  termsHash: z.string(),
  name: z.string(),
  host: z.string(),
  nonce: z.string(),
});

/** S26: a shop is certified when its person's passkey signed the hash of terms, name and host. */
export const CERTIFICATION_HANDLERS: Handlers<'getTerms' | 'beginSeller' | 'certifySeller'> = {
  async getTerms(_services, { query: { locale } }) {
    const terms = MEMBER_SHOP_TERMS;
    const { version } = terms;
    return { ok: { version, text: writeTerms(terms, locale), hash: hashTerms(terms, locale) } };
  },

  async beginSeller(services, call) {
    const { name, host, termsVersion, termsHash } = call.body;
    if (!isNewestTerms({ termsVersion, termsHash })) return { refused: 'terms_changed' };
    const nonce = encodeBase64url(services.random(16));
    const detail = { termsVersion, termsHash, name, host, nonce };
    const challenge = hashTermsSigning(detail);
    const { personId } = call.party;
    const options = await makeAssertionOptions(services, personId, challenge);
    const signingId = await keepChallenge(services, {
      ...{ purpose: 'seller_signing', challenge, personId, detail },
    });
    return { ok: { signingId, signing: detail, options: { ...options } } };
  },

  async certifySeller(services, call) {
    const { personId } = call.party;
    const { signingId, credential } = call.body;
    const asked = { id: signingId, purpose: 'seller_signing', personId, credential } as const;
    const verified = await answerChallenge(services, asked);
    if ('refused' in verified) return verified;
    return await keepSeller(services, call, SigningDetail.parse(verified.detail));
  },
};

async function keepSeller(
  services: Services,
  call: Call<'certifySeller'>,
  detail: z.infer<typeof SigningDetail>,
) {
  const sql = services.directory;
  const id = makeId(services);
  const apiKey = makeApiKey(services);
  const webhookSecret = makeWebhookSecret(services);
  const signing = { detail, credential: call.body.credential };
  const [row] = await sql<SellerRow[]>`
    insert into sellers (id, person_id, name, host, webhook_url, webhook_secret_sealed, api_key_hash,
      terms_version, terms_hash, signing, certified_at_ms)
    values (${id}, ${call.party.personId}, ${detail.name}, ${detail.host}, ${call.body.webhookUrl},
      ${sealWebhookSecret(services, id, webhookSecret)}, ${hashApiKey(apiKey)},
      ${detail.termsVersion}, ${detail.termsHash}, ${sql.json(signing as never)}, ${services.clock()})
    on conflict (host) do nothing
    returning id, person_id, name, host, webhook_url, terms_version, certified_at_ms`;
  if (!row) return { refused: 'conflict' } as const;
  services.log.info('seller_certified', { sellerId: id });
  return { ok: { seller: toSeller(row), apiKey, webhookSecret } };
}
