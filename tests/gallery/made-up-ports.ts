import type { UnlockPorts } from '#extension/popup/unlock.ts';
import { NOW_MS } from './made-up-views.ts';

export type Answers = Record<string, unknown>;
export type Ask = (type: string, input: unknown) => Promise<{ ok: unknown } | { refused: string }>;

/** Answers from the table; a text there is a refusal, `pending` never answers. How often each was asked stands in the page. */
export function makeAsk(answers: Answers): Ask {
  const { dataset } = document.documentElement;
  return async type => {
    dataset[type] = String(Number(dataset[type] ?? 0) + 1);
    const answer = answers[type] ?? {};
    if (answer === 'pending') return new Promise(() => undefined);
    return typeof answer === 'string' ? { refused: answer } : { ok: answer };
  };
}

export const clock = () => NOW_MS;
export const refusePasskey: UnlockPorts['askPasskey'] = async () => ({ refused: 'passkey_cancelled' });

export function makeUnlock(ask: Ask): UnlockPorts {
  return {
    beginUnlock: () => ask('beginUnlock', {}) as never,
    finishUnlock: () => ask('getState', {}) as never,
    unlockByPassphrase: async () => ({ refused: 'passphrase_wrong' }),
    beginKeeping: async () => ({ refused: 'passkey_unknown' }),
    finishKeeping: async () => ({ refused: 'passkey_unknown' }),
    askPasskey: refusePasskey,
    serverAccess: { host: 'wallet.localhost', isHeld: async () => true, ask: async () => true },
  };
}
