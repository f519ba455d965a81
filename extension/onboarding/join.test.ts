import { expect, test } from 'vitest';
import type { Wrapping } from '../messages/onboarding-map.ts';
import { replaceKeys } from './join.ts';

/** Ports of a browser whose passkey gives `prfOutput`; what the new keys are wrapped by is kept in `wrappings`. */
function openPorts(prfOutput: string | null) {
  const wrappings: Wrapping[] = [];
  const ask = async (_: string, { wrapping }: { wrapping: Wrapping }) => {
    wrappings.push(wrapping);
    return { ok: { wallet: 'unlocked' } };
  };
  const serverAccess = { ask: async () => true };
  const beginUnlock = async () => ({ ok: { signInId: null, options: { challenge: 'AA' }, prfSalt: 'AA' } });
  const askPasskey = async () => ({ ok: true, credential: { id: 'id' }, prfOutput });
  return { ports: { ask, askPasskey, unlock: { serverAccess, beginUnlock } } as never, wrappings };
}

test('new keys are wrapped by the passkey that can', async () => {
  const { ports, wrappings } = openPorts('A'.repeat(43));
  expect(await replaceKeys(ports)).toEqual({ ok: { state: { wallet: 'unlocked' } } });
  expect(wrappings).toEqual([{ by: 'prf', prfOutput: 'A'.repeat(43) }]);
});

test('new keys wait for a pass phrase where the passkey cannot wrap them', async () => {
  const { ports, wrappings } = openPorts(null);
  expect(await replaceKeys(ports)).toEqual({ ok: { needsPassphrase: expect.any(Function) } });
  expect(wrappings).toEqual([]);
});
