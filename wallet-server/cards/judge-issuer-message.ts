import { timingSafeEqual } from 'node:crypto';
import type { IssuerMessage } from '#shared/api/outside.ts';
import type { DeclineReason } from '#shared/card/decline-reason.ts';
import { type Currency, findCurrencyByNumeric } from '#shared/money/currency.ts';
import type { PurchaseCommand } from '#shared/purchase/command.ts';
import type { Purchase } from '#shared/purchase/purchase.ts';
import type { PurchaseRefusal } from '#shared/purchase/refusal.ts';
import type { Services as AllServices } from '../app/services.ts';
import type { WriteRefusal } from '../purchases/commit-record.ts';
import type { Change } from '../purchases/plan-change.ts';
import { planCommand } from '../purchases/plan-command.ts';
import type { Verdict } from './issuer-message.ts';
import { readHost } from './read-host.ts';
import type { Armed } from './read-network-facts.ts';

type Services = Pick<AllServices, 'random' | 'settings' | 'clock'>;

type Refusal = PurchaseRefusal | WriteRefusal;

/** DE 39 of each refusal, and what the owner is told; any other is "do not honour". */
const DECLINES: Partial<Record<Refusal, [Verdict['responseCode'], DeclineReason]>> = {
  amount_wrong: ['13', 'amount_wrong'],
  currency_wrong: ['13', 'amount_wrong'],
  payee_wrong: ['57', 'payee_wrong'],
  charge_exists: ['57', 'charge_exists'],
  credit_insufficient: ['61', 'not_allowed'],
};

const NOT_HONOURED: [Verdict['responseCode'], DeclineReason] = ['05', 'not_allowed'];

/** A declined charge: the network gets the code, the owner of the number the reason. An approved one changes its purchase: the first that is borne. */
export interface Judged extends Verdict {
  reason: DeclineReason | null;
  changes: readonly Change[];
}

function decline(responseCode: Verdict['responseCode'], reason: DeclineReason = 'not_allowed'): Judged {
  return { responseCode, authorizationCode: null, reason, changes: [] };
}

/** How a refusal of the purchase is told. */
export function judgeRefusal(refused: Refusal): Judged {
  return decline(...(DECLINES[refused] ?? NOT_HONOURED));
}

/** Decides one message that was not answered before, by expiry, code, payee, amount and time. */
export function judgeIssuerMessage(services: Services, armed: Armed, message: IssuerMessage): Judged {
  const { expiryYear, expiryMonth, cardSecurityCode } = armed.cardData;
  if (message.expirationDate !== expiryYear.slice(2) + expiryMonth) return decline('54', 'card_data_wrong');
  const authorizes = message.messageTypeIndicator === '0100';
  // A shop may not keep the code, so that only the authorisation carries it.
  if (authorizes && !isSame(message.cardSecurityCode, cardSecurityCode))
    return decline('05', 'card_data_wrong');
  const currency = findCurrencyByNumeric(message.currencyCodeTransaction);
  if (!currency) return decline('13', 'amount_wrong');
  if (!authorizes && armed.reference !== message.retrievalReferenceNumber) return decline('05');
  return apply(services, armed.purchase, message, currency);
}

function apply(services: Services, purchase: Purchase, message: IssuerMessage, currency: Currency): Judged {
  const command = toCommand(message, currency, makeAuthorizationCode(services));
  if (!command) return decline('05');
  const late = purchase.armedUntilMs !== null && services.clock() >= purchase.armedUntilMs;
  const planned = planCommand(services, purchase, command, 'acquirer');
  if ('refused' in planned) {
    if (late && !purchase.charge) return decline('54', 'number_late');
    return judgeRefusal(planned.refused);
  }
  const changes = 'changes' in planned ? planned.changes : [];
  const charge = changes[0]?.after.charge ?? purchase.charge;
  return { responseCode: '00', authorizationCode: charge?.authorizationCode ?? null, reason: null, changes };
}

function toCommand(
  message: IssuerMessage,
  currency: Currency,
  authorizationCode: string,
): PurchaseCommand | null {
  const amountMinor = BigInt(message.amountTransaction);
  const refunds = message.processingCode === '200000';
  switch (message.messageTypeIndicator) {
    case '0100': {
      const payeeHost = readHost(message.cardAcceptorUrl);
      if (refunds || payeeHost === null) return null;
      return { type: 'authorize', amountMinor, currency, payeeHost, authorizationCode };
    }
    case '0220':
      return { type: refunds ? 'refund_charge' : 'clear', amountMinor, currency };
    case '0400':
      return { type: 'reverse_authorization' };
  }
}

const CODE_ALPHABET = '0123456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** DE 38: six letters and digits of chance. */
function makeAuthorizationCode(services: Pick<Services, 'random'>): string {
  return Array.from(services.random(6), byte => CODE_ALPHABET[byte % CODE_ALPHABET.length]).join('');
}

function isSame(given: string | undefined, kept: string): boolean {
  if (given === undefined || given.length !== kept.length) return false;
  return timingSafeEqual(Buffer.from(given), Buffer.from(kept));
}
