import type { KeyPair } from 'dpop';
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { LogRecord } from '#extension/log/log-record.ts';
import type { Operation } from '#shared/api/contract.ts';
import type { Member, SessionTokens } from '#shared/api/people.ts';

/** What this device knows without being unlocked: nothing here is real data. */
export interface WalletRecord {
  member: Member;
  /** base64url id of the passkey that this device last used, for the browser to offer. */
  credentialId: string;
  /** Ids of all passkeys of this person that were known to stand when they were last looked at. */
  credentialIds?: string[];
  deviceName: string;
  autoLockMinutes: number;
}

/** The sealed keyring as this device has it. `pushedVersion` is the version that the server is known to keep. */
export interface KeyringRecord {
  sealed: string;
  version: number;
  pushedVersion: number;
}

/** A command that was begun and whose answer is not stored yet. */
export interface PendingCommand {
  /** The command's `Idempotency-Key`. */
  commandId: string;
  operation: Operation;
  input: unknown;
  /** What the one who asked needs to finish, such as the page that a payment is for. */
  note: unknown;
  begunAtMs: number;
}

/** Where a person wants the marker at fields. */
export interface MarkerSettings {
  shown: boolean;
  /** Hosts of sites on which it stays away. */
  hiddenHosts: string[];
}

interface Records {
  marker: MarkerSettings;
  wallet: WalletRecord;
  tokens: SessionTokens;
  deviceKey: KeyPair;
  keyring: KeyringRecord;
  log: LogRecord;
}

interface Schema extends DBSchema {
  records: { key: string; value: Records[keyof Records] };
  commands: { key: string; value: PendingCommand };
}

/** All that outlives the browser. Content scripts cannot reach it: their IndexedDB is the page's. */
export interface WalletDatabase {
  get<K extends keyof Records>(key: K): Promise<Records[K] | null>;
  put<K extends keyof Records>(key: K, record: Records[K]): Promise<void>;
  remove(key: keyof Records): Promise<void>;
  getCommand(commandId: string): Promise<PendingCommand | null>;
  listCommands(): Promise<PendingCommand[]>;
  putCommand(command: PendingCommand): Promise<void>;
  removeCommand(commandId: string): Promise<void>;
  /** Forgets everything. */
  wipe(): Promise<void>;
  close(): void;
}

/** Opens the one database of the extension. */
export async function openDatabase(name = 'wayveil'): Promise<WalletDatabase> {
  const database = await openDB<Schema>(name, 1, {
    upgrade(fresh) {
      fresh.createObjectStore('records');
      fresh.createObjectStore('commands', { keyPath: 'commandId' });
    },
  });
  return wrapDatabase(database);
}

function wrapDatabase(database: IDBPDatabase<Schema>): WalletDatabase {
  return {
    async get<K extends keyof Records>(key: K) {
      // Each key holds its own kind of record: only `put` below writes them.
      return ((await database.get('records', key)) as Records[K] | undefined) ?? null;
    },
    async put(key, record) {
      await database.put('records', record, key);
    },
    remove: key => database.delete('records', key),
    getCommand: async commandId => (await database.get('commands', commandId)) ?? null,
    async listCommands() {
      const commands = await database.getAll('commands');
      return commands.sort((a, b) => a.begunAtMs - b.begunAtMs);
    },
    async putCommand(command) {
      await database.put('commands', command);
    },
    removeCommand: commandId => database.delete('commands', commandId),
    async wipe() {
      const wiping = database.transaction(['records', 'commands'], 'readwrite');
      await Promise.all([
        wiping.objectStore('records').clear(),
        wiping.objectStore('commands').clear(),
        wiping.done,
      ]);
    },
    close: () => database.close(),
  };
}
