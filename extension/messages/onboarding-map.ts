import { z } from 'zod';
import type { CallResult } from '#shared/api/call.ts';
import { issueCard } from '#shared/api/cards.ts';
import { CredentialJson, Id, Locale } from '#shared/api/fields.ts';
import { putRealData } from '#shared/api/people.ts';
import type { Card } from '#shared/card/card.ts';
import {
  Nothing,
  Passphrase,
  PrfOutput,
  type UnlockOptions,
  WALLET_INPUTS,
  type WalletAnswers,
  type WalletState,
} from './wallet-messages.ts';

const DeviceName = z.string().trim().min(1).max(60);
/** How the new keyring is wrapped: by the passkey's PRF, or where it has none by a pass phrase. */
const Wrapping = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('prf'), prfOutput: PrfOutput }),
  z.strictObject({ by: z.literal('passphrase'), passphrase: Passphrase }),
]);
export type Wrapping = z.infer<typeof Wrapping>;

/** Onboarding page → background. */
export const ONBOARDING_INPUTS = {
  ...WALLET_INPUTS,
  beginJoin: Nothing,
  finishJoin: z.strictObject({
    registrationId: Id,
    credential: CredentialJson,
    deviceName: DeviceName,
    locale: Locale,
    wrapping: Wrapping,
  }),
  beginSignIn: Nothing,
  /** On a new device. Where the kept keyring does not open by `prfOutput`, the state is `sealed`. */
  finishSignIn: z.strictObject({
    signInId: Id,
    credential: CredentialJson,
    deviceName: DeviceName,
    prfOutput: PrfOutput.nullable(),
  }),
  /** How the keyring opens that the server keeps for who is signed in. */
  getKeptOpeners: Nothing,
  /** What this person has given and got already, on whichever device. */
  getSetup: Nothing,
  /** A keyring that was never kept, or that no one can open again: cards in the old one are lost to view. */
  replaceKeyring: z.strictObject({ wrapping: Wrapping }),
  putRealData: putRealData.body.pick({ realData: true }),
  listHubs: Nothing,
  issueCard: issueCard.body,
  getSiteAccess: Nothing,
} as const;

export interface OnboardingAnswers extends WalletAnswers {
  beginJoin: { registrationId: string; options: UnlockOptions['options']; prfSalt: string };
  finishJoin: WalletState;
  beginSignIn: UnlockOptions;
  finishSignIn: WalletState;
  /** Null: none is kept. */
  getKeptOpeners: { openers: WalletState['unlockBy'] | null };
  getSetup: { hasRealData: boolean; hasCards: boolean };
  replaceKeyring: WalletState;
  putRealData: CallResult<'putRealData'>;
  listHubs: CallResult<'listHubs'>;
  issueCard: { card: Card };
  /** Whether detection runs on all sites by itself, or on the current tab by click and shortcut. */
  getSiteAccess: { access: 'all' | 'on_click' };
}
