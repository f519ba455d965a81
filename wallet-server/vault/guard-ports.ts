import type { Clock, Logger, Random } from '../app/services.ts';
import type { Queryable } from '../storage/sql.ts';
import type { Standing } from './heads.ts';
import type { Keeper } from './keeper.ts';
import type { FindPublicKey } from './learn-public-key.ts';

/** What the directory's side of the vault works with. */
export interface GuardPorts {
  /** Order of writes, what was acknowledged, what waits: ids and hashes, never real data (S1). */
  directory: Queryable;
  /** Asked for a person who is read; outside of transactions, for all of a moment together. @default alone */
  findStanding?: (personId: string) => Promise<Standing>;
  keeper: Keeper;
  clock: Clock;
  random: Random;
  log: Logger;
  /** The vault's public key, or null where it was not learned. */
  findPublicKey: FindPublicKey;
  /** Closes what was opened for the keeper. */
  close(): Promise<void>;
}
