import { createPublicKey, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { decodeBase64 } from '#shared/log/base64.ts';
import { openCheckpoint } from '#shared/log/checkpoint.ts';
import { decodeBundle } from '#shared/log/entry-bundle.ts';
import { type Hash, hashEntry } from '#shared/log/merkle-hash.ts';
import {
  computeKeyId,
  formatSignatureLine,
  type NoteKey,
  parseNote,
  parseNoteKey,
  SIGNATURE_TYPES,
} from '#shared/log/note.ts';
import { listBundles, listTiles, makeTileReader } from '#shared/log/tile.ts';
import { formatBundlePath, formatTilePath } from '#shared/log/tile-path.ts';
import { computeRoot } from '#shared/log/tree-node.ts';
import { makeCosignedText } from '#shared/log/verify-note.ts';
import { verifyConsistency, verifyInclusion } from '#shared/log/verify-proof.ts';
import { borrowTestDatabases } from '#tests/fixtures/postgres.ts';
import { openTestApp } from '#tests/fixtures/wallet-server.ts';
import { deriveKeys } from '../app/derive-key.ts';
import type { Sql } from '../storage/sql.ts';
import { appendLeaves } from './append-leaves.ts';
import { checkLog } from './check-log.ts';
import { findCheckpoint } from './checkpoints.ts';
import { forgetLeaves } from './forget-leaves.ts';
import { makeLogSigner } from './log-signer.ts';
import { planLeaf } from './plan-leaf.ts';
import { ensureCheckpoint, type Sequencing, sequenceLeaves } from './sequence-leaves.ts';

const signer = makeLogSigner({
  keyFor: deriveKeys(new Uint8Array(32).fill(3)),
  origin: 'http://wallet.localhost:8477',
});
const random = (bytes: number) => new Uint8Array(randomBytes(bytes));

function makeSequencing(directory: Sql, lease = 'one', clock = () => 1000): Sequencing {
  return { directory, clock, signer, lease };
}

async function append(sql: Sql, count: number, subjectId = crypto.randomUUID()): Promise<void> {
  const entry = { kind: 'confirmed', subjectId, detail: 'identity_confirmed', atMs: 5 } as const;
  await appendLeaves(
    sql,
    Array.from({ length: count }, () => planLeaf(entry, random)),
  );
}

async function growBy(sql: Sql, count: number): Promise<{ size: number; root: Hash }> {
  await append(sql, count);
  await sequenceLeaves(makeSequencing(sql));
  const checkpoint = await findCheckpoint(sql);
  if (!checkpoint) throw new Error('nothing was signed');
  return checkpoint;
}

test('S57: leaves get their places once, however many processes sequence at the same time', async () => {
  const { directory } = await borrowTestDatabases();
  let nowMs = 1000;
  const clock = () => {
    // Every lease is over when the next process looks: only the size of the head still decides.
    nowMs += 20_000;
    return nowMs;
  };
  const processes = ['one', 'two', 'three', 'four'].map(lease => makeSequencing(directory, lease, clock));
  for (let round = 0; round < 12; round += 1) {
    await Promise.all([
      ...Array.from({ length: 5 }, () => append(directory, 17)),
      ...processes.map(sequencing => sequenceLeaves(sequencing)),
    ]);
  }
  for (const sequencing of processes) await sequenceLeaves(sequencing);
  expect((await findCheckpoint(directory))?.size).toBe(12 * 5 * 17);
  expect(await checkLog(directory)).toBeNull();
});

test('while one process holds the lease, another leaves the work to it', async () => {
  const { directory } = await borrowTestDatabases();
  await append(directory, 1);
  await sequenceLeaves(makeSequencing(directory, 'one'));
  await append(directory, 1);
  expect(await sequenceLeaves(makeSequencing(directory, 'two'))).toBe(0);
  expect(await sequenceLeaves(makeSequencing(directory, 'two', () => 11_000))).toBe(1);
});

test('a leaf of a transaction that commits late stands behind those that came before', async () => {
  const { directory } = await borrowTestDatabases();
  const held = Promise.withResolvers<void>();
  const written = Promise.withResolvers<void>();
  const late = directory.begin(async tx => {
    await appendLeaves(tx, [
      planLeaf({ kind: 'settled', subjectId: 'late', detail: 'settled', atMs: 1 }, random),
    ]);
    written.resolve();
    await held.promise;
  });
  await written.promise;
  expect((await growBy(directory, 3)).size).toBe(3);
  held.resolve();
  await late;
  expect(await sequenceLeaves(makeSequencing(directory))).toBe(1);
  const [row] = await directory`select leaf_index from log_leaves where entry ->> 'subjectId' = 'late'`;
  expect(row?.leaf_index).toBe(3n);
  expect(await checkLog(directory)).toBeNull();
});

test('there is a signed checkpoint before the first leaf, and one name and key at a time', async () => {
  const { directory } = await borrowTestDatabases();
  await ensureCheckpoint(makeSequencing(directory));
  const note = (await findCheckpoint(directory))?.note ?? '';
  expect(await openCheckpoint(note, signer.key)).toMatchObject({ size: 0 });
  const moved = makeLogSigner({
    keyFor: deriveKeys(new Uint8Array(32).fill(9)),
    origin: 'https://other.example',
  });
  await ensureCheckpoint({ ...makeSequencing(directory), signer: moved });
  expect(await openCheckpoint((await findCheckpoint(directory))?.note ?? '', moved.key)).toMatchObject({
    size: 0,
  });
});

describe('the served log', () => {
  async function serve(count: number, witnesses: readonly NoteKey[] = []) {
    const server = await openTestApp({ logWitnesses: witnesses.map(key => ({ key, url: null })) });
    const { directory, settings } = server.services;
    await append(directory, count);
    await sequenceLeaves({ directory, clock: () => 1, signer: makeLogSigner(settings), lease: 'one' });
    const get = async (path: string) => await server.fetch(`${server.origin}${path}`);
    const readBytes = async (path: string) => new Uint8Array(await (await get(`/log/${path}`)).arrayBuffer());
    const { key } = (await (await get('/v1/log')).json()) as { key: string };
    const checkpoint = await openCheckpoint(
      await (await get('/log/checkpoint')).text(),
      parseNoteKey(key) as NoteKey,
    );
    if ('refused' in checkpoint) throw new Error(checkpoint.refused);
    return { server, get, readBytes, checkpoint };
  }

  test('S57: from checkpoint, tiles and bundles alone anyone computes the same tree', async () => {
    const { readBytes, checkpoint } = await serve(700);
    expect(checkpoint).toMatchObject({ origin: 'wallet.localhost:8477/log', size: 700 });
    const root = await computeRoot(
      700,
      makeTileReader(700, tile => readBytes(formatTilePath(tile))),
    );
    expect(root).toEqual(checkpoint.root);
    for (const bundle of listBundles(700)) {
      const entries = decodeBundle(await readBytes(formatBundlePath(bundle))) ?? [];
      const hashes = Buffer.concat(entries.map(hashEntry));
      expect(hashes.equals(await readBytes(formatTilePath({ level: 0, ...bundle })))).toBe(true);
    }
  });

  test('tiles may be kept for ever, the checkpoint not; what is not there is not found', async () => {
    const { get } = await serve(300);
    for (const tile of listTiles(300)) {
      const answer = await get(`/log/${formatTilePath(tile)}`);
      expect(answer.headers.get('cache-control')).toContain('immutable');
      expect((await answer.arrayBuffer()).byteLength).toBe(tile.width * 32);
    }
    expect((await get('/log/tile/0/001.p/20')).status).toBe(200);
    const checkpoint = await get('/log/checkpoint');
    expect(checkpoint.headers.get('cache-control')).toBe('no-cache');
    expect(checkpoint.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    for (const path of [
      '0/001',
      '0/001.p/45',
      '0/002.p/1',
      '2/000.p/1',
      'entries/001',
      '0/000.p/256',
      '..%2fcheckpoint',
    ])
      expect((await get(`/log/tile/${path}`)).status).toBe(404);
  });

  test('proofs of the endpoint hold', async () => {
    const { server, get, readBytes, checkpoint } = await serve(10);
    const before = checkpoint;
    const { directory, settings } = server.services;
    await append(directory, 300);
    await sequenceLeaves({ directory, clock: () => 2, signer: makeLogSigner(settings), lease: 'one' });
    const after = await findCheckpoint(directory);
    if (!after) throw new Error('nothing was signed');
    const readProof = async (path: string) =>
      ((await (await get(path)).json()) as { proof: string[] }).proof.map(text => decodeBase64(text) as Hash);
    const consistency = await readProof('/v1/log/consistency?from=10&to=310');
    expect(verifyConsistency({ from: before, to: after, proof: consistency })).toBe(true);
    const [, second] = decodeBundle(await readBytes('tile/entries/000.p/10')) ?? [];
    const claim = {
      ...{ index: 1, size: 310, leafHash: hashEntry(second ?? new Uint8Array()) },
      proof: await readProof('/v1/log/inclusion?leafIndex=1&size=310'),
    };
    expect(verifyInclusion(claim, after.root)).toBe(true);
    expect((await get('/v1/log/inclusion?leafIndex=310&size=310')).status).toBe(404);
    expect((await get('/v1/log/inclusion?leafIndex=1&size=311')).status).toBe(404);
    expect((await get('/v1/log/consistency?from=10&to=311')).status).toBe(404);
    expect((await get('/v1/log/consistency?from=-1&to=10')).status).toBe(400);
  });

  test("a configured witness's cosignature is served under its checkpoint; any other is refused", async () => {
    const { privateKey } = generateKeyPairSync('ed25519');
    const { x = '' } = createPublicKey(privateKey).export({ format: 'jwk' });
    const publicKey = new Uint8Array(Buffer.from(x, 'base64url'));
    const witness: NoteKey = { name: 'witness.example', type: SIGNATURE_TYPES.cosignature, publicKey };
    const { server, get } = await serve(3, [witness]);
    const { text = '' } = parseNote(await (await get('/log/checkpoint')).text()) ?? {};
    const makeLine = (signed: string, name = witness.name) => {
      const stamp = Buffer.alloc(8);
      stamp.writeBigUInt64BE(77n);
      const bytes = sign(null, Buffer.from(makeCosignedText(signed, 77n)), privateKey);
      const signature = new Uint8Array(Buffer.concat([stamp, bytes]));
      return formatSignatureLine({ name, keyId: computeKeyId({ ...witness, name }), signature });
    };
    const post = async (body: object) => {
      const init = {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      };
      return (await server.fetch(`${server.origin}/v1/log/cosignatures`, init)).status;
    };
    expect(await post({ size: 3, line: makeLine(text.replace('3', '4')) })).toBe(401);
    expect(await post({ size: 3, line: makeLine(text, 'stranger.example') })).toBe(401);
    expect(await post({ size: 2, line: makeLine(text) })).toBe(404);
    expect(await post({ size: 3, line: makeLine(text) })).toBe(200);
    expect(await (await get('/log/checkpoint')).text()).toContain(makeLine(text));
  });
});

describe('planted faults', () => {
  test('S57: a changed, a dropped and a swapped leaf, and a false entry, are each found in the stored log', async () => {
    const { directory } = await borrowTestDatabases();
    await growBy(directory, 300);
    const attempts = [
      [
        directory`update log_leaves set leaf_hash = decode(repeat('00', 32), 'hex'), salt = null where leaf_index = 7`,
        'root_differs',
      ],
      [directory`delete from log_leaves where leaf_index = 7`, 'size_differs'],
      [directory`update log_leaves set leaf_index = 300 where leaf_index = 7`, 'leaf_missing'],
      [
        directory`update log_leaves set entry = jsonb_set(entry, '{detail}', '"declined"') where leaf_index = 7`,
        'entry_changed',
      ],
    ] as const;
    expect(await checkLog(directory)).toBeNull();
    for (const [attempt, found] of attempts) {
      await directory`create table kept as select * from log_leaves`;
      await attempt;
      expect(await checkLog(directory)).toMatchObject({ found });
      await directory`delete from log_leaves`;
      await directory`insert into log_leaves overriding system value select * from kept`;
      await directory`drop table kept`;
    }
    expect(await checkLog(directory)).toBeNull();
  });

  test('erasing what leaves stood for keeps the log whole', async () => {
    const { directory } = await borrowTestDatabases();
    await growBy(directory, 20);
    const subjectId = crypto.randomUUID();
    await append(directory, 2, subjectId);
    await sequenceLeaves(makeSequencing(directory));
    await append(directory, 1, subjectId);
    expect(await forgetLeaves(directory, [subjectId], 5)).toBe(3);
    await sequenceLeaves(makeSequencing(directory));
    expect(await directory`select 1 from log_leaves where salt is null and entry is null`).toHaveLength(3);
    expect((await findCheckpoint(directory))?.size).toBe(23);
    expect(await checkLog(directory)).toBeNull();
  });
});
