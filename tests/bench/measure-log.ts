import { randomBytes } from 'node:crypto';
import { deriveKeys } from '#server/app/derive-key.ts';
import { appendLeaves } from '#server/log/append-leaves.ts';
import { findCheckpoint } from '#server/log/checkpoints.ts';
import { makeLogSigner } from '#server/log/log-signer.ts';
import { planLeaf } from '#server/log/plan-leaf.ts';
import { makeNodeReader } from '#server/log/read-nodes.ts';
import { sequenceLeaves } from '#server/log/sequence-leaves.ts';
import type { Sql } from '#server/storage/sql.ts';
import { hashEntry } from '#shared/log/merkle-hash.ts';
import { hashRows, planConsistencyProof, planInclusionProof } from '#shared/log/tree-node.ts';
import { verifyInclusion } from '#shared/log/verify-proof.ts';
import { fillLog } from './filling/fill-log.ts';
import { openDirectories } from './filling/open-directories.ts';
import type { Row, Section, Unit } from './report.ts';
import { findMedian } from './statistics.ts';

/** Sizes take turns, so that whatever else the machine does falls on all of them alike. */
const ROUNDS = 12;
const LEAVES_A_ROUND = 1000;
const PROOFS_A_ROUND = 100;
/** Who asks alone measures whether the system wakes another core for each question. */
const ASKED_AT_ONCE = 10;
const random = (bytes: number) => new Uint8Array(randomBytes(bytes));
const signer = makeLogSigner({ keyFor: deriveKeys(random(32)), origin: 'http://wallet.localhost:1' });

/** Milliseconds: for one leaf, or for one proof, once a round. */
interface Costs {
  written: number[];
  placed: number[];
  inclusion: number[];
  consistency: number[];
}

interface Filled {
  size: number;
  sql: Sql;
  costs: Costs;
}

/** What it costs to append to trees of more and more leaves, and to prove from them, in one run. */
export async function measureLog(sizes: readonly number[]): Promise<Section> {
  const section: Section = { name: 'Log: append and prove', rows: [], notes: [] };
  const directories = await openDirectories();
  try {
    const filled: Filled[] = [];
    for (const size of sizes) {
      const sql = await directories.open(`log_${size}`);
      await fillLog(sql, size, signer);
      filled.push({ size, sql, costs: { written: [], placed: [], inclusion: [], consistency: [] } });
    }
    for (let round = 0; round < ROUNDS; round += 1) for (const one of filled) await measureRound(one);
    section.rows.push(...filled.flatMap(one => makeRows(one, filled[0] ?? one)));
    return section;
  } finally {
    await directories.close();
  }
}

async function measureRound({ sql, size, costs }: Filled): Promise<void> {
  const entry = { kind: 'confirmed', subjectId: crypto.randomUUID(), detail: 'bench', atMs: 1 } as const;
  const leaves = Array.from({ length: LEAVES_A_ROUND }, () => planLeaf(entry, random));
  const sequencing = { directory: sql, clock: Date.now, signer, lease: 'bench' };
  costs.written.push((await time(() => appendLeaves(sql, leaves))) / LEAVES_A_ROUND);
  costs.placed.push((await time(() => sequenceLeaves(sequencing))) / LEAVES_A_ROUND);
  const places = Array.from({ length: PROOFS_A_ROUND }, () => Math.floor(Math.random() * size));
  costs.inclusion.push(await timeProofs(places, place => prove(sql, place)));
  costs.consistency.push(await timeProofs(places, place => proveConsistency(sql, place)));
}

/** Milliseconds for one of them. */
async function timeProofs(
  places: readonly number[],
  proveOne: (place: number) => Promise<void>,
): Promise<number> {
  const tookMs = await time(async () => {
    for (let at = 0; at < places.length; at += ASKED_AT_ONCE)
      await Promise.all(places.slice(at, at + ASKED_AT_ONCE).map(proveOne));
  });
  return tookMs / places.length;
}

async function time(run: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await run();
  return performance.now() - startedAt;
}

function makeRows(one: Filled, smallest: Filled): Row[] {
  const perSecond = (costs: readonly number[]) => 1000 / findMedian(costs);
  const row = (what: string, unit: Unit, measure: (costs: Costs) => number): Row => ({
    ...{ name: `${one.size.toLocaleString('en')} leaves: ${what}`, unit, value: measure(one.costs) },
    ...(one === smallest ? {} : { beside: { name: 'the smallest', value: measure(smallest.costs) } }),
  });
  return [
    row('leaves written', 'per_second', ({ written }) => perSecond(written)),
    row('leaves placed', 'per_second', ({ placed }) => perSecond(placed)),
    row('inclusion proof made and verified', 'ms', ({ inclusion }) => findMedian(inclusion)),
    row('consistency proof made', 'ms', ({ consistency }) => findMedian(consistency)),
  ];
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
