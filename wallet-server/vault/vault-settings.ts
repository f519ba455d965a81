import type { VaultAddress } from './address.ts';
import type { Party } from './channel.ts';
import type { StoreName } from './envelope.ts';

/** Keys of 32 bytes, newest first: the newest seals, all open. */
export type KeyList = readonly Uint8Array<ArrayBuffer>[];

/** Whose keys they are: the vault's own (what is sent to it), and each store's. */
export type VaultKeyName = 'vault' | StoreName;

/** The vault as a process of its own, and who we are to it (S6). */
export interface RemoteVault {
  address: VaultAddress;
  party: Party;
}

/** What is decided about the vault before the start. */
export interface VaultSettings {
  /** Null: the vault is in this process. */
  remote: RemoteVault | null;
  /** Folder of the store in files; null: `vault-files` in the data folder. */
  filesFolder: string | null;
  /** Null: made once and kept in files of their own below the data folder. */
  keys: Record<VaultKeyName, KeyList | null>;
}
