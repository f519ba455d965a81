import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { tellCount, VECTOR_FOLDER } from '#tests/fixtures/vectors.ts';
import { verifyConsistency, verifyInclusion } from './verify-proof.ts';

const FOLDER = join(VECTOR_FOLDER, 'merkle/testdata');

interface Vector {
  desc: string;
  wantErr: boolean;
  root: string;
  leafIdx: number;
  treeSize: number;
  leafHash: string;
  size1: number;
  size2: number;
  root1: string;
  root2: string;
  proof: string[] | null;
}

function readVectors(kind: string): Vector[] {
  if (!existsSync(FOLDER)) return [];
  return readdirSync(join(FOLDER, kind), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.json'))
    .map(name => JSON.parse(readFileSync(join(FOLDER, kind, name), 'utf8')));
}

const read = (text: string) => new Uint8Array(Buffer.from(text, 'base64'));
const inclusion = readVectors('inclusion');
const consistency = readVectors('consistency');

if (!existsSync(FOLDER)) console.info('vectors: SKIPPED, merkle/testdata is not there (set WAYVEIL_SHARED)');

describe.skipIf(!existsSync(FOLDER))(
  'Merkle test vectors of transparency-dev (absent: set WAYVEIL_SHARED)',
  () => {
    test(`S57: ${inclusion.length} inclusion proofs are judged as published`, () => {
      expect(inclusion.length).toBeGreaterThan(90);
      tellCount('Merkle inclusion (transparency-dev), shared/log', inclusion.length, inclusion.length);
      for (const { desc, wantErr, root, leafIdx, treeSize, leafHash, proof } of inclusion) {
        const claim = {
          index: leafIdx,
          size: treeSize,
          leafHash: read(leafHash),
          proof: (proof ?? []).map(read),
        };
        expect([desc, verifyInclusion(claim, read(root))]).toEqual([desc, !wantErr]);
      }
    });

    test(`S57: ${consistency.length} consistency proofs are judged as published`, () => {
      expect(consistency.length).toBeGreaterThan(90);
      tellCount('Merkle consistency (transparency-dev), shared/log', consistency.length, consistency.length);
      for (const { desc, wantErr, size1, size2, root1, root2, proof } of consistency) {
        const [from, to] = [
          { size: size1, root: read(root1) },
          { size: size2, root: read(root2) },
        ];
        expect([desc, verifyConsistency({ from, to, proof: (proof ?? []).map(read) })]).toEqual([
          desc,
          !wantErr,
        ]);
      }
    });
  },
);
