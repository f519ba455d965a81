import { join } from 'node:path';
import type { Hub } from '#shared/address/hub.ts';
import type { EscrowTerms } from '#shared/purchase/terms.ts';
import type { RateLimits } from '../app/limit-calls.ts';
import type { OutsideKeys } from '../app/outside-keys.ts';
import type { Payee } from '../bank/payout-account.ts';
import type { Witness } from '../log/ask-witness.ts';
import type { MailSettings } from '../mail/mail-settings.ts';
import type { StorageSettings } from '../storage/open-storage.ts';
import type { VaultAddress } from '../vault/address.ts';
import type { Party } from '../vault/channel.ts';
import type { VaultSettings } from '../vault/vault-settings.ts';

/** Everything that is decided before the wallet server starts. */
export interface StartSettings {
  host: string;
  /** 0 takes a free one. */
  port: number;
  /** Null: `http://wallet.localhost:PORT`. */
  origin: string | null;
  /** Null: the host of the origin. */
  rpId: string | null;
  extensionOrigins: readonly string[];
  mailDomain: string;
  hubs: readonly Hub[];
  /** Whether the hubs are samples at which no parcel arrives. */
  hubsAreSamples: boolean;
  terms: EscrowTerms;
  /** Minor units by currency. */
  creditLimits: Readonly<Record<string, bigint>>;
  defaultCodeLimits: Readonly<Record<string, bigint>>;
  /** From which account shops are paid, and into which buyers pay; null: no payout can be prepared. */
  payoutAccount: Payee | null;
  /** So many days after its execution a payout without an answer of the bank is for a person to look at. */
  payoutAnswerDays: number;
  numberLifetimeMs: number;
  logWitnesses: readonly Witness[];
  /** So many of them sign a checkpoint before it is the one that is served. */
  logQuorum: number;
  webhookToPrivateHosts: boolean;
  /** 32 bytes; null: made once and kept in a file of its own below the data folder. */
  secretKey: Uint8Array<ArrayBuffer> | null;
  vault: VaultSettings;
  storage: StorageSettings;
  /** Null: `erasures.jsonl` in the data folder. */
  erasuresFile: string | null;
  keys: OutsideKeys;
  limits: RateLimits;
  trustedProxies: number;
  mail: MailSettings;
  logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
}

/** Where the journal of erasures lies. */
export function locateJournal({ erasuresFile, storage }: StartSettings): string {
  return erasuresFile ?? join(storage.dataDirectory, 'erasures.jsonl');
}

/** Everything that is decided before the vault's own process starts. */
export interface VaultProcessSettings {
  address: VaultAddress;
  /** The servers that may call. */
  parties: readonly Party[];
  /** Of one party. */
  callsPerSecond: number;
  vault: VaultSettings;
  storage: StorageSettings;
  logLevel: StartSettings['logLevel'];
}
