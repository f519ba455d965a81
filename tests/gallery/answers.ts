import type { DescribedField } from '#extension/messages/field-words.ts';
import type { WalletState } from '#extension/messages/wallet-messages.ts';
import type { Locale } from '#shared/api/locale.ts';
import type { Member, RealData } from '#shared/api/people.ts';
import { CARD, KOREAN_CARD, makeAdvancedView, makeId, makeView, NOW_MS } from './made-up-views.ts';
import { PASSKEY_ANSWERS } from './passkey-answers.ts';

const DAY = 86_400_000;

export const REAL_DATA: RealData = {
  name: 'Made-up Person',
  email: 'person@mailbox.example',
  mobile: '+821055500142',
  destination1: {
    addressLines: ['12 Example Street', 'Flat 3'],
    addressLevel2: 'Sampletown',
    addressLevel1: 'CA',
    postalCode: '90001',
    country: 'US',
  },
};

const UNFILLED = [
  { id: '0/f4', token: 'country', label: 'Country / region', why: 'not_offered' },
  { id: '0/f7', token: 'email', label: 'E-mail', why: 'kept_owner_value' },
];
const HUB_LINES = { addressLevel2: 'Wilmington', addressLevel1: 'DE', postalCode: '19801', country: 'US' };
const HUBS = [
  {
    id: 'us-1',
    name: 'Harbor Hub',
    country: 'US',
    address: { addressLines: ['1200 Harbor Road'], ...HUB_LINES },
    tel: '+13025550100',
  },
];

function makeWallet(locale: Locale): WalletState {
  const member: Member = {
    personId: makeId(9),
    number: 'QX7K2M9T4',
    uniqueAddress: 'vale.7k2m9t@mail.wayveil.example',
    locale,
    codeLimits: { USD: '5000', KRW: '50000' },
  };
  return {
    wallet: 'unlocked',
    session: 'live',
    member,
    unlockBy: ['prf'],
    waitingCount: 1,
    typedHost: null,
    logAlarm: null,
    autoLockMinutes: 15,
    serverOrigin: 'http://wallet.localhost:8477',
  };
}

const FIELDS = [
  ['name', 'Full name', CARD.virtualIdentity.name],
  ['address-line1', 'Street address', '1200 Harbor Road'],
  ['address-line2', 'Apartment', 'PMB 30217'],
  ['postal-code', 'ZIP code', '19801'],
] as const;

export const PREVIEW = {
  tabId: 1,
  host: 'kestrel-audio.localhost',
  access: 'granted',
  frames: [
    {
      frameId: 0,
      origin: 'http://kestrel-audio.localhost',
      ownSite: true,
      fields: FIELDS.map(([token, label, value]) => ({
        fieldKey: token,
        token,
        section: 'shipping',
        label,
        value,
      })),
      cardFields: [{ fieldKey: 'cc-name', token: 'cc-name', label: 'Name on card' }],
    },
    {
      ...{ frameId: 3, origin: 'https://pay-frames.example', ownSite: false, fields: [] },
      cardFields: [{ fieldKey: 'f1', token: 'cc-number', label: 'Card number' }],
    },
    {
      ...{ frameId: 4, origin: 'https://pay-frames.example', ownSite: false, fields: [] },
      cardFields: [
        { fieldKey: 'f1', token: 'cc-exp', label: 'Expiry date' },
        { fieldKey: 'f2', token: 'cc-csc', label: 'Security code' },
      ],
    },
  ],
  checkout: {
    ...{
      amount: '129.00',
      currency: 'USD',
      amountFrom: 'text',
      payeeName: 'Kestrel Audio',
      payeeFrom: 'title',
    },
    ...{ orderNumber: 'KA-20814', orderNumberFrom: 'order_data' },
  },
};

const LISTED = [
  makeView('order_received', { id: makeId(101) }),
  makeAdvancedView('identity_confirmed', { id: makeId(102), charged: true }),
  makeView('shipped', { id: makeId(103) }),
  makeAdvancedView('received', {
    id: makeId(104),
    bill: { amountMinor: '48000', dueAtMs: NOW_MS + 9 * DAY, settledAtMs: null },
  }),
  makeView('disputed', { id: makeId(105) }),
  makeView('closed', { id: makeId(106) }),
];

const MAIL = { receivedAtMs: NOW_MS - 5_400_000, senderDomain: 'kestrel-audio.example', from: 'orders' };

/** Answers of the quieter places. */
const MORE_ANSWERS = {
  ...PASSKEY_ANSWERS,
  getLogStanding: { rightAtMs: NOW_MS - 420_000, size: 48_211, ownCount: 37, alarm: null },
  listMails: {
    mails: [
      {
        ...MAIL,
        id: makeId(1),
        opened: true,
        subject: 'Your order KA-20814',
        text: 'We have packed it.\nIt ships today.',
      },
      { ...MAIL, id: makeId(2), opened: false, subject: '', text: '' },
    ],
  },
  listDisclosures: {
    disclosures: [
      {
        atMs: NOW_MS - 7_200_000,
        party: 'Northwind Parcel',
        field: 'destination1',
        reason: 'parcel_print',
        granted: true,
      },
      {
        atMs: NOW_MS - 90_000_000,
        party: 'Northwind Parcel',
        field: 'mobile',
        reason: 'proof_wrong',
        granted: false,
      },
    ],
  },
  getAccount: {
    paymentReference: 'WV 4821 0093 77',
    payInto: { name: 'Wayveil Escrow', iban: 'GB33BUKB20201555555555', bic: 'BUKBGB22' },
    balances: [{ currency: 'USD', availableMinor: '20100', heldMinor: '12900', owedMinor: '0' }],
    credits: [{ currency: 'USD', limitMinor: '100000', freeMinor: '100000' }],
  },
  listDevices: {
    devices: [
      { id: makeId(1), name: 'Chromium, Linux', addedAtMs: NOW_MS, seenAtMs: NOW_MS, current: true },
      {
        id: makeId(2),
        name: 'Firefox, Linux',
        addedAtMs: NOW_MS,
        seenAtMs: NOW_MS - 3 * DAY,
        current: false,
      },
    ],
  },
};

function makeField(key: string, label: string, change: object): DescribedField {
  return {
    ...{ key, tag: 'input', type: 'text', name: key, id: key, autocomplete: '', inputMode: '', pattern: '' },
    ...{ maxLength: null, options: [], optionCount: 0, sections: [], form: 0, order: 0 },
    ...{ visible: true, writable: true, texts: [{ source: 'label', text: label }] },
    ...change,
  };
}

const ASKED = [
  makeField('f1', 'Postal code or a very long label that goes on over more than one line', {}),
  makeField('city', 'Town', { order: 1, autocomplete: 'shipping address-level2' }),
  makeField('coupon', 'Voucher', { order: 2 }),
];

/** A page with three fields and its copy. */
const WHY_ANSWERS = {
  readTabFields: {
    host: 'kestrel-audio.localhost',
    frames: [
      {
        ...{ frameId: 0, origin: 'http://kestrel-audio.localhost', fields: ASKED },
        named: [
          { fieldKey: 'f1', token: 'postal-code', ofTelephone: false, section: null, label: 'Postal code' },
          { fieldKey: 'city', token: 'address-level2', section: 'shipping', label: 'Town' },
        ],
      },
    ],
  },
  copyForm: {
    language: 'en',
    parts: ['Deliver to Hawksbeard', { tag: 'input', order: 0, attributes: [['name', 'zip']] }, null],
  },
};

/** Answers of a background that never was, by message name; a `refused` there shows that face of a screen. */
export function makeAnswers(locale: Locale): Record<string, unknown> {
  const wallet = makeWallet(locale);
  return {
    getState: wallet,
    changeSettings: wallet,
    changeAutoLock: wallet,
    lock: { ...wallet, wallet: 'locked' },
    getCurrentTab: { tabId: 1, host: 'kestrel-audio.localhost', cardId: null },
    listCards: { cards: locale === 'ko' ? [KOREAN_CARD, CARD] : [CARD, KOREAN_CARD] },
    refreshCards: 'server_unreachable',
    removeCard: 'card_in_use',
    revealCard: {
      cardData: {
        primaryAccountNumber: '4000001234567899',
        expiryMonth: '11',
        expiryYear: '2030',
        cardSecurityCode: '123',
      },
    },
    undoFill: { undone: 9, left: 0 },
    listHubs: { hubs: HUBS },
    getTabPreview: PREVIEW,
    fillTab: { frames: [{ origin: 'http://kestrel-audio.localhost', filled: 9, unfilled: UNFILLED }] },
    getRealData: { realData: REAL_DATA, version: '1' },
    putRealData: { version: '2' },
    listPurchases: { purchases: LISTED },
    getPurchase: { purchase: makeView('shipped', { deliveredAtMs: NOW_MS - 3_600_000 }) },
    ...MORE_ANSWERS,
    getMarker: { shown: true, host: 'kestrel-audio.localhost', shownHere: true },
    changeMarker: { shown: true, host: 'kestrel-audio.localhost', shownHere: false },
    ...WHY_ANSWERS,
    getSiteAccess: { access: 'on_click' },
    getKeptOpeners: { openers: ['passphrase'] },
    getSetup: { hasRealData: false, hasCards: false },
    requestCode: { expiresAtMs: NOW_MS + 600_000 },
  };
}
