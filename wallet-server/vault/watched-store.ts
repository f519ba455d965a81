import type { Logger } from '../app/services.ts';
import { errorCodeOf } from '../storage/jobs/retry-policy.ts';
import type { StoreName } from './envelope.ts';
import type { Reading } from './judge.ts';
import { checkRow } from './seal-row.ts';
import type { Store, StoreAnswer, StoredRow } from './store.ts';
import type { StoreKeys } from './store-keys.ts';

/** A store that never throws and never hangs: it answers in time, or it is away. */
export interface WatchedStore {
  name: StoreName;
  keys: StoreKeys;
  read(personId: string): Promise<Reading>;
  write(row: StoredRow): Promise<StoreAnswer | 'away'>;
  remove(seen: StoredRow): Promise<'removed' | 'away'>;
  exchange(seen: StoredRow, row: StoredRow): Promise<StoreAnswer | 'away'>;
  isThere(): Promise<boolean>;
}

export interface WatchSettings {
  log: Logger;
  /** How long a store may be silent before it counts as away. */
  answerWithinMs: number;
}

interface NamedStore {
  name: StoreName;
  store: Store;
  keys: StoreKeys;
}

/** A store whose rows were sealed by keys that we lack. It is away: what we cannot read we do not overwrite. */
class StoreLockedError extends Error {
  readonly code = 'store_locked';
}

/** Calls without an answer that a store may have before it is asked no more. */
const MOST_UNANSWERED = 2048;

export function watchStore(named: NamedStore, settings: WatchSettings): WatchedStore {
  const { name, store, keys } = named;
  const reach = makeReach(named, settings);
  return {
    name,
    keys,
    read: async personId => {
      const checked = await reach(async () => {
        const rows = (await store.read(personId)).map(row => checkRow(name, personId, row, keys));
        if (rows.some(({ state }) => state === 'locked')) throw new StoreLockedError();
        return rows;
      });
      if (checked === 'away') return { store: name, state: 'away' };
      const whole = checked.filter(row => row.state === 'whole');
      const damaged = checked.filter(({ state }) => state === 'damaged').map(({ row }) => row);
      if (damaged.length > 0) settings.log.warn('vault_row_damaged', { store: name, personId });
      return { store: name, state: 'read', whole, damaged };
    },
    write: row => reach(() => store.write(row)),
    remove: async seen => ((await reach(() => store.remove(seen))) === 'away' ? 'away' : 'removed'),
    exchange: (seen, row) => reach(() => store.exchange(seen, row)),
    isThere: async () => (await reach(() => store.sampleKeys())) !== 'away',
  };
}

/** Runs a call within its time; one that hangs is not waited for, and too many of them end the asking. */
function makeReach(named: NamedStore, { log, answerWithinMs }: WatchSettings) {
  const state = { unanswered: 0, isAway: false, isUnlocked: false };
  const tell = (isAway: boolean, fault?: unknown) => {
    const fields = { store: named.name, code: errorCodeOf(fault) };
    if (isAway && !state.isAway) log.error('vault_store_away', fields);
    if (!isAway && state.isAway) log.info('vault_store_back', { store: named.name });
    state.isAway = isAway;
  };
  return async <T>(ask: () => Promise<T>): Promise<T | 'away'> => {
    if (state.unanswered >= MOST_UNANSWERED) return 'away';
    state.unanswered += 1;
    const asked = (async () => {
      if (!state.isUnlocked) await checkLock(named);
      state.isUnlocked = true;
      return await ask();
    })().finally(() => {
      state.unanswered -= 1;
    });
    try {
      const answer = await answerInTime(asked, answerWithinMs);
      tell(false);
      return answer;
    } catch (fault) {
      tell(true, fault);
      return 'away';
    }
  };
}

async function checkLock({ store, keys }: NamedStore): Promise<void> {
  const ids = await store.sampleKeys();
  if (ids.length > 0 && ids.every(id => keys.lacks(id))) throw new StoreLockedError();
}

async function answerInTime<T>(asked: Promise<T>, withinMs: number): Promise<T> {
  const { promise: silence, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error('a store was silent')), withinMs);
  try {
    return await Promise.race([asked, silence]);
  } finally {
    clearTimeout(timer);
  }
}
