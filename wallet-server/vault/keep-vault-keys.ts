import { hkdfSync } from 'node:crypto';
import { join } from 'node:path';
import type { Random } from '../app/services.ts';
import { keepKeys } from '../settings/keep-key.ts';
import { STORE_NAMES } from './envelope.ts';
import { fixKeys, type KeySource, readKeysFrom } from './key-source.ts';
import type { VaultKeyName, VaultSettings } from './vault-settings.ts';

export interface KeyPlace {
  /** Where keys lie that were not given. */
  folder: string;
  /** Servers that share outside databases share no folder. */
  isShared: boolean;
}

export const VAULT_KEY_NAMES: readonly VaultKeyName[] = ['vault', ...STORE_NAMES];

/** The file of a key that no setting gives, or null where there is none. */
export function findKeyFile(
  given: VaultSettings['keys'],
  { folder, isShared }: KeyPlace,
  name: VaultKeyName,
): string | null {
  if (given[name] !== null || (isShared && name !== 'vault')) return null;
  return join(folder, name === 'vault' ? name : `vault-${name}`);
}

/**
 * The vault's keys, each from its setting or from a file of its own, made at the first start. Where servers share
 * outside databases, a store's key that was not given follows from the vault's.
 */
export async function keepVaultKeys(
  given: VaultSettings['keys'],
  place: KeyPlace,
  random: Random,
): Promise<Record<VaultKeyName, KeySource>> {
  const keep = async (name: VaultKeyName, derived?: KeySource): Promise<KeySource> => {
    const path = findKeyFile(given, place, name);
    if (path === null) return derived && given[name] === null ? derived : fixKeys(given[name] ?? []);
    await keepKeys(path, random);
    return readKeysFrom(path);
  };
  const vault = await keep('vault');
  const derive = (name: VaultKeyName): KeySource => ({
    list: () =>
      vault
        .list()
        .map(key => new Uint8Array(hkdfSync('sha256', key, '', `wayveil-vault-store-${name}-1`, 32))),
  });
  const [first, second, files] = await Promise.all([
    keep('first', derive('first')),
    keep('second', derive('second')),
    keep('files', derive('files')),
  ]);
  return { vault, first, second, files };
}
