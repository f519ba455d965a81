import { groupCalls } from '../storage/group-calls.ts';
import { retryConflicts } from '../storage/retry-conflicts.ts';
import { type Sql, sqlStateOf } from '../storage/sql.ts';
import {
  type CommitRecord,
  type CommitStatus,
  type CreditLimits,
  isOutside,
  listClaims,
} from './commit-record.ts';
import { commitRecords } from './commit-records.ts';
import { type OrderAsk, type OrderFacts, readOrderFacts } from './read-order-facts.ts';
import { type PurchaseAsk, type PurchaseFacts, readPurchaseFacts } from './read-purchase-facts.ts';

/** The grouped ways to the directory: what many callers read and write at once goes as one statement. */
export interface Engine {
  /** Writes the record whole or not at all; durable when it answers `written`. */
  commit(record: CommitRecord, options?: { wait: boolean }): Promise<CommitStatus>;
  /** A purchase as it stands and what its buyer is shown beside it. */
  readPurchase(ask: PurchaseAsk): Promise<PurchaseFacts | null>;
  /** Everything that a member shop's order needs to be placed. */
  readOrder(ask: OrderAsk): Promise<OrderFacts>;
}

export interface EngineSettings {
  creditLimits: CreditLimits;
  /** Records in one statement at most; 1 is a statement for each. @default 32 */
  largestGroup?: number;
  /** Statements under way at once. @default 2 */
  lanes?: number;
  /** Where groups of commands go. @default the same connections */
  writingSql?: Sql;
  /** Where statements go that wait for somebody's lock. @default the same connections */
  waitingSql?: Sql;
}

/** Reads wait for one another: a larger group costs hardly more than a small one. */
const READ_AT_ONCE = 256;

/** Makes the engine of one process; any number of them work on one database. */
export function makeEngine(sql: Sql, settings: EngineSettings): Engine {
  const { creditLimits: credit, largestGroup = 32, lanes = 2 } = settings;
  const { writingSql = sql, waitingSql = sql } = settings;
  const write = (wait: boolean, outside: boolean) => (records: readonly CommitRecord[]) =>
    retryConflicts(() => commitRecords(wait ? waitingSql : writingSql, records, { credit, wait, outside }));
  const writing = { largest: largestGroup, claimsOf: listClaims, mayPart: isRolledBack };
  const open = (outside: boolean) => ({
    pass: groupCalls(write(false, outside), { ...writing, lanes }),
    wait: groupCalls(write(true, outside), { ...writing, lanes: 2, largest: 1 }),
  });
  const usual = open(false);
  const outside = open(true);
  const reading = { largest: READ_AT_ONCE, lanes: 1 };
  return {
    commit: (record, options) => {
      const groups = isOutside(record) ? outside : usual;
      return options?.wait ? groups.wait(record) : groups.pass(record);
    },
    readPurchase: groupCalls((asks: readonly PurchaseAsk[]) => readPurchaseFacts(sql, asks), reading),
    readOrder: groupCalls((asks: readonly OrderAsk[]) => readOrderFacts(sql, asks), reading),
  };
}

/** A fault that the database itself told undid the whole statement; after a broken connection nobody knows. */
function isRolledBack(fault: unknown): boolean {
  const state = sqlStateOf(fault);
  return state !== undefined && !/^(08|40003|57P)/.test(state);
}
