import type { PendingCommand } from '#extension/keyring/database.ts';
import type { KeyringStore } from '#extension/keyring/keyring-store.ts';
import { CONTRACT } from '#shared/api/contract.ts';
import { PaymentTarget, type SessionArea } from './session-area.ts';

/**
 * Stores what only this answer says: a card's number is told once, and a purchase must know the page it is for.
 * All other answers can be asked for again.
 */
export async function storeAnswer(
  { keyring, area }: { keyring: KeyringStore; area: SessionArea },
  command: PendingCommand,
  answer: unknown,
): Promise<'stored' | 'later'> {
  if (command.operation === 'issueCard') {
    const { card, cardData } = CONTRACT.issueCard.result.parse(answer);
    return (await keyring.addCard(card, cardData)) === 'locked' ? 'later' : 'stored';
  }
  if (command.operation === 'placePurchase') {
    const { purchase } = CONTRACT.placePurchase.result.parse(answer);
    const target = PaymentTarget.safeParse(command.note);
    if (target.success) await area.put('target', purchase.id, target.data);
  }
  return 'stored';
}
