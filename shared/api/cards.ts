import { z } from 'zod';
import { Hub } from '../address/hub.ts';
import { ArmedNumber, Card, CardData } from '../card/card.ts';
import { defineEndpoint } from './endpoint.ts';
import { CurrencyCode, Id } from './fields.ts';
import { defineWords } from './visible-text.ts';

const SESSION = ['session_missing', 'session_expired', 'proof_invalid'] as const;

export const listHubs = defineEndpoint({
  ...{ method: 'GET', path: '/v1/hubs', party: 'open', status: 200 },
  summary: 'Hubs that take parcels: the countries for which a card can have a virtual address.',
  result: z.object({ hubs: z.array(Hub) }),
  refusals: [],
});

export const issueCard = defineEndpoint({
  ...{ method: 'POST', path: '/v1/cards', party: 'session', status: 201 },
  summary: 'Issue a card matched to a virtual identity (S62). Its number is in this answer and never again.',
  body: z.object({ label: defineWords(40), hubId: Hub.shape.id, currency: CurrencyCode }),
  result: z.object({ card: Card, cardData: CardData }),
  refusals: [...SESSION, 'hub_unknown'],
  idempotency: 'required',
});

export const listCards = defineEndpoint({
  ...{ method: 'GET', path: '/v1/cards', party: 'session', status: 200 },
  summary: 'My cards with their virtual identities, without numbers.',
  result: z.object({ cards: z.array(Card) }),
  refusals: SESSION,
});

export const getArmedNumber = defineEndpoint({
  ...{ method: 'GET', path: '/v1/purchases/:purchaseId/armed-number', party: 'session', status: 200 },
  summary: 'The one-time number of a confirmed advanced purchase, while it is armed and not yet charged.',
  params: z.object({ purchaseId: Id }),
  result: z.object({ armedNumber: ArmedNumber }),
  refusals: [...SESSION, 'purchase_unknown', 'number_unarmed'],
});
