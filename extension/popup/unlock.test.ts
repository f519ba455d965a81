import { expect, test } from 'vitest';
import { confirmByPasskey } from '../confirm/confirm-by-passkey.ts';
import { join, replaceKeys, signIn } from '../onboarding/join.ts';
import { keepByPasskey, makePasskey, removeByPasskey } from './passkey-acts.ts';
import { unlockByPasskey } from './unlock.ts';

/** Ports of a browser whose owner says no when it asks for the wallet server's host: nothing else may be called. */
function refuseAccess() {
  const fail = () => {
    throw new Error('called without access');
  };
  const serverAccess = { host: 'wallet.example', isHeld: async () => false, ask: async () => false };
  const unlock = {
    beginUnlock: fail,
    finishUnlock: fail,
    unlockByPassphrase: fail,
    askPasskey: fail,
    serverAccess,
  };
  return { ask: fail, unlock, createPasskey: fail, askPasskey: fail } as never;
}

test.each([
  ['joining', () => join(refuseAccess(), 'en')],
  ['signing in', () => signIn(refuseAccess())],
  ['making new keys', () => replaceKeys(refuseAccess())],
  ['unlocking', () => unlockByPasskey((refuseAccess() as { unlock: never }).unlock)],
  ['making a passkey', () => makePasskey(refuseAccess())],
  ['removing a passkey', () => removeByPasskey(refuseAccess(), '', {} as never)],
  [
    'keeping a passkey',
    () => keepByPasskey((refuseAccess() as { unlock: never }).unlock, { credentialId: 'id', code: '' }),
  ],
  ['confirming', () => confirmByPasskey(refuseAccess(), 'purchase', 'hash')],
] as const)(
  '%s asks for the wallet server first, and a no ends it before anything is begun',
  async (_, act) => {
    expect(await act()).toEqual({ refused: 'passkey_withheld' });
  },
);
