import type { Hub } from '#shared/address/hub.ts';
import type { PersonRecord } from '#shared/api/people.ts';
import type { EscrowTerms } from '#shared/purchase/terms.ts';
import type { Payee } from '../bank/payout-account.ts';
import type { Witness } from '../log/ask-witness.ts';
import type { Engine } from '../purchases/engine.ts';
import type { Queryable, Sql } from '../storage/sql.ts';
import type { CallKey } from './call-key.ts';
import type { KeyFor } from './derive-key.ts';

/** Milliseconds since 1970; an argument everywhere, so that whole lives can be simulated. */
export type Clock = () => number;
/** That many bytes of chance. */
export type Random = (bytes: number) => Uint8Array<ArrayBuffer>;

/** Structured log without personal data: `fields` hold ids, counts, states and codes only. */
export interface Logger {
  info(event: string, fields?: Record<string, unknown>): void;
  warn(event: string, fields?: Record<string, unknown>): void;
  error(event: string, fields?: Record<string, unknown>): void;
}

/** Which of the vault's stores answer; any two suffice. */
export interface VaultStatus {
  stores: { first: boolean; second: boolean; files: boolean };
}

/** What a check of one page of people found; `next` is null after the last one. */
export interface VaultPage {
  checked: number;
  /** Rows that were written anew. */
  mended: number;
  /** People whose stores could not all be asked. */
  waiting: number;
  /** People of whom all stores answered, and two did not have what was acknowledged. */
  lost: number;
  next: string | null;
}

/** A record with the name of what was read, for a write that replaces exactly that. */
export interface ReadRecord {
  record: PersonRecord | null;
  version: string;
}

/** Real data per person behind its own credentials and keys (S1, S6, S7). */
export interface Vault {
  /**
   * For people whom nobody knows yet: whatever is there goes. `staged`: it waits, sealed, until the vault is back (S9);
   * reads refuse until then.
   */
  putRecord(personId: string, record: PersonRecord): Promise<'written' | 'staged' | 'unreachable'>;
  /** `changed`: what is there is not what `replaces` names (null: nothing was ever there), and stays. */
  replaceRecord(
    personId: string,
    record: PersonRecord,
    replaces: string | null,
  ): Promise<'written' | 'staged' | 'unreachable' | 'changed'>;
  getRecord(personId: string): Promise<PersonRecord | null | 'unreachable'>;
  readRecord(personId: string): Promise<ReadRecord | 'unreachable'>;
  /** What a read would name now, asked of the directory alone. */
  readVersion(personId: string): Promise<string>;
  /** Inside a transaction: nobody else writes or erases what `version` names until it is over. False: it is gone already. */
  holdRecord(personId: string, version: string): Promise<boolean>;
  /**
   * Nobody gets it from now on. `staged`: fewer than two stores have destroyed their share yet. `kept`: `prepare`, which
   * runs in the transaction that erases and may be run again, said no.
   */
  eraseRecord(
    personId: string,
    prepare?: (tx: Queryable) => Promise<boolean>,
  ): Promise<'erased' | 'staged' | 'kept'>;
  isReachable(): Promise<boolean>;
  readStatus(): Promise<VaultStatus>;
  /** Moves in what waits and mends what missed a write; how many people that was. */
  catchUp(): Promise<number>;
  /** Checks a page of people in every store and mends what is damaged, missing, old or erased. */
  checkPage(after: string | null): Promise<VaultPage>;
  /** Ends what it opened itself. */
  close(): Promise<void>;
  /** The same vault, whose part in the directory joins the caller's transaction. */
  within(directory: Queryable): Vault;
}

/** Tells streams of this process that a purchase changed; other processes notice by polling. */
export interface PurchaseBus {
  publish(change: { purchaseId: string; personId: string; sellerId: string | null }): void;
  subscribe(
    listener: (change: { purchaseId: string; personId: string; sellerId: string | null }) => void,
  ): () => void;
}

/** Values that every noun may need, decided once at start. */
export interface ServerSettings {
  /** `http://wallet.localhost:8477`: origin of the pages and of the API. */
  origin: string;
  rpId: string;
  /** The only extension origins from which passkeys are accepted; the server's own origin is always one. */
  extensionOrigins: readonly string[];
  /** Unique addresses end in `@` and this. */
  mailDomain: string;
  hubs: readonly Hub[];
  terms: EscrowTerms;
  /** How much may be advanced to a person at once, in minor units by currency. */
  creditLimits: Readonly<Record<string, bigint>>;
  /** Up to what amount a code is enough until the person changes it, in minor units by currency. */
  defaultCodeLimits: Readonly<Record<string, bigint>>;
  /** Keys for HMACs of codes, blind indexes and stored card data, each derived from the server's secret key. */
  keyFor: KeyFor;
  /** The journal of erasures: a file that lies outside of every backup. */
  erasuresFile: string;
  /** How often a carrier may be wrong before it has to wait. */
  wrongProofsPerHour: number;
  /** From which account shops are paid. */
  payoutAccount: Payee | null;
  /** When a payout of which the bank says nothing is told to the operator, in days after its execution. */
  payoutAnswerDays: number;
  /** How long a number stands for a person before another takes its place (S11). */
  numberLifetimeMs: number;
  /** Witnesses whose cosignatures of the log's checkpoints are kept and served. */
  logWitnesses: readonly Witness[];
  /** So many of them sign a checkpoint before it is the one that is served. */
  logQuorum: number;
  /** Whether webhooks may go to loopback and private addresses (development and tests). */
  webhookToPrivateHosts: boolean;
}

/** What every handler and job gets: the effects of the server, as ports. */
export interface Services {
  directory: Sql;
  /** The directory again, for what many callers ask together: never inside a transaction, and nothing that waits. */
  grouped: Sql;
  /** Grouped reads and writes of purchases, on connections of their own: never inside a transaction. */
  engine: Engine;
  /** The idempotency key of the call under way, where its command keeps its own answer. */
  callKey?: CallKey;
  vault: Vault;
  clock: Clock;
  random: Random;
  log: Logger;
  bus: PurchaseBus;
  settings: ServerSettings;
  /** Wakes the job worker of this process: something was put into the outbox. */
  nudgeJobs(): void;
}
