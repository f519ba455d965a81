import type { WalletState } from '../messages/wallet-messages.ts';
import type { Answer, ScreenRefusal } from '../ui/answer.ts';

const OF_SESSION: readonly ScreenRefusal[] = ['session_missing', 'session_expired', 'proof_invalid'];

type Say = (type: never, input: never) => Promise<Answer<unknown>>;
type SayState = (type: 'getState', input: Record<string, never>) => Promise<Answer<WalletState>>;

/** `ports` as they were; a call refused because the session is over tells how the wallet stands then. */
export function tellSignedOut<P extends { ask: Say & SayState }>(
  ports: P,
  tell: (wallet: WalletState) => void,
): P {
  const say: Say = async (type, input) => {
    const answer = await ports.ask(type, input);
    if ('ok' in answer || !OF_SESSION.includes(answer.refused)) return answer;
    const state = await ports.ask('getState', {});
    if ('ok' in state && state.ok.session === 'ended') tell(state.ok);
    return answer;
  };
  return { ...ports, ask: say };
}

/** Whether the owner has to show a passkey before anything else: the keys are closed, or nobody is signed in. */
export function needsPasskey({ wallet, session }: WalletState): boolean {
  return wallet === 'locked' || (wallet === 'unlocked' && session === 'ended');
}
