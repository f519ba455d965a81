import type { Hub } from '#shared/address/hub.ts';
import type { IssuerMessage } from '#shared/api/outside.ts';
import type { Card, CardData } from '#shared/card/card.ts';
import type { Currency } from '#shared/money/currency.ts';
import type { Services } from '../app/services.ts';
import { answerIssuerMessage, type IssuerAnswer } from './answer-issuer-message.ts';
import { issueCard } from './issue-card.ts';

/** What the server asks of whoever issues cards; the embedded issuer is the first behind this port. */
export interface CardIssuer {
  issueCard(
    services: Services,
    personId: string,
    asked: { label: string; hub: Hub; currency: Currency },
  ): Promise<{ card: Card; cardData: CardData }>;
  /** Answers the network within two seconds; the same message again gets the same answer. */
  answerMessage(services: Services, message: IssuerMessage): Promise<IssuerAnswer>;
}

/** A stand-in whose cards never pay: only a number that a confirmed purchase armed does. */
export const EMBEDDED_ISSUER: CardIssuer = { issueCard, answerMessage: answerIssuerMessage };
