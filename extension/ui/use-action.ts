import { useRef, useState } from 'preact/hooks';
import type { Answer, ScreenRefusal } from './answer.ts';

/** One thing a person can set going; while it runs it cannot be started again. */
export interface Action {
  busy: boolean;
  refused: ScreenRefusal | null;
  /** Resolves to the value, or to null where it was refused (the reason is then in `refused`). */
  run: <T>(act: () => Promise<Answer<T>>) => Promise<T | null>;
  forget: () => void;
}

/** Runs calls one at a time and keeps why the last one was refused; a fault becomes the refusal `fault`. */
export function useAction(): Action {
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<ScreenRefusal | null>(null);
  // A second press may come before the first one is drawn: what is drawn cannot hold it off.
  const running = useRef(false);
  const run = async <T>(act: () => Promise<Answer<T>>): Promise<T | null> => {
    if (running.current) return null;
    running.current = true;
    setBusy(true);
    setRefused(null);
    const answer = await act().catch((): Answer<T> => ({ refused: 'fault' }));
    running.current = false;
    setBusy(false);
    if ('ok' in answer) return answer.ok;
    setRefused(answer.refused);
    return null;
  };
  return { busy, refused, run, forget: () => setRefused(null) };
}
