import type { Card, CardData } from '#shared/card/card.ts';
import type { SealingKeys } from '#shared/crypto/seal.ts';
import type { KeyringRecord, WalletDatabase } from './database.ts';
import { findByNumber } from './find-by-number.ts';
import {
  addCard,
  type Keyring,
  mergeKeyrings,
  openKeyring,
  readWraps,
  removeCard,
  sealKeyring,
} from './keyring.ts';
import type { Random } from './seal.ts';
import type { UnlockedKey } from './unlocked.ts';
import { type Opener, unwrapRootKey, type Wrap, wrapRootKey } from './wrap.ts';

/** The keyring of this device: sealed in the database, open only while the root key is there. */
export interface KeyringStore {
  /** A new root key and an empty keyring, wrapped by `opener`, unlocked. */
  create(readingKeys: SealingKeys, opener: Opener): Promise<void>;
  /** Takes the keyring that the server keeps; `refused` where `opener` does not open it. */
  adopt(sealed: string, version: number, opener: Opener): Promise<'opened' | 'refused'>;
  unlock(opener: Opener): Promise<'opened' | 'refused' | 'missing'>;
  lock(): Promise<void>;
  isUnlocked(): Promise<boolean>;
  /** Null while locked. */
  read(): Promise<Keyring | null>;
  /** The card with that number; null while locked, too. */
  findByNumber(digits: string): Promise<Card | null>;
  /** Ways in which this device's keyring opens. */
  listOpeners(): Promise<Opener['by'][]>;
  /** The passkeys by which it opens, as far as that was noted. */
  listOpenerIds(): Promise<string[]>;
  /** One more passkey opens it. `only` is the passkey that there was before, where it was the only one. */
  addOpener(added: {
    credentialId: string;
    prfOutput: string;
    only: string | null;
  }): Promise<'added' | 'locked'>;
  /** Passkeys that are none of `known` open it no more; something always does. */
  dropOpeners(known: readonly string[]): Promise<'changed' | 'same'>;
  /** `locked`: nothing was written. */
  addCard(card: Card, cardData: CardData): Promise<'added' | 'locked'>;
  /** `locked`: nothing was written. */
  removeCard(cardId: string): Promise<'removed' | 'locked'>;
  /** Takes in what another device pushed meanwhile, so that a push of ours can follow. */
  merge(sealed: string, version: number): Promise<'merged' | 'locked'>;
  /** Notes that the server keeps this version; `changed` where the keyring became another meanwhile. */
  markPushed(sealed: string, version: number): Promise<'noted' | 'changed'>;
}

export interface KeyringPorts {
  database: Pick<WalletDatabase, 'get' | 'put'>;
  unlocked: UnlockedKey;
  random: Random;
}

/** The store over `ports`. What reads the keyring to write it does so one after the other: else a card could be lost. */
export function createKeyringStore(ports: KeyringPorts): KeyringStore {
  const { database, unlocked } = ports;
  const inTurn = createTurns();
  return {
    create: (readingKeys, opener) => create(ports, readingKeys, opener),
    async adopt(sealed, version, opener) {
      const rootKey = await findRootKey(sealed, opener);
      if (!rootKey || !openKeyring(sealed, rootKey, version)) return 'refused';
      if (await holdsMore(ports, rootKey)) {
        await unlocked.set(rootKey);
        await inTurn(() => mergeInto(ports, sealed, version));
        return 'opened';
      }
      await database.put('keyring', { sealed, version, pushedVersion: version });
      await unlocked.set(rootKey);
      return 'opened';
    },
    async unlock(opener) {
      const record = await database.get('keyring');
      if (!record) return 'missing';
      const rootKey = await findRootKey(record.sealed, opener);
      if (!rootKey) return 'refused';
      await unlocked.set(rootKey);
      return 'opened';
    },
    lock: () => unlocked.clear(),
    isUnlocked: async () => (await unlocked.get()) !== null,
    read: async () => (await open(ports))?.keyring ?? null,
    async findByNumber(digits) {
      const opened = await open(ports);
      return opened && findByNumber(opened.keyring, opened.rootKey, digits);
    },
    async listOpeners() {
      const record = await database.get('keyring');
      return record ? (readWraps(record.sealed) ?? []).map(({ by }) => by) : [];
    },
    listOpenerIds: async () => listIds((await database.get('keyring'))?.sealed ?? ''),
    addOpener: added => inTurn(() => addOpener(ports, added)),
    dropOpeners: known => inTurn(() => dropOpeners(ports, known)),
    async addCard(card, cardData) {
      return (await inTurn(() => change(ports, before => addCard(before, card, cardData)))) ?? 'added';
    },
    async removeCard(cardId) {
      return (await inTurn(() => change(ports, before => removeCard(before, cardId)))) ?? 'removed';
    },
    merge: (sealed, version) => inTurn(() => mergeInto(ports, sealed, version)),
    markPushed: (sealed, version) => inTurn(() => notePush(ports, sealed, version)),
  };
}

async function create(ports: KeyringPorts, readingKeys: SealingKeys, opener: Opener): Promise<void> {
  const rootKey = ports.random(32);
  const wrap = await wrapRootKey(rootKey, opener, ports.random);
  const before = await ports.database.get('keyring');
  await write(ports, { readingKeys, cards: [], removedIds: [] }, rootKey, [wrap], before);
  await ports.unlocked.set(rootKey);
}

async function change(ports: KeyringPorts, act: (before: Keyring) => Keyring): Promise<'locked' | null> {
  const opened = await open(ports);
  if (!opened) return 'locked';
  const { record, rootKey, keyring, wraps } = opened;
  const changed = act(keyring);
  if (changed !== keyring) await write(ports, changed, rootKey, wraps, record);
  return null;
}

async function mergeInto(ports: KeyringPorts, sealed: string, version: number): Promise<'merged' | 'locked'> {
  const opened = await open(ports);
  if (!opened) return 'locked';
  const { record, rootKey, keyring, wraps } = opened;
  const kept = openKeyring(sealed, rootKey, version);
  const merged = kept ? mergeKeyrings(kept, keyring) : keyring;
  if (kept && JSON.stringify(merged) === JSON.stringify(kept)) {
    // Nothing to add: sealed anew it would have to be pushed, and the next device would do the same.
    await ports.database.put('keyring', { sealed, version, pushedVersion: version });
    return 'merged';
  }
  // How it opens was decided by whoever pushed last: an old copy must not bring a removed passkey back.
  const ways = (kept && readWraps(sealed)) ?? wraps;
  await write(ports, merged, rootKey, ways, { ...record, pushedVersion: version });
  return 'merged';
}

async function notePush(
  { database }: KeyringPorts,
  sealed: string,
  version: number,
): Promise<'noted' | 'changed'> {
  const record = await database.get('keyring');
  if (record?.sealed !== sealed) return 'changed';
  await database.put('keyring', { ...record, pushedVersion: version });
  return 'noted';
}

/** Whether this device sealed something that it did not push yet, under the same root key. */
async function holdsMore({ database }: KeyringPorts, rootKey: Uint8Array): Promise<boolean> {
  const own = await database.get('keyring');
  if (!own || own.version === own.pushedVersion) return false;
  return openKeyring(own.sealed, rootKey, own.version) !== null;
}

function listIds(sealed: string): string[] {
  return (readWraps(sealed) ?? []).flatMap(wrap =>
    wrap.by === 'prf' && wrap.credentialId !== undefined ? [wrap.credentialId] : [],
  );
}

async function addOpener(
  ports: KeyringPorts,
  added: { credentialId: string; prfOutput: string; only: string | null },
): Promise<'added' | 'locked'> {
  const opened = await open(ports);
  if (!opened) return 'locked';
  const { record, rootKey, keyring, wraps } = opened;
  const { credentialId, prfOutput, only } = added;
  if (listIds(record.sealed).includes(credentialId)) return 'added';
  const wrap = await wrapRootKey(rootKey, { by: 'prf', prfOutput }, ports.random);
  const ways = only === null ? wraps : wraps.map(each => nameWrap(each, only));
  await write(ports, keyring, rootKey, [...ways, nameWrap(wrap, credentialId)], record);
  return 'added';
}

function nameWrap(wrap: Wrap, credentialId: string): Wrap {
  return wrap.by === 'prf' && wrap.credentialId === undefined ? { ...wrap, credentialId } : wrap;
}

async function dropOpeners(ports: KeyringPorts, known: readonly string[]): Promise<'changed' | 'same'> {
  const opened = await open(ports);
  if (!opened) return 'same';
  const { record, rootKey, keyring, wraps } = opened;
  const left = wraps.filter(
    wrap => wrap.by !== 'prf' || wrap.credentialId === undefined || known.includes(wrap.credentialId),
  );
  if (left.length === wraps.length || left.length === 0) return 'same';
  await write(ports, keyring, rootKey, left, record);
  return 'changed';
}

/** Runs acts one after the other, whatever became of the one before. */
function createTurns(): <T>(act: () => Promise<T>) => Promise<T> {
  const turns: { last: Promise<unknown> } = { last: Promise.resolve() };
  return act => {
    const turn = turns.last.then(act, act);
    turns.last = turn;
    return turn;
  };
}

async function findRootKey(sealed: string, opener: Opener): Promise<Uint8Array | null> {
  for (const wrap of readWraps(sealed) ?? []) {
    const rootKey = await unwrapRootKey(wrap, opener);
    if (rootKey) return rootKey;
  }
  return null;
}

async function open({ database, unlocked }: KeyringPorts): Promise<{
  record: KeyringRecord;
  rootKey: Uint8Array;
  keyring: Keyring;
  wraps: Wrap[];
} | null> {
  const [record, rootKey] = await Promise.all([database.get('keyring'), unlocked.get()]);
  if (!record || !rootKey) return null;
  const keyring = openKeyring(record.sealed, rootKey, record.version);
  return keyring && { record, rootKey, keyring, wraps: readWraps(record.sealed) ?? [] };
}

async function write(
  ports: KeyringPorts,
  keyring: Keyring,
  rootKey: Uint8Array,
  wraps: Wrap[],
  before: KeyringRecord | null,
): Promise<void> {
  const pushedVersion = before?.pushedVersion ?? 0;
  // The server takes one version more than it keeps: what was not pushed yet is sealed again as that one.
  const version = pushedVersion + 1;
  const sealed = sealKeyring(keyring, rootKey, wraps, version, ports.random);
  await ports.database.put('keyring', { sealed, version, pushedVersion });
}
