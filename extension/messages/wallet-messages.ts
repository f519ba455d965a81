import { z } from 'zod';
import type { CallResult } from '#shared/api/call.ts';
import { CredentialJson } from '#shared/api/fields.ts';
import { beginPasskeyKeeping, keepPasskey } from '#shared/api/passkeys.ts';
import type { Member } from '#shared/api/people.ts';
import type { LogAlarm } from './log-standing.ts';

export const Nothing = z.strictObject({});
/** 32 bytes, base64url: what the passkey's PRF gave. */
export const PrfOutput = z.string().length(43);
/** Long enough that Argon2id makes guessing hopeless. */
export const Passphrase = z.string().min(10).max(256);

/** What every screen may ask: how the wallet stands, and to open and close it. */
export const WALLET_INPUTS = {
  getState: Nothing,
  /** Options for one touch of the passkey that opens the keyring and, where the session ended, signs in again. */
  beginUnlock: Nothing,
  finishUnlock: z.strictObject({
    /** As `beginUnlock` gave it; null: the touch opens only. */
    signInId: z.uuid().nullable(),
    credential: CredentialJson,
    prfOutput: PrfOutput.nullable(),
  }),
  /** Where the passkey has no PRF. A session that ended needs `beginUnlock` and `finishUnlock` as well. */
  unlockByPassphrase: z.strictObject({ passphrase: Passphrase }),
  lock: Nothing,
  /** The removal of a passkey is taken back: whoever holds it may have no session. */
  beginPasskeyKeeping: beginPasskeyKeeping.body,
  keepPasskey: z.strictObject({ keepingId: z.uuid(), ...keepPasskey.body.shape }),
} as const;

/** How the wallet on this device stands. */
export interface WalletState {
  /** `none`: not joined here. `sealed`: signed in, but the keyring waits for its pass phrase or a new one. */
  wallet: 'none' | 'locked' | 'unlocked' | 'sealed';
  /** An `ended` session is opened again by `beginUnlock`, `finishUnlock`. */
  session: 'none' | 'live' | 'ended';
  member: Member | null;
  /** How the keyring opens on this device. */
  unlockBy: ('prf' | 'passphrase')[];
  /** Purchases that wait for this person's confirmation. */
  waitingCount: number;
  /** Host of a page where a card number was typed while the wallet was locked (S62). */
  typedHost: string | null;
  /** What is wrong with the public log; null: nothing that this device knows of. */
  logAlarm: LogAlarm | null;
  /** Minutes until the wallet locks itself. */
  autoLockMinutes: number;
  serverOrigin: string;
}

/** The ceremony takes the options; `prfSalt` (base64url) is what the PRF is evaluated over. */
export interface UnlockOptions {
  signInId: string | null;
  options: { challenge: string; [member: string]: unknown };
  prfSalt: string;
}

export interface WalletAnswers {
  getState: WalletState;
  beginUnlock: UnlockOptions;
  finishUnlock: WalletState;
  unlockByPassphrase: WalletState;
  lock: WalletState;
  beginPasskeyKeeping: CallResult<'beginPasskeyKeeping'>;
  keepPasskey: Record<string, never>;
}
