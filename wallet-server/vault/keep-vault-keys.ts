import { hkdfSync } from 'node:crypto';
import { join } from 'node:path';
import type { Random } from '../app/services.ts';
import { keepKeys } from '../settings/keep-key.ts';
import { STORE_NAMES } from './envelope.ts';
import type { KeyList, VaultKeyName, VaultSettings } from './vault-settings.ts';

/**
 * The vault's keys, each from its setting or from a file of its own. Servers that share outside databases share no
 * folder: a store's key that was not given follows from the vault's there.
 */
export async function keepVaultKeys(
  given: VaultSettings['keys'],
  place: { folder: string; isShared: boolean },
  random: Random,
): Promise<Record<VaultKeyName, KeyList>> {
  const fromFile = (name: VaultKeyName) =>
    keepKeys(join(place.folder, name === 'vault' ? name : `vault-${name}`), random);
  const vault = given.vault ?? (await fromFile('vault'));
  const keys: Record<VaultKeyName, KeyList> = { vault, first: [], second: [], files: [] };
  for (const name of STORE_NAMES) {
    const derive = (key: Uint8Array) =>
      new Uint8Array(hkdfSync('sha256', key, '', `wayveil-vault-store-${name}-1`, 32));
    keys[name] = given[name] ?? (place.isShared ? vault.map(derive) : await fromFile(name));
  }
  return keys;
}
