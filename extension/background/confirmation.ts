import type { ArmedFill, Confirmation } from '#extension/messages/confirm-map.ts';
import { listKnownHosts } from '#extension/messages/known-hosts.ts';
import type { PageHandlers } from '#extension/messages/receive.ts';
import type { Answer } from '#extension/messages/refusal.ts';
import type { CallInput } from '#shared/api/call.ts';
import type { ArmedNumber } from '#shared/card/card.ts';
import { fillArmedNumber } from './armed-fill.ts';
import { findCard } from './cards.ts';
import type { Services } from './services.ts';
import { createWalletHandlers, makePasskeyOptions } from './unlock.ts';
import { noteWaiting } from './waiting.ts';

/** The confirm window. It makes the consent's hash itself, from exactly what it shows. */
export function createConfirmHandlers(services: Services): PageHandlers<'confirm'> {
  const { client } = services;
  return {
    ...createWalletHandlers(services),
    getConfirmation: ({ purchaseId }) => getConfirmation(services, purchaseId),
    async beginConfirmation({ consentHash }) {
      const wallet = await services.database.get('wallet');
      if (!wallet) return { refused: 'wallet_missing' };
      return { ok: { options: makePasskeyOptions(services, consentHash, wallet) } };
    },
    confirmByPasskey: ({ purchaseId, consentHash, credential }, { commandId }) =>
      confirm(services, purchaseId, { method: 'passkey', consentHash, credential }, commandId),
    confirmByCode: ({ purchaseId, consentHash, code }, { commandId }) =>
      confirm(services, purchaseId, { method: 'code', consentHash, code }, commandId),
    requestCode: ({ purchaseId }, { commandId }) =>
      client.command('requestCode', { params: { purchaseId }, body: {} }, { commandId }),
    getCode: params => client.ask('getCode', { params }),
    getAccount: () => client.ask('getAccount', {}),
    async declinePurchase({ purchaseId }, { commandId }) {
      const input = { params: { purchaseId }, body: {} };
      const declined = await client.command('declinePurchase', input, { commandId });
      if ('ok' in declined) await noteWaiting(services, [declined.ok.purchase]);
      return declined;
    },
    async fillArmedNumber({ purchaseId }) {
      const armed = await client.ask('getArmedNumber', { params: { purchaseId } });
      return 'ok' in armed ? { ok: { fill: await fillArmedNumber(services, armed.ok.armedNumber) } } : armed;
    },
    async revealArmedNumber({ purchaseId }) {
      const armed = await client.ask('getArmedNumber', { params: { purchaseId } });
      return 'ok' in armed ? { ok: toRevealed(armed.ok.armedNumber) } : armed;
    },
  };
}

async function getConfirmation(services: Services, purchaseId: string): Promise<Answer<Confirmation>> {
  const [got, target, listed] = await Promise.all([
    services.client.ask('getPurchase', { params: { purchaseId } }),
    services.area.get('target', purchaseId),
    services.client.ask('listPurchases', { query: { limit: 100 } }),
  ]);
  if (!('ok' in got)) return got;
  const { purchase } = got.ok;
  const found = purchase.cardId === null ? null : await findCard(services, purchase.cardId);
  const card = found && 'card' in found ? found.card : null;
  const origins = [...new Set(target?.fields.map(({ origin }) => origin))];
  const knownHosts = 'ok' in listed ? listKnownHosts(listed.ok.purchases) : [];
  return { ok: { purchase, card, target: target && { host: target.host, origins }, knownHosts } };
}

type ConfirmBody = CallInput<'confirmPurchase'>['body'];

async function confirm(services: Services, purchaseId: string, body: ConfirmBody, commandId: string) {
  const input = { params: { purchaseId }, body };
  const confirmed = await services.client.command('confirmPurchase', input, { commandId });
  if (!('ok' in confirmed)) return confirmed;
  const { purchase, armedNumber } = confirmed.ok;
  await noteWaiting(services, [purchase]);
  const fill: ArmedFill = armedNumber ? await fillArmedNumber(services, armedNumber) : { state: 'none' };
  return { ok: { purchase, fill } };
}

function toRevealed({ expiresAtMs, ...armed }: ArmedNumber) {
  const { primaryAccountNumber, expiryMonth, expiryYear, cardSecurityCode } = armed;
  return { cardData: { primaryAccountNumber, expiryMonth, expiryYear, cardSecurityCode }, expiresAtMs };
}
