import type { Handlers } from '../app/handler.ts';
import { findPurchase } from '../purchases/find-purchase.ts';
import { readArmedNumber } from './arm-number.ts';
import { EMBEDDED_ISSUER } from './card-issuer.ts';
import { findCards } from './find-cards.ts';

export const CARD_HANDLERS: Handlers<
  'listHubs' | 'issueCard' | 'listCards' | 'getArmedNumber' | 'postIssuerMessage'
> = {
  async listHubs(services) {
    return { ok: { hubs: [...services.settings.hubs] } };
  },

  async issueCard(services, { party, body }) {
    const hub = services.settings.hubs.find(({ id }) => id === body.hubId);
    if (!hub) return { refused: 'hub_unknown' };
    return { ok: await EMBEDDED_ISSUER.issueCard(services, party.personId, { ...body, hub }) };
  },

  async listCards(services, { party }) {
    return { ok: { cards: await findCards(services, party.personId) } };
  },

  async getArmedNumber(services, { party, params }) {
    const purchase = await findPurchase(services.directory, params.purchaseId);
    if (purchase?.personId !== party.personId) return { refused: 'purchase_unknown' };
    const armedNumber = await readArmedNumber(services, purchase);
    return armedNumber ? { ok: { armedNumber } } : { refused: 'number_unarmed' };
  },

  async postIssuerMessage(services, { body }) {
    return { ok: await EMBEDDED_ISSUER.answerMessage(services, body) };
  },
};
