import { useEffect, useState } from 'preact/hooks';
import type { Answer } from './answer.ts';
import { type Action, useAction } from './use-action.ts';
import type { Loaded } from './use-answer.ts';

/** What stands on the first page of a list, and what was fetched behind it. */
export interface Pages<Item> {
  items: Item[];
  /** There may be older ones: the last page was full. */
  hasOlder: boolean;
  older: Action;
  fetchOlder: () => Promise<void>;
}

/** A list by pages of `size`, newest first; `read` gives those that come before an id. A new first page begins anew. */
export function usePages<Item extends { id: string }>(
  first: Loaded<readonly Item[]>['value'],
  size: number,
  read: (before: string) => Promise<Answer<readonly Item[]>>,
): Pages<Item> {
  const older = useAction();
  const [behind, setBehind] = useState<{ items: readonly Item[]; full: boolean } | null>(null);
  const firstId = first?.[0]?.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: pages behind another first page would leave a gap
  useEffect(() => setBehind(null), [firstId]);
  const items = [...(first ?? []), ...(behind?.items ?? [])];
  const hasOlder = behind ? behind.full : (first ?? []).length === size;
  return {
    ...{ items, hasOlder, older },
    async fetchOlder() {
      const last = items.at(-1);
      const page = last && (await older.run(() => read(last.id)));
      if (page)
        setBehind(before => ({ items: [...(before?.items ?? []), ...page], full: page.length === size }));
    },
  };
}
