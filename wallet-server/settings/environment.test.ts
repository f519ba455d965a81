import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { postcodeValidator } from 'postcode-validator';
import { expect, onTestFinished, test } from 'vitest';
import { listExtensionOrigins } from '#extension/manifest.ts';
import { NATIVE_SCRIPTS } from '#shared/address/country-rules.ts';
import { CheckedHub as Hub } from '#shared/address/hub.ts';
import { makeVirtualAddress } from '#shared/address/virtual-address.ts';
import { formatNoteKey, SIGNATURE_TYPES } from '#shared/log/note.ts';
import { readEnvironment, readVaultEnvironment, SettingsError } from './environment.ts';
import { keepKey } from './keep-key.ts';
import { SAMPLE_HUBS } from './sample-hubs.ts';
import { Variables } from './variables.ts';

test('nothing need be set', () => {
  const settings = readEnvironment({});
  expect(settings).toMatchObject({ host: '127.0.0.1', port: 8477, origin: null, hubsAreSamples: true });
  expect(settings.creditLimits).toMatchObject({ USD: 100_000n, KRW: 1_400_000n, KWD: 300_000n });
});

test('the built extension is pinned, in Chrome and in Firefox', () => {
  expect(readEnvironment({}).extensionOrigins).toEqual(listExtensionOrigins());
});

test('every wrong variable is named at once, with what to write and without what was written', () => {
  const environment = {
    WAYVEIL_PORT: 'Okonkwo',
    WAYVEIL_ORIGIN: 'wallet.example/',
    WAYVEIL_EXTENSION_ORIGINS: 'https://evil.example',
    WAYVEIL_SECRET_KEY: 'short',
    WAYVEIL_CARRIER_KEYS: 'swift',
    WAYVEIL_CREDIT_LIMITS: 'USD=5',
    WAYVEIL_WEBHOOK_PRIVATE_HOSTS: 'maybe',
    WAYVEIL_HUBS_FILE: '/nonexistent',
    WAYVEIL_ISSUER_SECRET: 'x',
    DATABASE_URL: 'mysql://x',
  };
  const read = () => readEnvironment(environment);
  expect(read).toThrow(SettingsError);
  try {
    read();
  } catch (fault) {
    const { message } = fault as SettingsError;
    for (const name of Object.keys(environment))
      expect(message).toMatch(new RegExp(`${name}: .*write `, 'i'));
    expect(message).not.toContain('Okonkwo');
  }
});

test.each([
  [
    { DATABASE_URL: 'postgres://a/b' },
    [...['VAULT_DATABASE_URL', 'VAULT_SECOND_DATABASE_URL'], ...['WAYVEIL_SECRET_KEY', 'WAYVEIL_VAULT_KEY']],
  ],
  [{ WAYVEIL_DKIM_SELECTOR: 'a' }, ['WAYVEIL_DKIM_KEY_FILE']],
  [{ WAYVEIL_RP_ID: 'other.example', WAYVEIL_ORIGIN: 'https://wallet.example' }, ['WAYVEIL_RP_ID']],
  [{ WAYVEIL_RELAY_URL: 'http://relay' }, ['WAYVEIL_RELAY_URL']],
])('%o lacks or breaks %o', (environment, names) => {
  for (const name of names) expect(() => readEnvironment(environment)).toThrow(name);
});

test('an account to pay shops from is whole, and its check digits hold', () => {
  const account = {
    WAYVEIL_PAYOUT_NAME: 'Wayveil Escrow',
    WAYVEIL_PAYOUT_IBAN: 'GB33 BUKB 2020 1555 5555 55',
  };
  const { payoutAccount, terms } = readEnvironment({ ...account, WAYVEIL_FEE_BASIS_POINTS: '150' });
  expect(payoutAccount).toEqual({ name: 'Wayveil Escrow', iban: 'GB33BUKB20201555555555', bic: null });
  expect(terms.feeBasisPoints).toBe(150);
  expect(readEnvironment({}).payoutAccount).toBeNull();
  for (const wrong of [
    { ...account, WAYVEIL_PAYOUT_IBAN: 'GB33BUKB20201555555556' },
    { WAYVEIL_PAYOUT_NAME: 'Wayveil Escrow' },
    { ...account, WAYVEIL_PAYOUT_BIC: 'BUKB' },
    { WAYVEIL_FEE_BASIS_POINTS: '5001' },
  ])
    expect(() => readEnvironment(wrong)).toThrow(/write/);
});

test('S57: a witness is a key, and an address where checkpoints are brought to it', () => {
  const key = {
    name: 'witness.example/w1',
    type: SIGNATURE_TYPES.cosignature,
    publicKey: new Uint8Array(32),
  };
  const written = formatNoteKey(key);
  const url = 'https://witness.example/submit';
  const settings = readEnvironment({
    WAYVEIL_LOG_WITNESSES: `${written} ${url}, ${written}`,
    WAYVEIL_LOG_QUORUM: '2',
  });
  expect(settings.logWitnesses).toEqual([
    { key, url },
    { key, url: null },
  ]);
  expect(settings.logQuorum).toBe(2);
  expect(() => readEnvironment({ WAYVEIL_LOG_WITNESSES: `${written} ftp://x` })).toThrow('behind a space');
  expect(() => readEnvironment({ WAYVEIL_LOG_QUORUM: '1' })).toThrow('no more than there are witnesses');
});

const PARTY = `wallet:${'k'.repeat(43)}`;
const REMOTE = { WAYVEIL_VAULT_ADDRESS: 'unix:/run/vault.sock', WAYVEIL_VAULT_PARTIES: PARTY };

test('S6: a server whose vault is a process of its own opens the directory alone', () => {
  const { vault, storage } = readEnvironment(REMOTE);
  expect(vault.remote).toMatchObject({ address: { socketPath: '/run/vault.sock' }, party: { id: 'wallet' } });
  expect(storage.databases).toEqual(['directory']);
});

test('S7: neither process may have what only the other needs', () => {
  const key = 'A'.repeat(43);
  const ofVault = { VAULT_DATABASE_URL: 'postgres://v@a/b', WAYVEIL_VAULT_KEY: key };
  for (const name of Object.keys(ofVault))
    expect(() => readEnvironment({ ...REMOTE, ...ofVault })).toThrow(`${name}: leave it out`);
  expect(() => readEnvironment({ ...REMOTE, WAYVEIL_VAULT_PARTIES: `${PARTY},b${PARTY}` })).toThrow(
    'write id:key',
  );
  const ofServer = { DATABASE_URL: 'postgres://d@a/b', WAYVEIL_SECRET_KEY: key };
  for (const name of Object.keys(ofServer))
    expect(() => readVaultEnvironment({ ...REMOTE, ...ofServer })).toThrow(`${name}: leave it out`);
  expect(() => readVaultEnvironment({})).toThrow('WAYVEIL_VAULT_PARTIES: write id:key');
  const vaultAlone = { ...ofVault, WAYVEIL_VAULT_PARTIES: PARTY };
  expect(() => readVaultEnvironment(vaultAlone)).toThrow('VAULT_SECOND_DATABASE_URL: write it too');
  const settings = readVaultEnvironment({ ...vaultAlone, VAULT_SECOND_DATABASE_URL: 'postgres://w@a/c' });
  expect(settings).toMatchObject({ address: { host: '127.0.0.1', port: 8478 }, callsPerSecond: 2000 });
  expect(settings.storage.databases).toEqual(['vault', 'vault_second']);
});

test.each(['vault.sock', 'unix:vault.sock', '127.0.0.1', '127.0.0.1:99999', 'http://127.0.0.1:1'])(
  '%s is no address of a vault',
  address => {
    expect(() => readEnvironment({ ...REMOTE, WAYVEIL_VAULT_ADDRESS: address })).toThrow('host:port');
  },
);

test('the README names every variable', async () => {
  const readme = await readFile('wallet-server/README.md', 'utf8');
  const missing = Object.keys(Variables.shape).filter(name => !readme.includes(`\`${name}\``));
  expect(missing).toEqual([]);
});

test.each(SAMPLE_HUBS.map(hub => [hub.id, hub] as const))(
  'the sample hub %s has an address that posts and shops take',
  (_id, hub) => {
    expect(Hub.parse(hub)).toEqual(hub);
    expect(postcodeValidator(hub.address.postalCode, hub.country)).toBe(true);
    expect(Boolean(hub.latin)).toBe(hub.country in NATIVE_SCRIPTS);
    expect(makeVirtualAddress(hub, 'K7M2Q9').addressLines.join(' ')).toContain('K7M2Q9');
  },
);

test('a key is made once, for our own user alone, and a damaged one stops the start', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'wayveil-keys-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, 'keys', 'secret');
  const random = (bytes: number) => new Uint8Array(randomBytes(bytes));
  const made = await keepKey(path, random);
  expect(await keepKey(path, random)).toEqual(made);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  await writeFile(path, 'damaged');
  await expect(keepKey(path, random)).rejects.toThrow('restore it');
});
