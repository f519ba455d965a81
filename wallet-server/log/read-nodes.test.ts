import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { hashEntry } from '#shared/log/merkle-hash.ts';
import { hashRows, planConsistencyProof, planInclusionProof } from '#shared/log/tree-node.ts';
import { verifyConsistency, verifyInclusion } from '#shared/log/verify-proof.ts';
import { borrowTestDatabases } from '#tests/fixtures/postgres.ts';
import { countReads } from '#tests/fixtures/table-reads.ts';
import { deriveKeys } from '../app/derive-key.ts';
import type { Sql } from '../storage/sql.ts';
import { appendLeaves } from './append-leaves.ts';
import { findCheckpoint, type SignedCheckpoint } from './checkpoints.ts';
import { makeLogSigner } from './log-signer.ts';
import { listEdge } from './plan-growth.ts';
import { planLeaf } from './plan-leaf.ts';
import { makeNodeReader } from './read-nodes.ts';
import { sequenceLeaves } from './sequence-leaves.ts';
import { readTiles } from './tiles.ts';

const signer = makeLogSigner({
  keyFor: deriveKeys(new Uint8Array(32).fill(3)),
  origin: 'http://wallet.localhost:8477',
});

async function grow(directory: Sql, count: number): Promise<SignedCheckpoint> {
  const entry = { kind: 'confirmed', subjectId: crypto.randomUUID(), detail: 'received', atMs: 5 } as const;
  const leaves = Array.from({ length: count }, () =>
    planLeaf(entry, bytes => new Uint8Array(randomBytes(bytes))),
  );
  await appendLeaves(directory, leaves);
  await sequenceLeaves({ directory, clock: () => 1000, signer, lease: 'one' });
  const checkpoint = await findCheckpoint(directory);
  if (!checkpoint) throw new Error('nothing was signed');
  return checkpoint;
}

/** The same database, and how many statements it was sent. */
function countStatements(sql: Sql): { counted: Sql; sent(): number } {
  let sent = 0;
  const counted = new Proxy(sql, {
    apply(target, self, words) {
      sent += 1;
      return Reflect.apply(target, self, words);
    },
  });
  return { counted, sent: () => sent };
}

async function expectProofs(directory: Sql, from: SignedCheckpoint, to: SignedCheckpoint): Promise<number[]> {
  const costs: number[] = [];
  const rows = await directory<{ leaf_hash: Buffer }[]>`select leaf_hash from log_leaves order by leaf_index`;
  for (const index of [0, 17, 255, 256, from.size - 1, from.size, to.size - 1]) {
    const { counted, sent } = countStatements(directory);
    const proof = await hashRows(planInclusionProof(index, to.size), makeNodeReader(counted, to.size));
    const leafHash = hashEntry(rows[index]?.leaf_hash ?? new Uint8Array());
    expect(verifyInclusion({ index, size: to.size, leafHash, proof }, to.root)).toBe(true);
    costs.push(sent());
  }
  const { counted, sent } = countStatements(directory);
  const proof = await hashRows(planConsistencyProof(from.size, to.size), makeNodeReader(counted, to.size));
  expect(verifyConsistency({ from, to, proof })).toBe(true);
  return [...costs, sent()];
}

test('S57: a proof is one question to the database, however many tiles it needs', async () => {
  const { directory } = await borrowTestDatabases();
  const from = await grow(directory, 300);
  const to = await grow(directory, 1000);
  expect(await expectProofs(directory, from, to)).toEqual([1, 1, 1, 1, 1, 1, 1, 1]);
});

test('S57: tiles whose groups were not kept, or not all of them, prove as well', async () => {
  const { directory } = await borrowTestDatabases();
  const from = await grow(directory, 300);
  const to = await grow(directory, 1000);
  await directory`update log_tiles set group_hashes = null where tile_index in (0, 1)`;
  await directory`update log_tiles set group_hashes = substring(group_hashes from 1 for 32) where tile_index > 1`;
  const costs = await expectProofs(directory, from, to);
  expect(Math.max(...costs)).toBe(2);
});

test('S57: of a log of a million leaves, a proof and the growth of the tree read the tiles that they need, and no others', async () => {
  const { directory } = await borrowTestDatabases();
  const size = 1_000_000;
  for (let level = 0, count = size; count > 0; level += 1, count = Math.floor(count / 256)) {
    await directory`
      insert into log_tiles (level, tile_index, hashes, group_hashes)
      select ${level}, n, decode(repeat(md5(n::text), 512), 'hex'), decode(repeat(md5(n::text), 32), 'hex')
      from generate_series(0, ${Math.floor(count / 256)}::int) as n`;
  }
  await directory`analyze log_tiles`;
  const proofs = Array.from({ length: 20 }, (_, place) => planInclusionProof(place * 47_111, size).flat());
  const reads: Record<string, (sql: Sql) => Promise<unknown>> = {
    proofs: async sql => {
      for (const nodes of proofs) await makeNodeReader(sql, size)(nodes);
    },
    edge: async sql => await readTiles(sql, listEdge(size)),
  };
  for (const [what, read] of Object.entries(reads)) {
    const tables = await countReads(directory, connection => read(connection as never));
    const { scans, probes } = tables.find(({ table }) => table === 'log_tiles') ?? { scans: -1, probes: 0 };
    expect({ what, scans, few: probes <= 20 * 7 }).toEqual({ what, scans: 0, few: true });
  }
});
