import { expect, test } from 'vitest';
import type { Card, CardData } from '#shared/card/card.ts';
import { createKeyringStore, type KeyringPorts } from './keyring-store.ts';
import type { UnlockedKey } from './unlocked.ts';

const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes));
const cardData: CardData = {
  ...{
    primaryAccountNumber: '4000001234567899',
    expiryMonth: '01',
    expiryYear: '2030',
    cardSecurityCode: '123',
  },
};

function makeCard(id: string): Card {
  const address = {
    ...{ addressLines: ['1 Hub Street'], addressLevel2: 'Portland', addressLevel1: 'OR' },
    ...{ postalCode: '97201', country: 'US' },
  };
  const virtualIdentity = {
    ...{ name: 'V N', givenName: 'V', familyName: 'N', email: 'v@mail.example', tel: '+15035550100' },
    ...{ address, deliveryCode: '30217' },
  };
  return { id, label: 'Everyday', lastDigits: '4242', currency: 'USD', virtualIdentity, issuedAtMs: 1 };
}

/** A database whose every read and write takes a turn of the event loop, as the real one does. */
function makePorts() {
  const records = new Map<string, unknown>();
  const kept: { rootKey: Uint8Array | null } = { rootKey: null };
  const later = <T>(act: () => T) => new Promise<T>(resolve => setTimeout(() => resolve(act()), 0));
  const database: KeyringPorts['database'] = {
    get: key => later(() => (records.get(key) ?? null) as never),
    put: (key, record) =>
      later(() => {
        records.set(key, record);
      }),
  };
  const unlocked: UnlockedKey = {
    get: async () => kept.rootKey,
    async set(key) {
      kept.rootKey = key;
    },
    async clear() {
      kept.rootKey = null;
    },
  };
  return { database, unlocked, random };
}

test('cards that are added while a push comes back are all kept', async () => {
  const ports = makePorts();
  const store = createKeyringStore(ports);
  await store.create({ publicKey: 'P', privateKey: 'S' }, { by: 'prf', prfOutput: 'A'.repeat(43) });
  await store.addCard(makeCard('a'), cardData);
  const { sealed = '', version = 0 } = (await ports.database.get('keyring')) ?? {};
  const [, pushed] = await Promise.all([
    store.addCard(makeCard('b'), cardData),
    store.markPushed(sealed, version),
    store.addCard(makeCard('c'), cardData),
    store.merge(sealed, version),
    store.addCard(makeCard('d'), cardData),
  ]);
  expect(pushed).toBe('changed');
  expect((await store.read())?.cards.map(({ card }) => card.id)).toEqual(['a', 'b', 'c', 'd']);
});

test('a passkey that is added opens the keyring, one that is gone does not, and something always does', async () => {
  const ports = makePorts();
  const store = createKeyringStore(ports);
  const [first, second] = ['A'.repeat(43), 'B'.repeat(42).concat('A')];
  const opens = (prfOutput: string) => store.unlock({ by: 'prf', prfOutput });
  await store.create({ publicKey: 'P', privateKey: 'S' }, { by: 'prf', prfOutput: first });
  await store.lock();
  const added = { credentialId: 'two', prfOutput: second, only: 'one' };
  expect(await store.addOpener(added)).toBe('locked');
  expect(await opens(second)).toBe('refused');
  await opens(first);
  expect(await store.addOpener(added)).toBe('added');
  expect(await store.addOpener(added)).toBe('added');
  expect(await store.listOpenerIds()).toEqual(['one', 'two']);
  expect(await opens(second)).toBe('opened');
  expect(await store.dropOpeners(['one', 'two', 'three'])).toBe('same');
  expect(await store.dropOpeners(['two'])).toBe('changed');
  expect(await opens(first)).toBe('refused');
  expect(await opens(second)).toBe('opened');
  expect(await store.dropOpeners([])).toBe('same');
  expect(await opens(second)).toBe('opened');
});

test('what another device pushed says how the keyring opens, and no card is lost over it', async () => {
  const ports = makePorts();
  const other = makePorts();
  const [here, there] = [createKeyringStore(ports), createKeyringStore(other)];
  const [first, second] = ['A'.repeat(43), 'B'.repeat(42).concat('A')];
  await here.create({ publicKey: 'P', privateKey: 'S' }, { by: 'prf', prfOutput: first });
  const begun = await ports.database.get('keyring');
  await there.adopt(begun?.sealed ?? '', begun?.version ?? 0, { by: 'prf', prfOutput: first });
  await there.addOpener({ credentialId: 'two', prfOutput: second, only: 'one' });
  await there.dropOpeners(['two']);
  const pushed = await other.database.get('keyring');
  await here.addCard(makeCard('a'), cardData);
  await here.lock();
  const opener = { by: 'prf', prfOutput: second } as const;
  expect(await here.adopt(pushed?.sealed ?? '', pushed?.version ?? 0, opener)).toBe('opened');
  expect((await here.read())?.cards.map(({ card }) => card.id)).toEqual(['a']);
  expect(await here.listOpenerIds()).toEqual(['two']);
});

test('what another device pushed and this one adds nothing to needs no push of its own', async () => {
  const ports = makePorts();
  const store = createKeyringStore(ports);
  await store.create({ publicKey: 'P', privateKey: 'S' }, { by: 'prf', prfOutput: 'A'.repeat(43) });
  await store.addCard(makeCard('a'), cardData);
  const { sealed = '', version = 0 } = (await ports.database.get('keyring')) ?? {};
  await store.markPushed(sealed, version);
  expect(await store.merge(sealed, version)).toBe('merged');
  expect(await ports.database.get('keyring')).toEqual({ sealed, version, pushedVersion: version });
});
