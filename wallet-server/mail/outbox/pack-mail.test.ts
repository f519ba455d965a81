import { hash } from 'node:crypto';
import { expect, test } from 'vitest';
import { LOCALES } from '#shared/api/locale.ts';
import { makeOrder } from '#tests/fixtures/post-office.ts';
import { renderHtml, renderText } from '../outgoing/render-letter.ts';
import { writeAuthenticationMessage } from '../outgoing/write-letters.ts';
import { writeMessage } from '../outgoing/write-message.ts';
import dictionaries from './letter-dictionaries.json' with { type: 'json' };
import { packMail, unpackMail } from './pack-mail.ts';

const DIGESTS = ['21d2cc6f3f99d97a', '190e2264b1c34932', '12ebc4afffb11a68'];
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

test.each(LOCALES)('a letter in %s is kept as what tells it from another one', locale => {
  const letter = writeAuthenticationMessage(makeOrder(), locale);
  const raw = writeMessage({
    ...{ from: { name: 'Wayveil', address: 'confirm@mail.wayveil.example' }, to: envelope.to, locale },
    ...{ subject: letter.subject, messageId: '<1@mail.wayveil.example>', atMs: 0 },
    ...{ text: renderText(letter), html: renderHtml(letter) },
  });
  const packed = packMail({ envelope, raw });
  expect(unpackMail(packed)).toEqual({ envelope, raw });
  expect(packed.length).toBeLessThan(raw.length / (locale === 'en' ? 6 : 2));
});

test('the dictionaries are those that kept mails were packed beside: a new one has a number of its own', () => {
  const digests = Object.values(dictionaries).map(text => hash('sha256', text).slice(0, 16));
  expect(digests).toEqual(DIGESTS);
});
