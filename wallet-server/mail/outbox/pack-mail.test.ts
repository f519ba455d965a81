import { expect, test } from 'vitest';
import { packMail, unpackMail } from './pack-mail.ts';

const envelope = { from: '', to: 'jun@provider.example' };

test('a mail comes out of the outbox byte for byte as it went in, and lies there in fewer bytes', () => {
  for (const raw of [
    Buffer.alloc(0),
    Buffer.from('\n\0\xff', 'latin1'),
    Buffer.alloc(100_000, 'Subject: 배송\r\n'),
  ]) {
    const packed = packMail({ envelope, raw });
    expect(unpackMail(packed)).toEqual({ envelope, raw });
    expect(packed.length).toBeLessThan(raw.length / 10 + 100);
  }
});

test('mails that an earlier release kept are still read', () => {
  const raw = Buffer.from('Subject: x\r\n\r\ny\r\n');
  const kept = { ...envelope, raw: raw.toString('base64') };
  expect(unpackMail(Buffer.from(JSON.stringify(kept)))).toEqual({ envelope, raw });
});
