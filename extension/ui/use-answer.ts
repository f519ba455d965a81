import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Answer, ScreenRefusal } from './answer.ts';

/** Something being fetched. A refusal after a value keeps the value: what was known stays on the screen. */
export interface Loaded<T> {
  value: T | null;
  refused: ScreenRefusal | null;
  reload: () => void;
}

/** Fetches when shown and whenever one of `inputs` changes; a fault becomes the refusal `fault`. */
export function useAnswer<T>(load: () => Promise<Answer<T>>, inputs: readonly unknown[]): Loaded<T> {
  const [state, setState] = useState<{ value: T | null; refused: ScreenRefusal | null }>({
    value: null,
    refused: null,
  });
  const [round, setRound] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `inputs` say when `load` means something else
  useEffect(() => {
    let gone = false;
    const take = (answer: Answer<T>) => {
      if (gone) return;
      setState(before =>
        'ok' in answer
          ? { value: answer.ok, refused: null }
          : { value: before.value, refused: answer.refused },
      );
    };
    load().then(take, () => take({ refused: 'fault' }));
    return () => {
      gone = true;
    };
  }, [...inputs, round]);
  const reload = useCallback(() => setRound(before => before + 1), []);
  return { ...state, reload };
}
