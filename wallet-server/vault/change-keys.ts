import { setTimeout as pause } from 'node:timers/promises';
import type { Random } from '../app/services.ts';
import { keepKeys, writeKeys } from '../settings/keep-key.ts';
import { STORE_NAMES, type StoreName } from './envelope.ts';
import { findKeyFile, type KeyPlace, VAULT_KEY_NAMES } from './keep-vault-keys.ts';
import { KEYS_KNOWN_AFTER_MS } from './key-source.ts';
import { resealStore } from './reseal-store.ts';
import type { Store } from './store.ts';
import type { StoreKeys } from './store-keys.ts';
import type { VaultKeyName, VaultSettings } from './vault-settings.ts';

export interface ChangePorts {
  given: VaultSettings['keys'];
  place: KeyPlace;
  stores: Record<StoreName, { store: Store; keys: StoreKeys }>;
  random: Random;
  print: (line: string) => void;
}

/**
 * Puts a new key before each of the vault's, and seals all rows anew under the stores' new ones. Running servers take
 * up the keys from their files by themselves; meanwhile both open. Keys that come from settings are left to whoever
 * sets them: their rows are sealed under the newest that is set.
 */
export async function rotateKeys(ports: ChangePorts): Promise<boolean> {
  for (const name of VAULT_KEY_NAMES) await addKey(ports, name);
  await pause(KEYS_KNOWN_AFTER_MS);
  let left = 0;
  for (const name of STORE_NAMES) {
    const done = await resealStore({ name, ...ports.stores[name] }, ports.random);
    ports.print(
      `${name}: ${done.resealed} rows sealed anew${done.left > 0 ? `, ${done.left} do not open` : ''}`,
    );
    left += done.left;
  }
  ports.print(
    left === 0
      ? 'Both keys open now. Run drop-keys when all servers have the new ones.'
      : 'Let the server mend the rows that do not open, then rotate again.',
  );
  return left === 0;
}

async function addKey({ given, place, random, print }: ChangePorts, name: VaultKeyName): Promise<void> {
  const path = findKeyFile(given, place, name);
  if (path === null) {
    print(`${name}: its key comes from a setting or follows from the vault's; put a new one before it there`);
    return;
  }
  const keys = await keepKeys(path, random);
  await writeKeys(path, [random(32), ...keys]);
}

const WHY_KEPT = {
  vault: 'since a server may still seal to one: run drop-keys a day after rotate-keys',
  store: 'since a row is still sealed under one: run rotate-keys, then drop-keys',
} as const;

/**
 * Drops all but the newest key of each store of which no row needs an older one, and of the vault where nothing can be
 * sealed to an older one any more. What a stolen old key opened is then opened by nothing, backups included.
 */
export async function dropKeys(ports: ChangePorts, isVaultKeyIdle: boolean): Promise<boolean> {
  let dropped = true;
  for (const name of VAULT_KEY_NAMES) {
    const path = findKeyFile(ports.given, ports.place, name);
    if (path === null) continue;
    if (!(name === 'vault' ? isVaultKeyIdle : await isResealed(ports.stores[name]))) {
      ports.print(`${name}: the older keys are kept, ${WHY_KEPT[name === 'vault' ? 'vault' : 'store']}`);
      dropped = false;
      continue;
    }
    const [newest, ...older] = await keepKeys(path, ports.random);
    if (newest && older.length > 0) await writeKeys(path, [newest]);
    ports.print(`${name}: older keys dropped: ${older.length}`);
  }
  return dropped;
}

async function isResealed({ store, keys }: { store: Store; keys: StoreKeys }): Promise<boolean> {
  return (await store.listSealedOtherwise(keys.current().id, 1)).length === 0;
}
