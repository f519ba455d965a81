import { generateKeyPairSync, sign, verify } from 'node:crypto';
import { expect, test } from 'vitest';
import { toDerSignature } from './der-signature.ts';

test('integers are as short as they can be, and never negative', () => {
  const r = Buffer.concat([Buffer.alloc(30), Buffer.of(0x7f, 0x01)]);
  const s = Buffer.concat([Buffer.of(0x80), Buffer.alloc(31)]);
  const der = toDerSignature(Buffer.concat([r, s])).toString('hex');
  expect(der).toBe(`302702027f01022100${s.toString('hex')}`);
  expect(toDerSignature(Buffer.alloc(64)).toString('hex')).toBe('3006020100020100');
});

test('both forms of a signature hold, and neither does with another byte', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const plain = { key: publicKey, dsaEncoding: 'ieee-p1363' } as const;
  for (let count = 0; count < 600; count += 1) {
    const text = Buffer.from(`proof ${count}`);
    const signature = sign('sha256', text, { key: privateKey, dsaEncoding: 'ieee-p1363' });
    expect(verify('sha256', text, publicKey, toDerSignature(signature))).toBe(true);
    const at = count % signature.length;
    signature.writeUInt8(signature.readUInt8(at) ^ 1, at);
    expect(verify('sha256', text, publicKey, toDerSignature(signature))).toBe(false);
    expect(verify('sha256', text, plain, signature)).toBe(false);
  }
});

test.each([
  ['zero', Buffer.alloc(64)],
  ['beyond the order of the curve', Buffer.alloc(64, 0xff)],
])('a signature of %s holds for nothing', (_name, signature) => {
  const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  expect(verify('sha256', Buffer.from('proof'), publicKey, toDerSignature(signature))).toBe(false);
});
