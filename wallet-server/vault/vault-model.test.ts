import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Vault } from '#server/app/services.ts';
import { makeRecord, openTestVault } from '#tests/fixtures/test-vault.ts';
import { DAMAGES, type FaultyStore } from '#tests/fixtures/vault-stores.ts';
import { STORE_NAMES, type StoreName } from './envelope.ts';

/** More in a long run: `WAYVEIL_VAULT_RUNS=2000 WAYVEIL_SEED=7 npx vitest run …`. */
const RUNS = Number(process.env.WAYVEIL_VAULT_RUNS ?? 60);
const SEED = process.env.WAYVEIL_SEED;

/** One person as callers know them: what may be read, `null` for no record. */
interface Model {
  personId: string;
  /** The newest write that was acknowledged or shown. */
  current: string | null;
  /** Writes after it that were begun and not acknowledged: each may have happened. */
  pending: (string | null)[];
  writes: number;
  /** Faults of stores since all were whole; with two such stores refusals are right. */
  faulty: Set<StoreName>;
}

interface Real {
  vault: Vault;
  stores: Record<StoreName, FaultyStore>;
  backups: Map<StoreName, () => Promise<void>>;
}

type Command = fc.AsyncCommand<Model, Real>;

const nameOf = (model: Model) => `Write ${model.writes}`;

class Put implements Command {
  check = () => true;
  async run(model: Model, { vault }: Real) {
    model.writes += 1;
    const answer = await vault.putRecord(model.personId, makeRecord(nameOf(model)));
    expect(['written', 'staged']).toContain(answer);
    Object.assign(model, { current: nameOf(model), pending: [] });
  }
  toString = () => 'put';
}

class Get implements Command {
  check = () => true;
  async run(model: Model, { vault }: Real) {
    const answer = await vault.getRecord(model.personId);
    if (answer === 'unreachable') {
      expect(model.faulty.size, 'refused with two whole stores').toBeGreaterThanOrEqual(2);
      return;
    }
    const shown = answer?.name ?? null;
    expect([model.current, ...model.pending]).toContain(shown);
    if (shown !== model.current) Object.assign(model, { current: shown, pending: [] });
  }
  toString = () => 'get';
}

class Erase implements Command {
  check = () => true;
  async run(model: Model, { vault }: Real) {
    await vault.eraseRecord(model.personId);
    Object.assign(model, { current: null, pending: [] });
  }
  toString = () => 'erase';
}

/** Everything is there again: nothing may be refused afterwards, and what was lost for good is written anew. */
class Recover implements Command {
  check = () => true;
  async run(model: Model, real: Real) {
    for (const name of STORE_NAMES) real.stores[name].start();
    await real.vault.catchUp();
    const { lost } = await real.vault.checkPage(null);
    if (lost > 0) expect(model.faulty.size, 'lost with two whole stores').toBeGreaterThanOrEqual(2);
    if (lost > 0) await new Put().run(model, real);
    model.faulty.clear();
  }
  toString = () => 'recover';
}

class Fault implements Command {
  readonly store: StoreName;
  readonly kind: string;
  constructor(store: StoreName, kind: string) {
    this.store = store;
    this.kind = kind;
  }
  check = () => true;
  async run(model: Model, { stores, backups }: Real) {
    const store = stores[this.store];
    const { personId } = model;
    if (this.kind === 'backup') {
      backups.set(this.store, await store.snapshot(personId));
      return;
    }
    model.faulty.add(this.store);
    if (this.kind === 'stop') store.stop();
    else if (this.kind === 'lose_answer') store.loseNextAnswer();
    else if (this.kind === 'restore') await backups.get(this.store)?.();
    else await store.damage(personId, DAMAGES[this.kind] ?? (row => row));
  }
  toString = () => `${this.kind}(${this.store})`;
}

const KINDS = ['stop', 'stop', 'lose_answer', 'backup', 'restore', 'restore', ...Object.keys(DAMAGES)];

test(`S9, S57: ${RUNS} random lives of a record, under faults of any number of stores, show no wrong answer`, {
  timeout: 60_000 + RUNS * 1000,
}, async () => {
  const world = await openTestVault();
  const faults = fc
    .tuple(fc.constantFrom(...STORE_NAMES), fc.constantFrom(...KINDS))
    .map(([store, kind]) => new Fault(store, kind));
  const commands = fc.commands(
    [
      fc.constant(new Put()),
      fc.constant(new Get()),
      fc.constant(new Get()),
      fc.constant(new Erase()),
      fc.constant(new Recover()),
      faults,
      faults,
    ],
    { maxCommands: 24, size: 'max' },
  );
  const property = fc.asyncProperty(commands, async sequence => {
    for (const name of STORE_NAMES) world.stores[name].start();
    await world.directory`delete from vault_heads`;
    await world.directory`delete from vault_staging`;
    await fc.asyncModelRun(
      () => ({
        model: {
          personId: randomUUID(),
          current: null,
          pending: [],
          writes: 0,
          faulty: new Set<StoreName>(),
        },
        real: { ...world, backups: new Map() },
      }),
      sequence,
    );
  });
  await fc.assert(property, { numRuns: RUNS, ...(SEED !== undefined && { seed: Number(SEED) }) });
});
