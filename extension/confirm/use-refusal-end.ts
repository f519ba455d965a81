import { useEffect } from 'preact/hooks';
import type { ScreenRefusal } from '../ui/answer.ts';
import { type Decision, decideAfterRefusal } from './decision.ts';

/** Ends the window where the last refusal says that there is nothing left to decide. */
export function useRefusalEnd(refused: ScreenRefusal | null, onDecided: (decision: Decision) => void): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: each refusal ends the window once
  useEffect(() => {
    const end = refused && decideAfterRefusal(refused);
    if (end) onDecided(end);
  }, [refused]);
}
