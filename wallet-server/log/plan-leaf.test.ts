import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { hashSaltedEntry } from '#shared/log/salted-entry.ts';
import { planLeaf } from './plan-leaf.ts';

const ENTRY = { kind: 'confirmed', subjectId: 'purchase', detail: 'identity_confirmed', atMs: 1 } as const;

test('a leaf is the RFC 6962 hash of salt and canonical entry', () => {
  const salt = new Uint8Array(32).fill(7);
  const text = '{"atMs":1,"detail":"identity_confirmed","kind":"confirmed","subjectId":"purchase"}';
  const expected = createHash('sha256')
    .update(Buffer.concat([Uint8Array.of(0), salt, Buffer.from(text)]))
    .digest();
  expect(Buffer.from(hashSaltedEntry(salt, ENTRY)).equals(expected)).toBe(true);
});

test('the same entry has another leaf under another salt', () => {
  let byte = 0;
  const random = (bytes: number) => new Uint8Array(bytes).fill(byte++);
  expect(planLeaf(ENTRY, random).leafHash).not.toEqual(planLeaf(ENTRY, random).leafHash);
});
