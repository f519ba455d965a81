import type { PageHandlers } from '#extension/messages/receive.ts';
import { findCard, issueCard, listCards, listHubs } from './cards.ts';
import { refreshCards, removeCard } from './remove-card.ts';
import type { Services } from './services.ts';

type CardMessage = 'listCards' | 'listHubs' | 'issueCard' | 'revealCard' | 'refreshCards' | 'removeCard';

/** The person's cards in the popup. */
export function createCardHandlers(services: Services): Pick<PageHandlers<'popup'>, CardMessage> {
  return {
    listCards: () => listCards(services),
    listHubs: () => listHubs(services),
    issueCard: (body, { commandId }) => issueCard(services, body, commandId),
    async revealCard({ cardId }) {
      const found = await findCard(services, cardId);
      return 'refused' in found ? found : { ok: { cardData: found.cardData } };
    },
    refreshCards: () => refreshCards(services),
    removeCard: ({ cardId }) => removeCard(services, cardId),
  };
}
