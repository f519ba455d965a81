import { timingSafeEqual } from 'node:crypto';
import type { z } from 'zod';
import type { IssuerMessage, ResponseCode } from '#shared/api/outside.ts';
import type { CardData } from '#shared/card/card.ts';
import type { DeclineReason } from '#shared/card/decline-reason.ts';
import { type Currency, findCurrencyByNumeric } from '#shared/money/currency.ts';
import type { PurchaseCommand } from '#shared/purchase/command.ts';
import type { Purchase } from '#shared/purchase/purchase.ts';
import { type ApplyRefusal, applyToLocked } from '../purchases/apply-command.ts';
import { lockPurchase } from '../purchases/find-purchase.ts';
import type { Unit } from '../purchases/run-unit.ts';
import { indexNumber, openCardData } from './arm-number.ts';
import { keepDecline } from './declined-charges.ts';
import { readHost } from './read-host.ts';

/** What was decided about a message: its response code (DE 39), and the approval's own code (DE 38). */
export interface Verdict {
  responseCode: z.output<typeof ResponseCode>;
  authorizationCode: string | null;
}

/** DE 39 of each refusal, and what the owner is told; any other is "do not honour". */
const DECLINES: Partial<Record<ApplyRefusal, [Verdict['responseCode'], DeclineReason]>> = {
  amount_wrong: ['13', 'amount_wrong'],
  currency_wrong: ['13', 'amount_wrong'],
  payee_wrong: ['57', 'payee_wrong'],
  charge_exists: ['57', 'charge_exists'],
  credit_insufficient: ['61', 'not_allowed'],
};

const NOT_HONOURED: [Verdict['responseCode'], DeclineReason] = ['05', 'not_allowed'];

/** A declined charge: the network gets the code, the owner of the number the reason. */
interface Judged extends Verdict {
  reason: DeclineReason | null;
}

function decline(responseCode: Verdict['responseCode'], reason: DeclineReason = 'not_allowed'): Judged {
  return { responseCode, authorizationCode: null, reason };
}

/** The number and its purchase, and the reference (DE 37) under which it was authorised. */
interface Armed {
  purchase: Purchase;
  cardData: CardData;
  reference: string | null;
}

/** Decides one message that was not answered before, by number, expiry, code, payee, amount and time. */
export async function judgeIssuerMessage(unit: Unit, message: IssuerMessage): Promise<Verdict> {
  const armed = await findArmed(unit, message.primaryAccountNumber);
  if (!armed) return { responseCode: '14', authorizationCode: null };
  const { reason, ...verdict } = await judgeArmed(unit, armed, message);
  if (reason) await keepDecline(unit, { purchaseId: armed.purchase.id, reason }, message);
  return verdict;
}

async function judgeArmed(unit: Unit, armed: Armed, message: IssuerMessage): Promise<Judged> {
  const { expiryYear, expiryMonth, cardSecurityCode } = armed.cardData;
  if (message.expirationDate !== expiryYear.slice(2) + expiryMonth) return decline('54', 'card_data_wrong');
  const authorizes = message.messageTypeIndicator === '0100';
  // A shop may not keep the code, so that only the authorisation carries it.
  if (authorizes && !isSame(message.cardSecurityCode, cardSecurityCode))
    return decline('05', 'card_data_wrong');
  const currency = findCurrencyByNumeric(message.currencyCodeTransaction);
  if (!currency) return decline('13', 'amount_wrong');
  if (!authorizes && armed.reference !== message.retrievalReferenceNumber) return decline('05');
  return await apply(unit, armed.purchase, message, currency);
}

async function apply(
  unit: Unit,
  purchase: Purchase,
  message: IssuerMessage,
  currency: Currency,
): Promise<Judged> {
  const command = toCommand(message, currency, makeAuthorizationCode(unit));
  if (!command) return decline('05');
  const late = purchase.armedUntilMs !== null && unit.services.clock() >= purchase.armedUntilMs;
  const applied = await applyToLocked(unit, purchase, command, 'acquirer');
  if ('refused' in applied) {
    if (late && !purchase.charge) return decline('54', 'number_late');
    return decline(...(DECLINES[applied.refused] ?? NOT_HONOURED));
  }
  if (command.type === 'authorize') await keepReference(unit, purchase.id, message.retrievalReferenceNumber);
  const charge = applied.ok.charge ?? purchase.charge;
  return { responseCode: '00', authorizationCode: charge?.authorizationCode ?? null, reason: null };
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

async function findArmed(unit: Unit, primaryAccountNumber: string): Promise<Armed | null> {
  interface Row {
    purchase_id: string;
    sealed: Buffer;
    retrieval_reference_number: string | null;
  }
  const [row] = await unit.tx<Row[]>`
    select purchase_id, sealed, retrieval_reference_number from armed_numbers
    where number_hmac = ${indexNumber(unit.services, primaryAccountNumber)}`;
  const purchase = row ? await lockPurchase(unit.tx, row.purchase_id) : null;
  if (!row || !purchase) return null;
  const cardData = openCardData(unit.services, row.purchase_id, row.sealed);
  return { purchase, cardData, reference: row.retrieval_reference_number };
}

async function keepReference(unit: Unit, purchaseId: string, reference: string): Promise<void> {
  await unit.tx`
    update armed_numbers set retrieval_reference_number = ${reference} where purchase_id = ${purchaseId}`;
}

const CODE_ALPHABET = '0123456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** DE 38: six letters and digits of chance. */
function makeAuthorizationCode({ services }: Unit): string {
  return Array.from(services.random(6), byte => CODE_ALPHABET[byte % CODE_ALPHABET.length]).join('');
}

function isSame(given: string | undefined, kept: string): boolean {
  if (given === undefined || given.length !== kept.length) return false;
  return timingSafeEqual(Buffer.from(given), Buffer.from(kept));
}
