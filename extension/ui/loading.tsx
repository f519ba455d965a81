import type { ComponentChildren } from 'preact';
import { Button } from './button.tsx';
import { RefusalNotice } from './refusal-notice.tsx';
import { Skeleton } from './skeleton.tsx';
import { useText } from './surroundings.tsx';
import type { Loaded } from './use-answer.ts';

interface LoadingProps<T> {
  loaded: Loaded<T>;
  /** How many lines the value will take, so that nothing jumps when it comes. */
  lines: number;
  children: (value: T) => ComponentChildren;
}

/** The three faces of something fetched: its place kept, why it did not come, or itself. */
export function Loading<T>({ loaded, lines, children }: LoadingProps<T>) {
  const { t } = useText();
  const { value, refused, reload } = loaded;
  return (
    <>
      {refused ? (
        <RefusalNotice refused={refused} moneyless>
          <div>
            <Button onPress={reload}>{t('ui.try_again')}</Button>
          </div>
        </RefusalNotice>
      ) : null}
      {value === null ? refused ? null : <Skeleton lines={lines} /> : children(value)}
    </>
  );
}
