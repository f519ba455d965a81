import type { z } from 'zod';
import type { CallResult } from '#shared/api/call.ts';
import type { Answer } from '../messages/refusal.ts';
import type { UnlockOptions, WALLET_INPUTS, WalletState } from '../messages/wallet-messages.ts';
import type { askPasskey } from '../passkey/ceremony.ts';
import type { ServerAccess } from '../passkey/server-access.ts';

/** The calls that open a keyring; popup and confirm window have them behind doors of their own. */
export interface UnlockPorts {
  beginUnlock: () => Promise<Answer<UnlockOptions>>;
  finishUnlock: (input: z.input<(typeof WALLET_INPUTS)['finishUnlock']>) => Promise<Answer<WalletState>>;
  unlockByPassphrase: (passphrase: string) => Promise<Answer<WalletState>>;
  beginKeeping: (credentialId: string) => Promise<Answer<CallResult<'beginPasskeyKeeping'>>>;
  finishKeeping: (
    input: z.input<(typeof WALLET_INPUTS)['keepPasskey']>,
  ) => Promise<Answer<Record<string, never>>>;
  askPasskey: typeof askPasskey;
  serverAccess: ServerAccess;
}

/**
 * One touch of the passkey opens the keyring and, where the session ended, signs in again. Must follow a press at once.
 * `onResting` hears which passkey was used, where it is being removed.
 */
export async function unlockByPasskey(
  ports: UnlockPorts,
  onResting: (credentialId: string) => void = () => undefined,
): Promise<Answer<WalletState>> {
  if (!(await ports.serverAccess.ask())) return { refused: 'passkey_withheld' };
  const begun = await ports.beginUnlock();
  if ('refused' in begun) return begun;
  const { signInId, options, prfSalt } = begun.ok;
  const asked = await ports.askPasskey(options, prfSalt);
  if ('refused' in asked) return asked;
  const credential = { ...asked.credential, type: 'public-key' as const };
  const finished = await ports.finishUnlock({ signInId, credential, prfOutput: asked.prfOutput });
  if ('refused' in finished && finished.refused === 'passkey_resting') onResting(credential.id);
  return finished;
}
