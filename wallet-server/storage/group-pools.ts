import { MOST_CORES_SHARED } from './shared-cores.ts';
import { type Address, openPool, type Sql } from './sql.ts';

/** The connections that grouped statements keep to. */
export interface GroupPools {
  /** For what is read of many calls at once, and for who calls. */
  reading: Sql;
  /** For commands. */
  writing: Sql;
}

/**
 * Grouped statements go through so few connections that each of PostgreSQL's processes has their plans and rows at hand:
 * the driver takes the connection that rested longest, so that of sixteen each would see every statement now and then.
 * A purchase has six kinds of them under way at once.
 */
const GROUPED_CONNECTIONS = 7;

/** Of the connections to the directory, those for groups: some for all of them, or one for each half; none of few. */
export type GroupConnections = { together: number } | { each: number } | null;

/**
 * Where the database has cores of its own, no grouped statement waits for another. On two that this process shares with
 * it, each of PostgreSQL's processes that runs at the same time as others takes the core from this one, which is the
 * narrow place: there reads follow one another, and commands do, in one process each. Reads wait for no commit's disk.
 */
export function countGroupConnections(given: {
  most: number;
  cores: number;
  isOutside: boolean;
}): GroupConnections {
  const { most, cores, isOutside } = given;
  if (most <= 2 * GROUPED_CONNECTIONS) return null;
  return cores <= MOST_CORES_SHARED && !isOutside ? { each: 1 } : { together: GROUPED_CONNECTIONS };
}

/** Opens them; both may be one pool. */
export function openGroupPools(address: Address, counted: NonNullable<GroupConnections>): GroupPools {
  const open = (connections: number) => openPool(address, { connections, name: 'wayveil directory' });
  if ('each' in counted) return { reading: open(counted.each), writing: open(counted.each) };
  const together = open(counted.together);
  return { reading: together, writing: together };
}

/** So many of the connections to the directory are for groups. */
export function sumGroupConnections(counted: GroupConnections): number {
  if (counted === null) return 0;
  return 'each' in counted ? 2 * counted.each : counted.together;
}
