import { randomBytes } from 'node:crypto';
import { deriveKeys } from '#server/app/derive-key.ts';
import { appendLeaves } from '#server/log/append-leaves.ts';
import { findCheckpoint } from '#server/log/checkpoints.ts';
import { makeLogSigner } from '#server/log/log-signer.ts';
import { planLeaf } from '#server/log/plan-leaf.ts';
import { sequenceLeaves } from '#server/log/sequence-leaves.ts';
import { makeNodeReader } from '#server/log/tiles.ts';
import { openStorage } from '#server/storage/open-storage.ts';
import type { Sql } from '#server/storage/sql.ts';
import { hashEntry } from '#shared/log/merkle-hash.ts';
import { hashRows, planConsistencyProof, planInclusionProof } from '#shared/log/tree-node.ts';
import { verifyInclusion } from '#shared/log/verify-proof.ts';
import type { Row, Section } from './report.ts';
import { makeDataFolder } from './run-server.ts';
import { findQuantile } from './statistics.ts';

const AT_ONCE = 4000;
const PROOFS = 300;
const QUIET = { info: () => undefined, warn: () => undefined, error: () => undefined };
const random = (bytes: number) => new Uint8Array(randomBytes(bytes));

/** What it costs to append to trees of more and more leaves, and to prove from them, in one run. */
export async function measureLog(sizes: readonly number[]): Promise<Section> {
  const section: Section = { name: 'Log: append and prove', rows: [], notes: [] };
  const folder = makeDataFolder();
  const storage = await openStorage(
    { dataDirectory: folder.path, databases: ['directory'] },
    { logger: QUIET },
  );
  const first = new Map<string, number>();
  try {
    for (const size of sizes) {
      await growTo(storage.directory, size);
      const measured = await measureAt(storage.directory, size);
      section.rows.push(...measured.map(row => compare(row, size, first)));
    }
  } finally {
    await storage.close();
    folder.remove();
  }
  return section;
}

function compare(row: Row, size: number, first: Map<string, number>): Row {
  const known = first.get(row.name);
  if (known === undefined) first.set(row.name, row.value);
  const name = `${size.toLocaleString('en')} leaves: ${row.name}`;
  return known === undefined
    ? { ...row, name }
    : { ...row, name, beside: { name: 'the smallest', value: known } };
}

const signer = makeLogSigner({ keyFor: deriveKeys(random(32)), origin: 'http://wallet.localhost:1' });

/** Leaves of chance stand for all others; those that are measured go the whole way. */
async function growTo(sql: Sql, size: number): Promise<void> {
  for (;;) {
    const [row] = await sql<{ count: bigint }[]>`select size as count from log_head`;
    const missing = size - Number(row?.count ?? 0n);
    if (missing <= 0) return;
    await sql`
      insert into log_leaves (leaf_hash, salt, entry, at_ms)
      select sha256(gen_random_uuid()::text::bytea), '', jsonb_build_object('subjectId', gen_random_uuid()), 1
      from generate_series(1, ${Math.min(missing, 100_000)}::int)`;
    await sequence(sql);
    await sql`analyze log_leaves`;
  }
}

async function sequence(directory: Sql): Promise<number> {
  return await sequenceLeaves({ directory, clock: Date.now, signer, lease: 'bench' });
}

async function measureAt(sql: Sql, size: number): Promise<Row[]> {
  const entry = { kind: 'confirmed', subjectId: crypto.randomUUID(), detail: 'bench', atMs: 1 } as const;
  const leaves = Array.from({ length: AT_ONCE }, () => planLeaf(entry, random));
  const appendMs = await time(() => appendLeaves(sql, leaves));
  const sequenceMs = await time(() => sequence(sql));
  const proofs: number[] = [];
  const consistencies: number[] = [];
  for (let round = 0; round < PROOFS; round += 1) {
    const index = Math.floor(Math.random() * size);
    proofs.push(await time(() => prove(sql, index)));
    consistencies.push(await time(() => proveConsistency(sql, index)));
  }
  return [
    { name: 'leaves written', unit: 'per_second', value: AT_ONCE / (appendMs / 1000) },
    { name: 'leaves placed', unit: 'per_second', value: AT_ONCE / (sequenceMs / 1000) },
    { name: 'inclusion proof made and verified, median', unit: 'ms', value: findQuantile(proofs, 0.5) },
    { name: 'inclusion proof made and verified, p99', unit: 'ms', value: findQuantile(proofs, 0.99) },
    { name: 'consistency proof, median', unit: 'ms', value: findQuantile(consistencies, 0.5) },
  ];
}

async function time(run: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await run();
  return performance.now() - startedAt;
}

async function prove(sql: Sql, index: number): Promise<void> {
  const head = await findCheckpoint(sql);
  const [leaf] = await sql<
    { leaf_hash: Buffer }[]
  >`select leaf_hash from log_leaves where leaf_index = ${index}`;
  if (!head) throw new Error('nothing was signed');
  const proof = await hashRows(planInclusionProof(index, head.size), makeNodeReader(sql, head.size));
  const claim = { index, size: head.size, leafHash: hashEntry(leaf?.leaf_hash ?? new Uint8Array()), proof };
  if (!verifyInclusion(claim, head.root)) throw new Error('a proof does not hold');
}

async function proveConsistency(sql: Sql, from: number): Promise<void> {
  const head = await findCheckpoint(sql);
  if (!head) throw new Error('nothing was signed');
  await hashRows(planConsistencyProof(from + 1, head.size), makeNodeReader(sql, head.size));
}
