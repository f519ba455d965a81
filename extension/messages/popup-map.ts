import { z } from 'zod';
import type { CallResult } from '#shared/api/call.ts';
import { issueCard } from '#shared/api/cards.ts';
import { CurrencyCode, Id } from '#shared/api/fields.ts';
import { addPasskey, beginPasskeyRemoval, removePasskey } from '#shared/api/passkeys.ts';
import { changeSettings, eraseRealData, putRealData, uniteMemberships } from '#shared/api/people.ts';
import type { PurchaseView } from '#shared/api/purchase-view.ts';
import { disputePurchase, listPurchases, placePurchase, reportShipment } from '#shared/api/purchases.ts';
import type { Card, CardData } from '#shared/card/card.ts';
import type { FillOutcome, StepRefusal } from '../fill/fill-plan.ts';
import type { LogStanding } from './log-standing.ts';
import type { CheckoutReading } from './page-words.ts';
import {
  Nothing,
  PrfOutput,
  WALLET_INPUTS,
  type WalletAnswers,
  type WalletState,
} from './wallet-messages.ts';

const TabId = z.int().nonnegative();
const ByPurchase = z.strictObject({ purchaseId: Id });

/** Popup → background. Every answer is `Answer<…>`: `{ ok }` or `{ refused }`. */
export const POPUP_INPUTS = {
  ...WALLET_INPUTS,
  /** The tab that the popup stands over: the active one of the last focused window. */
  getCurrentTab: Nothing,
  listCards: Nothing,
  listHubs: Nothing,
  issueCard: issueCard.body,
  /** The card's number, from the keyring of this device, to be typed where filling does not reach. */
  revealCard: z.strictObject({ cardId: Id }),
  /** The cards once what other devices keep is taken in. */
  refreshCards: Nothing,
  /** Takes the card out of the keyring for good; refused while a purchase with it is open. */
  removeCard: z.strictObject({ cardId: Id }),
  getTabPreview: z.strictObject({ tabId: TabId, cardId: Id }),
  /** What the owner typed stays unless `overwrite` is true. */
  fillTab: z.strictObject({ tabId: TabId, cardId: Id, overwrite: z.boolean() }),
  undoFill: z.strictObject({ tabId: TabId }),
  /** Places the purchase and opens its confirm window. The payee's host is the tab's own, not told by the popup. */
  startPayment: z.strictObject({
    tabId: TabId,
    cardId: Id,
    payeeName: placePurchase.body.shape.payee.shape.name,
    amountMinor: placePurchase.body.shape.amountMinor,
    currency: CurrencyCode,
    orderNumber: placePurchase.body.shape.orderNumber,
    description: placePurchase.body.shape.description,
  }),
  openConfirmWindow: ByPurchase,
  listPurchases: z.strictObject({ before: Id.optional(), limit: listPurchases.query.shape.limit.optional() }),
  getPurchase: ByPurchase,
  reportShipment: ByPurchase.extend(reportShipment.body.shape),
  confirmReceipt: ByPurchase,
  disputePurchase: ByPurchase.extend(disputePurchase.body.shape),
  withdrawDispute: ByPurchase,
  requestReturn: ByPurchase,
  cancelPurchase: ByPurchase,
  declinePurchase: ByPurchase,
  listMails: z.strictObject({ before: Id.optional() }),
  listDevices: Nothing,
  removeDevice: z.strictObject({ deviceId: Id }),
  listPasskeys: Nothing,
  /** Options for a new passkey, and for one that the person has: it signs the hash of the new one. */
  beginPasskeyAddition: Nothing,
  addPasskey: z.strictObject({ ...addPasskey.body.shape, prfOutput: PrfOutput.nullable() }),
  beginPasskeyRemoval: beginPasskeyRemoval.body,
  removePasskey: z.strictObject({
    removalId: Id,
    credentialId: beginPasskeyRemoval.body.shape.credentialId,
    credential: removePasskey.body.shape.credential,
  }),
  changeSettings: changeSettings.body,
  changeAutoLock: z.strictObject({ autoLockMinutes: z.int().min(1).max(1440) }),
  getMarker: z.strictObject({ tabId: TabId }),
  changeMarker: z.strictObject({ tabId: TabId, shown: z.boolean(), shownHere: z.boolean() }),
  getAccount: Nothing,
  listDisclosures: Nothing,
  getRealData: Nothing,
  putRealData: putRealData.body,
  /** Options for the touch that erases the real data; the touch itself. */
  beginErasure: Nothing,
  eraseRealData: z.strictObject({ erasureId: Id, credential: eraseRealData.body.shape.credential }),
  /** Options for a touch of the passkey of another membership; the touch makes one of two (S16). */
  beginUnion: Nothing,
  uniteMemberships: uniteMemberships.body,
  /** The owner's number changes at intervals: asks the server which it is now. */
  refreshMember: Nothing,
  /** How the public log stood when it was last looked at; look again; the alarm was read. */
  getLogStanding: Nothing,
  checkLog: Nothing,
  readLogAlarm: Nothing,
  /** Ends the session and wipes this device: keyring, keys, journal. */
  signOut: Nothing,
} as const;

/** One field that a fill would write, with what it would write. */
export interface PreviewField {
  fieldKey: string;
  token: string;
  section: 'shipping' | 'billing' | null;
  label: string;
  value: string;
  /** Why there is no value. */
  refused?: StepRefusal | undefined;
}

/** What a fill would write into one frame. `origin` is what the browser says, not the page. */
export interface PreviewFrame {
  frameId: number;
  origin: string;
  /** Whether the frame is of the tab's own site; others get card fields only. */
  ownSite: boolean;
  fields: PreviewField[];
  /** Those that wait for the one-time number of a confirmed payment: it goes to these and to no others. */
  cardFields: { fieldKey: string; token: string; label: string }[];
}

export interface TabPreview {
  tabId: number;
  /** Host of the top frame without a port: the payee of a payment. */
  host: string;
  access: 'granted' | 'withheld' | 'impossible';
  frames: PreviewFrame[];
  checkout: CheckoutReading | null;
}

/** A field that a fill did not write, and why. */
export interface UnfilledField {
  /** Tells the fields of a report apart. */
  id: string;
  token: string;
  label: string;
  why: Exclude<FillOutcome, 'filled'> | 'frame_gone' | 'only_you';
}

export interface FillReport {
  frames: { origin: string; filled: number; unfilled: UnfilledField[] }[];
}

/** A mail, opened on this device. `text` is plain text; a mail that does not open has `opened: false`. */
export interface ReadableMail {
  id: string;
  receivedAtMs: number;
  senderDomain: string;
  opened: boolean;
  from: string;
  subject: string;
  text: string;
}

/** How the marker at fields is set. */
export interface MarkerState {
  shown: boolean;
  /** Host of the tab's site; null where it has none. */
  host: string | null;
  shownHere: boolean;
}

interface One {
  purchase: PurchaseView;
}
type Done = Record<string, never>;

export interface PopupAnswers extends WalletAnswers {
  /** `cardId`: the card whose number was typed into the page (S62). */
  getCurrentTab: { tabId: number; host: string | null; cardId: string | null };
  listCards: { cards: Card[] };
  listHubs: CallResult<'listHubs'>;
  issueCard: { card: Card };
  revealCard: { cardData: CardData };
  refreshCards: { cards: Card[] };
  removeCard: Done;
  getTabPreview: TabPreview;
  fillTab: FillReport;
  undoFill: { undone: number; left: number };
  startPayment: One;
  openConfirmWindow: Done;
  listPurchases: { purchases: PurchaseView[] };
  getPurchase: One;
  reportShipment: One;
  confirmReceipt: One;
  disputePurchase: One;
  withdrawDispute: One;
  requestReturn: One;
  cancelPurchase: One;
  declinePurchase: One;
  listMails: { mails: ReadableMail[] };
  listDevices: CallResult<'listDevices'>;
  removeDevice: Done;
  listPasskeys: CallResult<'listPasskeys'>;
  beginPasskeyAddition: CallResult<'beginPasskeyAddition'> & { prfSalt: string };
  /** `opens`: whether the keyring opens by it too. */
  addPasskey: CallResult<'addPasskey'> & { opens: boolean };
  beginPasskeyRemoval: CallResult<'beginPasskeyRemoval'>;
  removePasskey: CallResult<'removePasskey'>;
  changeSettings: WalletState;
  changeAutoLock: WalletState;
  getMarker: MarkerState;
  changeMarker: MarkerState;
  getAccount: CallResult<'getAccount'>;
  listDisclosures: CallResult<'listDisclosures'>;
  getRealData: CallResult<'getRealData'>;
  putRealData: CallResult<'putRealData'>;
  beginErasure: CallResult<'beginErasure'>;
  eraseRealData: Done;
  beginUnion: CallResult<'beginSignIn'>;
  uniteMemberships: WalletState;
  refreshMember: WalletState;
  getLogStanding: LogStanding;
  checkLog: LogStanding;
  readLogAlarm: LogStanding;
  signOut: Done;
}
