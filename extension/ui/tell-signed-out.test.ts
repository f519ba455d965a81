import { expect, test } from 'vitest';
import type { WalletState } from '../messages/wallet-messages.ts';
import type { Answer } from './answer.ts';
import { needsPasskey, tellSignedOut } from './tell-signed-out.ts';

const OPEN: WalletState = {
  ...{ wallet: 'unlocked', session: 'live', member: null, unlockBy: ['prf'], waitingCount: 0 },
  ...{ typedHost: null, logAlarm: null, autoLockMinutes: 30, serverOrigin: 'http://wallet.localhost' },
};

/** What was told after a call that is answered by `answer`, while the wallet stands as `state` says. */
async function listTold(answer: Answer<unknown>, state: WalletState): Promise<WalletState[]> {
  const told: WalletState[] = [];
  const ask = async (type: string) => (type === 'getState' ? { ok: state } : answer);
  const ports = tellSignedOut({ ask: ask as never }, (wallet: WalletState) => told.push(wallet));
  expect(await (ports.ask as (type: string, input: object) => unknown)('listCards', {})).toBe(answer);
  return told;
}

test('a call refused for want of a session tells that the session is over, and is answered as it was', async () => {
  const ended: WalletState = { ...OPEN, session: 'ended' };
  expect(await listTold({ refused: 'session_missing' }, ended)).toEqual([ended]);
  expect(await listTold({ refused: 'session_expired' }, ended)).toEqual([ended]);
  expect(await listTold({ refused: 'session_expired' }, OPEN)).toEqual([]);
  expect(await listTold({ refused: 'server_unreachable' }, ended)).toEqual([]);
  expect(await listTold({ ok: {} }, ended)).toEqual([]);
});

test('open keys without a session ask for the passkey as closed ones do', () => {
  expect(needsPasskey(OPEN)).toBe(false);
  expect(needsPasskey({ ...OPEN, session: 'ended' })).toBe(true);
  expect(needsPasskey({ ...OPEN, wallet: 'locked' })).toBe(true);
  expect(needsPasskey({ ...OPEN, wallet: 'none', session: 'none' })).toBe(false);
});
