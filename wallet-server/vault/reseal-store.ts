import type { Random } from '../app/services.ts';
import type { StoreName } from './envelope.ts';
import { checkRow, sealRow } from './seal-row.ts';
import type { Store } from './store.ts';
import type { StoreKeys } from './store-keys.ts';

const PAGE = 200;

/**
 * Seals all rows of a store under its newest key, each in one step and only if nobody changed it meanwhile: it works
 * beside servers that write. `left`: rows that none of the keys opens.
 */
export async function resealStore(
  { name, store, keys }: { name: StoreName; store: Store; keys: StoreKeys },
  random: Random,
): Promise<{ resealed: number; left: number }> {
  for (let resealed = 0; ; ) {
    const rows = await store.listSealedOtherwise(keys.current().id, PAGE);
    const before = resealed;
    for (const row of rows) {
      const checked = checkRow(name, row.personId, row, keys);
      if (checked.state !== 'whole') continue;
      const fresh = sealRow(name, { envelope: row, share: checked.share }, { keys, random });
      if ((await store.exchange(row, fresh)) === 'taken') resealed += 1;
    }
    if (resealed === before) return { resealed, left: rows.length };
  }
}
