import { z } from 'zod';

import type { CallResult } from '#shared/api/call.ts';
import { CredentialJson, Id } from '#shared/api/fields.ts';
import type { PurchaseView } from '#shared/api/purchase-view.ts';
import type { Card, CardData } from '#shared/card/card.ts';
import { WALLET_INPUTS, type WalletAnswers } from './wallet-messages.ts';

const ByPurchase = z.strictObject({ purchaseId: Id });
const ConsentHash = z.string().length(43);

/** Confirm window → background. */
export const CONFIRM_INPUTS = {
  ...WALLET_INPUTS,
  getConfirmation: ByPurchase,
  /** Passkey options whose challenge is the hash of what this window shows. */
  beginConfirmation: ByPurchase.extend({ consentHash: ConsentHash }),
  confirmByPasskey: ByPurchase.extend({ consentHash: ConsentHash, credential: CredentialJson }),
  requestCode: ByPurchase,
  getCode: ByPurchase,
  confirmByCode: ByPurchase.extend({ consentHash: ConsentHash, code: z.string().regex(/^\d{6}$/) }),
  declinePurchase: ByPurchase,
  getAccount: z.strictObject({}),
  /** Fetches the armed number again and fills it: after a background that died, or a page that came back. */
  fillArmedNumber: ByPurchase,
  /** The armed number, to be typed by hand where filling does not reach. */
  revealArmedNumber: ByPurchase,
} as const;

/** All that the window shows; the consent is made from `purchase` alone. */
export interface Confirmation {
  purchase: PurchaseView;
  card: Card | null;
  /** Where the one-time number would be filled; null where no page waits for it. */
  target: { host: string; origins: string[] } | null;
  /** Hosts that the owner has bought at, for comparing; empty where they could not be fetched. */
  knownHosts: string[];
}

/** What became of the one-time number. */
export type ArmedFill =
  /** A held purchase has none. */
  | { state: 'none' }
  | { state: 'filled'; filled: number; missed: number; expiresAtMs: number }
  /** The page is gone, changed its origin, or took nothing: the number is armed still. */
  | { state: 'unfilled'; why: 'page_gone' | 'page_changed' | 'fields_missing'; expiresAtMs: number };

export interface ConfirmAnswers extends WalletAnswers {
  getConfirmation: Confirmation;
  beginConfirmation: { options: { challenge: string; [member: string]: unknown } };
  confirmByPasskey: { purchase: PurchaseView; fill: ArmedFill };
  requestCode: { expiresAtMs: number };
  getCode: CallResult<'getCode'>;
  confirmByCode: { purchase: PurchaseView; fill: ArmedFill };
  declinePurchase: { purchase: PurchaseView };
  getAccount: CallResult<'getAccount'>;
  fillArmedNumber: { fill: ArmedFill };
  revealArmedNumber: { cardData: CardData; expiresAtMs: number };
}
