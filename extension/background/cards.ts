import type { Answer } from '#extension/messages/refusal.ts';
import type { CallInput, CallResult } from '#shared/api/call.ts';
import type { Card, CardData } from '#shared/card/card.ts';
import { pushKeyring } from './keyring-sync.ts';
import type { Services } from './services.ts';

/** Hubs whose countries a card's virtual address can be in. */
export function listHubs({ client }: Services): Promise<Answer<CallResult<'listHubs'>>> {
  return client.ask('listHubs', {});
}

/** Issues a card; the journal stores its number in the keyring before the command counts as done. */
export async function issueCard(
  services: Services,
  body: CallInput<'issueCard'>['body'],
  commandId: string,
): Promise<Answer<{ card: Card }>> {
  if (!(await services.keyring.isUnlocked())) return { refused: 'wallet_locked' };
  const issued = await services.client.command('issueCard', { body }, { commandId });
  if (!('ok' in issued)) return issued;
  void pushKeyring(services).catch(() => undefined);
  return { ok: { card: issued.ok.card } };
}

/** The cards of this person's keyring. */
export async function listCards({ keyring }: Services): Promise<Answer<{ cards: Card[] }>> {
  const opened = await keyring.read();
  if (!opened) return { refused: 'wallet_locked' };
  return { ok: { cards: opened.cards.map(({ card }) => card) } };
}

/** One card, with its number. */
export async function findCard(
  { keyring }: Services,
  cardId: string,
): Promise<{ card: Card; cardData: CardData } | { refused: 'wallet_locked' | 'card_unknown' }> {
  const opened = await keyring.read();
  if (!opened) return { refused: 'wallet_locked' };
  return opened.cards.find(({ card }) => card.id === cardId) ?? { refused: 'card_unknown' };
}
