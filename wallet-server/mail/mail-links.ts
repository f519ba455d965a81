import type { Locale } from '#shared/api/locale.ts';
import type { Purchase } from '#shared/purchase/purchase.ts';
import type { PayoutChange } from '../bank/payout-account.ts';
import type { PasskeyChange } from '../people/sign-passkey-change.ts';
import type { Occasion } from '../purchases/read-occasions.ts';

/** What mail needs to know of a member; the real mailbox is not part of it, the vault has that. */
export interface MailOwner {
  personId: string;
  uniqueAddress: string;
  locale: Locale;
  /** Raw X25519, base64url; null until the person's device has made one. */
  readingKey: string | null;
}

/** What mail asks of the other nouns. */
export interface MailLinks {
  /** The member whose unique address this is (S29), compared without regard to case. */
  findOwnerByAddress(address: string): Promise<MailOwner | null>;
  findOwner(personId: string): Promise<MailOwner | null>;
  findPurchase(purchaseId: string): Promise<Purchase | null>;
  /** Where a shop is paid, and whose shop it is; null where it named no account. */
  findPayoutChange(sellerId: string): Promise<PayoutChange | null>;
  /** A change of somebody's passkeys that was signed; null where there is none of that id. */
  findPasskeyChange(signingId: string): Promise<PasskeyChange | null>;
  /** What a letter about a purchase is written from; null where there is no such purchase. */
  findOccasion(purchaseId: string): Promise<Occasion | null>;
  /** A new code for a purchase that waits; earlier ones end. Refused where a code is not enough or it is late. */
  issueCode(occasion: Occasion): Promise<{ code: string; expiresAtMs: number } | { refused: string }>;
  /** Confirms where sender and code both match (S30); `code` is null where the reply holds none. */
  confirmByReply(reply: {
    purchaseId: string;
    senderMatches: boolean;
    code: string | null;
  }): Promise<{ ok: unknown } | { refused: string }>;
}
