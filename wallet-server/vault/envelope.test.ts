import { expect, test } from 'vitest';
import { digestEnvelope, type Envelope, isSameEnvelope } from './envelope.ts';

const envelope: Envelope = {
  ...{ personId: 'p', stamp: { sequence: 1, nonce: 'n' }, writeId: 'w', generation: 'g', erased: false },
  ...{
    coordinates: Uint8Array.of(1, 2, 3),
    commitments: new Uint8Array(96),
    ciphertext: Uint8Array.of(9, 9),
  },
};

test('S57: two envelopes are the same exactly where they have one digest', () => {
  const copy = { ...envelope, stamp: { ...envelope.stamp }, ciphertext: Buffer.from(envelope.ciphertext) };
  expect(isSameEnvelope(envelope, copy)).toBe(true);
  expect(digestEnvelope(envelope)).toBe(digestEnvelope(copy));
  const changes: Partial<Envelope>[] = [
    ...[{ personId: 'q' }, { writeId: 'v' }, { generation: 'h' }, { erased: true }],
    ...[{ stamp: { sequence: 2, nonce: 'n' } }, { stamp: { sequence: 1, nonce: 'm' } }],
    ...[{ coordinates: Uint8Array.of(1, 2, 4) }, { commitments: new Uint8Array(64) }],
    ...[{ ciphertext: Uint8Array.of(9, 8) }, { ciphertext: Uint8Array.of(9) }],
  ];
  for (const change of changes) {
    const other = { ...envelope, ...change };
    expect(isSameEnvelope(envelope, other)).toBe(false);
    expect(digestEnvelope(other)).not.toBe(digestEnvelope(envelope));
  }
});
