import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { RealData } from '#shared/api/people.ts';
import { borrowNamespace, canMakeNamespaces } from '#tests/fixtures/network-namespace.ts';
import { borrowTestDatabases } from '#tests/fixtures/postgres.ts';
import { reachTestKeeper } from '#tests/fixtures/remote-vault.ts';
import { openTestGuard, openTestVault } from '#tests/fixtures/test-vault.ts';
import { startExercise } from '#tests/fixtures/vault-exercise.ts';
import { borrowVaultProcess, type VaultProcess } from '#tests/fixtures/vault-process.ts';
import { parseVaultAddress } from './address.ts';

/** More in a long run: `WAYVEIL_VAULT_KILLS=50 WAYVEIL_VAULT_PARTITIONS=50 npx vitest run …`. */
const KILLS = Number(process.env.WAYVEIL_VAULT_KILLS ?? 2);
const PARTITIONS = Number(process.env.WAYVEIL_VAULT_PARTITIONS ?? 4);
const TIME_MS = 60_000 + 10_000 * KILLS + 4000 * PARTITIONS;
const PEOPLE = Array.from({ length: 2 }, () => randomUUID());

async function openExercise(vaultProcess: VaultProcess, answerWithinMs: number) {
  const { directory } = await borrowTestDatabases();
  await vaultProcess.start();
  const address = parseVaultAddress(vaultProcess.address);
  if (!address) throw new Error('the address of the vault is none');
  const { keeper } = reachTestKeeper(address, { answerWithinMs });
  const vault = await openTestGuard(directory, keeper);
  return { directory, exercise: startExercise(vault, PEOPLE) };
}

test(`S6, S9: ${KILLS} times killed in the middle of writes, the vault's process lost nothing and said nothing wrong`, {
  timeout: TIME_MS,
}, async () => {
  const vaultProcess = borrowVaultProcess();
  const { exercise, directory } = await openExercise(vaultProcess, 2500);
  for (let kill = 0; kill < KILLS; kill += 1) {
    await pause(300 + Math.random() * 700);
    await vaultProcess.kill();
    await pause(Math.random() * 100);
    await vaultProcess.start();
  }
  const seen = await exercise.finish();
  console.info(`killed ${KILLS} times:`, JSON.stringify(seen));
  expect(seen.wrong).toEqual([]);
  expect(seen.written).toBeGreaterThan(0);
  expect(seen.staged).toBeGreaterThan(0);
  expect(await directory`select 1 from vault_staging`).toHaveLength(0);
});

test('the exercise finds a vault that acknowledges what it did not keep', async () => {
  const { vault } = await openTestVault();
  let writes = 0;
  const planted = async (personId: string, realData: RealData) => {
    writes += 1;
    return writes % 7 === 0 ? 'written' : await vault.putRecord(personId, realData);
  };
  const exercise = startExercise({ ...vault, putRecord: planted }, PEOPLE);
  while (exercise.seen.wrong.length === 0) await pause(50);
  expect((await exercise.finish()).wrong.length).toBeGreaterThan(0);
});

const isAllowed = canMakeNamespaces();
if (!isAllowed) console.info('skipped: this machine allows no network namespaces');

test.skipIf(!isAllowed)(
  `S9: ${PARTITIONS} partitions between server and vault, both ways or of the answers alone, lose nothing and show nothing wrong`,
  { timeout: TIME_MS },
  async () => {
    const namespace = borrowNamespace();
    const vaultProcess = borrowVaultProcess({ address: `${namespace.host}:8478`, within: namespace.within });
    const { exercise, directory } = await openExercise(vaultProcess, 700);
    const { seen: sofar } = exercise;
    for (let cut = 0; cut < PARTITIONS; cut += 1) {
      await pause(300 + Math.random() * 500);
      namespace.cut(cut % 2 === 0 ? 'both_ways' : 'answers');
      // The cut is felt before it ends: shorter ones are bridged by TCP.
      const before = sofar.staged + sofar.refused;
      while (sofar.staged + sofar.refused === before) await pause(20);
      await pause(Math.random() * 300);
      namespace.mend();
    }
    await pause(500);
    const seen = await exercise.finish();
    console.info(`parted ${PARTITIONS} times:`, JSON.stringify(seen));
    expect(seen.wrong).toEqual([]);
    expect(seen.written).toBeGreaterThan(0);
    expect(seen.staged + seen.refused).toBeGreaterThanOrEqual(PARTITIONS);
    expect(await directory`select 1 from vault_staging`).toHaveLength(0);
  },
);
