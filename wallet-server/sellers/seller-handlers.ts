import type { Handlers } from '../app/handler.ts';
import { type SellerRow, toSeller } from './find-seller.ts';
import { hashApiKey, makeApiKey, makeWebhookSecret, sealWebhookSecret } from './keys.ts';

/** What a shop sees and changes of its own membership. */
export const SELLER_HANDLERS: Handlers<'listSellers' | 'changeWebhook' | 'replaceApiKey'> = {
  async listSellers(services, call) {
    const rows = await services.directory<SellerRow[]>`
      select id, person_id, name, host, webhook_url, terms_version, certified_at_ms
      from sellers where person_id = ${call.party.personId} order by id`;
    return { ok: { sellers: rows.map(toSeller) } };
  },

  async changeWebhook(services, call) {
    const { sellerId } = call.party;
    const webhookSecret = makeWebhookSecret(services);
    const [row] = await services.directory<SellerRow[]>`
      update sellers set webhook_url = ${call.body.webhookUrl},
        webhook_secret_sealed = ${sealWebhookSecret(services, sellerId, webhookSecret)}
      where id = ${sellerId}
      returning id, person_id, name, host, webhook_url, terms_version, certified_at_ms`;
    return row ? { ok: { seller: toSeller(row), webhookSecret } } : { refused: 'seller_unknown' };
  },

  async replaceApiKey(services, call) {
    const apiKey = makeApiKey(services);
    const updated = await services.directory`
      update sellers set api_key_hash = ${hashApiKey(apiKey)} where id = ${call.party.sellerId}`;
    return updated.count === 1 ? { ok: { apiKey } } : { refused: 'seller_unknown' };
  },
};
