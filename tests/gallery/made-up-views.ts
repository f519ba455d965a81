import type { DeclinedCharge, OrderView, PurchaseView } from '#shared/api/purchase-view.ts';
import type { Card } from '#shared/card/card.ts';
import type { PurchaseState } from '#shared/purchase/state.ts';

/** A Saturday noon; every picture is taken at this moment. */
export const NOW_MS = Date.UTC(2026, 10, 21, 3, 0);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A UUID that tells itself apart by its last digits. */
export function makeId(index: number): string {
  return `01936f00-0000-7000-8000-${String(index).padStart(12, '0')}`;
}

export const CARD: Card = {
  id: makeId(1),
  label: 'Shops in the US',
  lastDigits: '4821',
  currency: 'USD',
  issuedAtMs: NOW_MS - 40 * DAY,
  virtualIdentity: {
    name: 'Robin Vale',
    givenName: 'Robin',
    familyName: 'Vale',
    email: 'vale.7k2m9t@mail.wayveil.example',
    tel: '+13025550142',
    deliveryCode: '30217',
    address: {
      addressLines: ['1200 Harbor Road', 'PMB 30217'],
      addressLevel2: 'Wilmington',
      addressLevel1: 'DE',
      postalCode: '19801',
      country: 'US',
    },
  },
};

export const KOREAN_CARD: Card = {
  ...CARD,
  id: makeId(2),
  label: '한국 상점',
  lastDigits: '0937',
  currency: 'KRW',
  virtualIdentity: {
    ...CARD.virtualIdentity,
    name: '한가람',
    givenName: '가람',
    familyName: '한',
    tel: '+82262580142',
    address: {
      addressLines: ['테헤란로 152', '가람허브 30217호'],
      addressLevel2: '강남구',
      addressLevel1: '서울특별시',
      postalCode: '06236',
      country: 'KR',
    },
  },
};

const STEPS: readonly PurchaseState[] = [
  'order_received',
  'identity_confirmed',
  'shipped',
  'received',
  'closed',
];

/** A purchase that reached `state` a day per stage; `changes` put anything else in. */
export function makeView(state: PurchaseState, changes: Partial<PurchaseView> = {}): PurchaseView {
  const at = STEPS.indexOf(state);
  const reached = STEPS.slice(0, at < 0 ? 3 : at + 1);
  const startMs = NOW_MS - reached.length * DAY;
  const enteredAtMs = Object.fromEntries(reached.map((step, index) => [step, startMs + index * DAY]));
  if (at < 0) enteredAtMs[state] = NOW_MS - HOUR;
  const shipped = reached.includes('shipped');
  return {
    id: makeId(100),
    version: reached.length,
    state,
    orderNumber: 'KA-20814',
    description: 'Headphones',
    funding: 'held',
    amountMinor: '12900',
    currency: 'USD',
    deliveryNumber: 'QX7K2M9T4-06',
    waybill: shipped ? 'TRK9400281' : null,
    carrier: shipped ? 'Northwind Parcel' : null,
    deliveredAtMs: null,
    shipByMs: NOW_MS + 12 * DAY,
    enteredAtMs,
    dueAtMs: state === 'closed' ? null : NOW_MS + 12 * DAY,
    disputeReason: state === 'disputed' ? 'The box was empty.' : null,
    payee: {
      host: 'kestrel-audio.localhost',
      name: 'Kestrel Audio',
      member: true,
      knownSinceMs: NOW_MS - 200 * DAY,
    },
    cardId: null,
    nonce: 'c29tZSBjaGFuY2U',
    confirmByMs: NOW_MS + 29 * 60_000 + 41_000,
    confirmedBy: at === 0 ? null : 'passkey',
    ...{ codeAllowed: true, disputesLeft: 2, returnUntilMs: state === 'received' ? NOW_MS + 13 * DAY : null },
    armedUntilMs: null,
    charged: false,
    declines: [],
    bill: null,
    refundedMinor: '0',
    paidMinor: state === 'closed' ? '12900' : null,
    ...changes,
  };
}

/** At a shop that never heard of Wayveil, by card. */
export function makeAdvancedView(state: PurchaseState, changes: Partial<PurchaseView> = {}): PurchaseView {
  return makeView(state, {
    id: makeId(200),
    funding: 'advanced',
    amountMinor: '48000',
    currency: 'KRW',
    cardId: CARD.id,
    payee: {
      host: 'shop.mulbangul-ceramics.localhost',
      name: '물방울 도자기',
      member: false,
      knownSinceMs: null,
    },
    ...changes,
  });
}

/** What an owner may find under a purchase that somebody tried to charge. */
export const DECLINES: DeclinedCharge[] = [
  {
    reason: 'payee_wrong',
    payeeHost: 'another-shop.localhost',
    amountMinor: '48000',
    currency: 'KRW',
    declinedAtMs: NOW_MS - HOUR,
  },
  {
    reason: 'amount_wrong',
    payeeHost: 'shop.mulbangul-ceramics.localhost',
    amountMinor: '52000',
    currency: 'KRW',
    declinedAtMs: NOW_MS - 2 * HOUR,
  },
];

/** The same escrow as its seller sees it. */
export function makeOrder(view: PurchaseView, orderNumber: string): OrderView {
  const {
    payee,
    cardId,
    nonce,
    confirmByMs,
    confirmedBy,
    codeAllowed,
    armedUntilMs,
    charged,
    declines,
    bill,
    ...rest
  } = view;
  const feeMinor = view.paidMinor === null ? null : '193';
  return { ...rest, orderNumber, buyerNumber: 'QX7K2M9T4', feeMinor, confirmed: confirmedBy !== null };
}

/** A purchase whose every word is long: a name without a space, a host of many parts, eleven digits and cents. */
export const LONG_VIEW = makeAdvancedView('order_received', {
  ...{ amountMinor: '1234567890123', currency: 'EUR', orderNumber: `ORDER-${'A1B2C3D4E5'.repeat(4)}` },
  payee: {
    ...makeAdvancedView('order_received').payee,
    name: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
    host: 'bestellungen.donaudampfschifffahrtselektrizitaeten-hauptbetriebswerk.example',
  },
});
