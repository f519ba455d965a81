import type { Answer } from '#extension/messages/refusal.ts';
import type { Card } from '#shared/card/card.ts';
import { isFinal } from '#shared/purchase/state.ts';
import { listCards } from './cards.ts';
import { pullKeyring, pushKeyring } from './keyring-sync.ts';
import type { Services } from './services.ts';

/** The cards with those that another device added, and without those that it removed. */
export async function refreshCards(services: Services): Promise<Answer<{ cards: Card[] }>> {
  await pullKeyring(services);
  return listCards(services);
}

/** Takes a card out of the keyring, here and wherever the keyring goes next. */
export async function removeCard(services: Services, cardId: string): Promise<Answer<Record<string, never>>> {
  const used = await isInUse(services, cardId);
  if ('refused' in used) return used;
  if (used.ok) return { refused: 'card_in_use' };
  if ((await services.keyring.removeCard(cardId)) === 'locked') return { refused: 'wallet_locked' };
  void pushKeyring(services).catch(() => undefined);
  return { ok: {} };
}

const PAGE = 100;

/** Whether a purchase with that card is not over. */
async function isInUse({ client }: Services, cardId: string): Promise<Answer<boolean>> {
  let before: string | undefined;
  do {
    const listed = await client.ask('listPurchases', { query: { limit: PAGE, ...(before && { before }) } });
    if ('refused' in listed) return listed;
    const { purchases } = listed.ok;
    if (purchases.some(one => one.cardId === cardId && !isFinal(one.state))) return { ok: true };
    before = purchases.length === PAGE ? purchases.at(-1)?.id : undefined;
  } while (before !== undefined);
  return { ok: false };
}
