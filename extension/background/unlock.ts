import type { WalletRecord } from '#extension/keyring/database.ts';
import { type Opener, PRF_SALT } from '#extension/keyring/wrap.ts';
import type { PageHandlers } from '#extension/messages/receive.ts';
import type { Answer } from '#extension/messages/refusal.ts';
import type { UnlockOptions, WALLET_INPUTS, WalletState } from '#extension/messages/wallet-messages.ts';
import { encodeBase64url } from '#shared/crypto/base64url.ts';
import { lockWallet, postponeAutoLock } from './auto-lock.ts';
import { pushKeyring } from './keyring-sync.ts';
import { listOwnPasskeys } from './passkeys.ts';
import { readTypedNumbers } from './recognize-card.ts';
import type { Services } from './services.ts';
import { readWalletState } from './wallet-state.ts';

type WalletHandlers = Pick<PageHandlers<'popup'>, keyof typeof WALLET_INPUTS>;

/** What every screen may ask. */
export function createWalletHandlers(services: Services): WalletHandlers {
  const answerState = async () => ({ ok: await readWalletState(services) });
  return {
    getState: answerState,
    beginUnlock: () => beginUnlock(services),
    finishUnlock: input => finishUnlock(services, input),
    async unlockByPassphrase({ passphrase }) {
      const opener = { by: 'passphrase', passphrase } as const;
      const opened = await services.keyring.unlock(opener);
      if (opened === 'missing') return openKept(services, opener);
      if (opened === 'refused') return { refused: 'passphrase_wrong' };
      await afterUnlock(services);
      return answerState();
    },
    beginPasskeyKeeping: body => services.client.ask('beginPasskeyKeeping', { body }),
    keepPasskey: ({ keepingId, ...body }) =>
      services.client.ask('keepPasskey', { params: { keepingId }, body }),
    async lock() {
      await lockWallet(services);
      return answerState();
    },
  };
}

/** On a new device the keyring comes from the server first. */
async function openKept(
  services: Services,
  opener: Opener,
  refused: 'passphrase_wrong' | 'unlock_wrong' = 'passphrase_wrong',
): Promise<Answer<WalletState>> {
  const kept = await services.client.ask('getKeyring', {});
  if (!('ok' in kept)) return kept;
  if (kept.ok.keyring === null) return { refused: 'wallet_missing' };
  const { sealed, version } = kept.ok.keyring;
  if ((await services.keyring.adopt(sealed, version, opener)) === 'refused') return { refused };
  await afterUnlock(services);
  return { ok: await readWalletState(services) };
}

/** One touch opens the keyring and signs in again where the session ended; a live session needs no server. */
async function beginUnlock(services: Services): Promise<Answer<UnlockOptions>> {
  const wallet = await services.database.get('wallet');
  if (!wallet) return { refused: 'wallet_missing' };
  if ((await services.session.state()) !== 'live') return beginSignIn(services);
  const challenge = encodeBase64url(services.random(32));
  return {
    ok: {
      signInId: null,
      options: makePasskeyOptions(services, challenge, wallet),
      prfSalt: PRF_SALT,
    },
  };
}

/** Options of the server's own making: its challenge, and no credential named. */
export async function beginSignIn(services: Services): Promise<Answer<UnlockOptions>> {
  const begun = await services.client.ask('beginSignIn', { body: {} });
  if (!('ok' in begun)) return begun;
  return { ok: { signInId: begun.ok.signInId, options: begun.ok.options, prfSalt: PRF_SALT } };
}

/** Options for a touch of a passkey of this person's over `challenge`. */
export function makePasskeyOptions({ rpId }: Services, challenge: string, wallet: WalletRecord) {
  return {
    ...{ challenge, rpId, userVerification: 'required', timeout: 120_000 },
    allowCredentials: listOwnPasskeys(wallet).map(id => ({ id, type: 'public-key' })),
  };
}

async function finishUnlock(
  services: Services,
  input: {
    signInId: string | null;
    credential: { id: string; type: 'public-key' };
    prfOutput: string | null;
  },
): Promise<Answer<WalletState>> {
  if (input.signInId !== null) {
    const wallet = await services.database.get('wallet');
    if (!wallet) return { refused: 'wallet_missing' };
    const { deviceName } = wallet;
    const body = { signInId: input.signInId, credential: input.credential, deviceName };
    const signed = await services.client.ask('signIn', { body });
    if (!('ok' in signed)) return signed;
    if (wallet.member.personId !== signed.ok.member.personId) return { refused: 'unlock_wrong' };
    await services.database.put('tokens', signed.ok.session);
    await services.database.put('wallet', { ...wallet, credentialId: input.credential.id });
  }
  if (input.prfOutput !== null) {
    const opener = { by: 'prf', prfOutput: input.prfOutput } as const;
    const opened = await services.keyring.unlock(opener);
    // Another device may have given the passkey its way in.
    if (opened === 'refused') return openKept(services, opener, 'unlock_wrong');
  }
  // A passkey may come without what opens the keys: on another device, or from another keeper of passkeys.
  const state = await readWalletState(services);
  const stuck = state.wallet === 'locked' && !state.unlockBy.includes('passphrase');
  if (stuck) return { refused: 'unlock_wrong' };
  await afterUnlock(services);
  return { ok: state };
}

/** What waited for the key or the session goes on; nobody waits for it, and the next alarm tries again. */
export async function afterUnlock(services: Services): Promise<void> {
  await postponeAutoLock(services);
  void catchUp(services).catch(() => undefined);
  void readTypedNumbers(services).catch(() => undefined);
}

/** Finishes begun commands and gives the server what it does not keep yet. */
export async function catchUp(services: Services): Promise<void> {
  await services.client.resume();
  await pushKeyring(services);
}
