import type { Locale } from '#shared/api/locale.ts';
import { formatNumber, parseNumber } from '#shared/number/number.ts';
import type { Purchase } from '#shared/purchase/purchase.ts';
import { formatAmount, formatText, formatTime, isTextKey, type TextKey } from '../texts.ts';
import type { Letter } from './letter.ts';
import { writeStages } from './stage-lines.ts';

type Values = Record<string, string>;

/** What texts about every purchase name. */
export function valuesOf(purchase: Purchase, locale: Locale): Values {
  const amount = formatAmount(purchase.amountMinor, purchase.currency, locale);
  return { amount, payee: purchase.payee.name, expiry: formatTime(purchase.confirmByMs, locale) };
}

/** The code or number that stands for the destination, a person's number in groups. */
function formatDelivery(deliveryNumber: string): string {
  const [body = '', ...suffix] = deliveryNumber.split('-');
  const number = parseNumber(body);
  return number === null ? deliveryNumber : [formatNumber(number), ...suffix].join(' - ');
}

function writeFacts(purchase: Purchase, locale: Locale): Letter['facts'] {
  const fact = (key: TextKey, value: string | null) =>
    value === null || value === '' ? [] : [{ label: formatText(locale, key), value }];
  return [
    ...fact('fact.amount', formatAmount(purchase.amountMinor, purchase.currency, locale)),
    ...fact('fact.payee', `${purchase.payee.name} (${purchase.payee.host})`),
    ...fact('fact.orderNumber', purchase.orderNumber),
    ...fact('fact.description', purchase.description),
    ...fact('fact.delivery', formatDelivery(purchase.deliveryNumber)),
    ...fact('fact.waybill', [purchase.carrier, purchase.waybill].filter(Boolean).join(' ')),
  ];
}

/** A letter about a purchase, with its facts and stages. */
export function writeLetter(
  purchase: Purchase,
  locale: Locale,
  words: Pick<Letter, 'subject' | 'heading' | 'paragraphs'> & Partial<Letter>,
): Letter {
  return {
    locale,
    code: null,
    facts: writeFacts(purchase, locale),
    stages: writeStages(purchase, locale),
    footer: formatText(locale, 'footer'),
    ...words,
  };
}

/** S29: what is to be confirmed, the code, and how; without a code where only a passkey is enough. */
export function writeConfirmationRequest(purchase: Purchase, locale: Locale, code: string | null): Letter {
  const expiryTime = formatTime(purchase.confirmByMs, locale);
  const values = { ...valuesOf(purchase, locale), code: code ?? '' };
  const say = (key: TextKey) => formatText(locale, key, values);
  const expiry = { label: say('fact.expiry'), value: expiryTime };
  return writeLetter(purchase, locale, {
    subject: say(code === null ? 'confirmation.subject.passkey' : 'confirmation.subject'),
    heading: say('confirmation.heading'),
    paragraphs: [
      say(code === null ? 'confirmation.passkey' : 'confirmation.reply'),
      say(`funding.${purchase.funding}`),
      ...(code === null ? [] : [say('confirmation.secret')]),
      say('confirmation.decline'),
    ],
    code: code === null ? null : { label: say('confirmation.code'), digits: code },
    facts: [...writeFacts(purchase, locale), expiry],
  });
}

/** S31: the authentication message to the buyer. */
export function writeAuthenticationMessage(purchase: Purchase, locale: Locale): Letter {
  const say = (key: TextKey) => formatText(locale, key, valuesOf(purchase, locale));
  return writeLetter(purchase, locale, {
    subject: say('authentication.subject'),
    heading: say('authentication.heading'),
    paragraphs: [say(`authentication.${purchase.funding}`), say('authentication.wrong')],
  });
}

/** Asks for receipt after tracked delivery, before time takes it as given. */
export function writeReceiptReminder(purchase: Purchase, locale: Locale, receiptDueAtMs: number): Letter {
  const delivered = formatTime(purchase.deliveredAtMs ?? receiptDueAtMs, locale);
  const values = { ...valuesOf(purchase, locale), delivered, due: formatTime(receiptDueAtMs, locale) };
  const say = (key: TextKey) => formatText(locale, key, values);
  return writeLetter(purchase, locale, {
    subject: say('reminder.subject'),
    heading: say('reminder.heading'),
    paragraphs: [say('reminder.lead'), say('reminder.act'), say('reminder.wrong')],
  });
}

/** S34: the bill of an advanced purchase. */
export function writeBill(purchase: Purchase, bill: NonNullable<Purchase['bill']>, locale: Locale): Letter {
  const amount = formatAmount(bill.amountMinor, purchase.currency, locale);
  const values = { ...valuesOf(purchase, locale), amount, due: formatTime(bill.dueAtMs, locale) };
  const say = (key: TextKey) => formatText(locale, key, values);
  return writeLetter(purchase, locale, {
    subject: say('bill.subject'),
    heading: say('bill.heading'),
    paragraphs: [say('bill.lead'), say('bill.act')],
  });
}

/** S36: what happened to a purchase; an event without words of its own is told by the state it led to. */
export function writeStateChange(purchase: Purchase, event: string | null, locale: Locale): Letter {
  const names = [event, purchase.state, 'changed'];
  const name = names.find(each => isTextKey(`state.${each}.title`)) ?? 'changed';
  const values = valuesOf(purchase, locale);
  const title = formatText(locale, `state.${name}.title` as TextKey, values);
  return writeLetter(purchase, locale, {
    subject: formatText(locale, 'state.subject', { ...values, title }),
    heading: title,
    paragraphs: [formatText(locale, `state.${name}.lead` as TextKey, values)],
  });
}

/** Why a reply confirmed nothing. It holds no code: the reader may not be who asked for one. */
export function writeReplyRefusal(purchase: Purchase, refusal: string, locale: Locale): Letter {
  const values = valuesOf(purchase, locale);
  const key = `refusal.${refusal}`;
  const reason = formatText(locale, isTextKey(key) ? key : 'refusal.other', values);
  const untouched = purchase.state === 'order_received' ? [formatText(locale, 'refusal.money')] : [];
  return writeLetter(purchase, locale, {
    subject: formatText(locale, 'refusal.subject', values),
    heading: formatText(locale, 'refusal.heading'),
    paragraphs: [reason, ...untouched],
  });
}
