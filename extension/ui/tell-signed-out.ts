import type { Answer, ScreenRefusal } from './answer.ts';

const OF_SESSION: readonly ScreenRefusal[] = ['session_missing', 'session_expired', 'proof_invalid'];

type Say = (type: never, input: never) => Promise<Answer<unknown>>;
type SayState<W> = (type: 'getState', input: Record<string, never>) => Promise<Answer<W>>;

/** What is looked at of how a wallet stands. */
interface Standing {
  wallet: string;
  session: string;
}

/** `ports` as they were; a call refused because the session is over tells how the wallet stands then. */
export function tellSignedOut<W extends Standing, P extends { ask: Say & SayState<W> }>(
  ports: P,
  tell: (wallet: W) => void,
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
export function needsPasskey({ wallet, session }: Standing): boolean {
  return wallet === 'locked' || (wallet === 'unlocked' && session === 'ended');
}
