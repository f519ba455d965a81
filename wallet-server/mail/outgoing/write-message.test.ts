import { simpleParser } from 'mailparser';
import { createTransport } from 'nodemailer';
import { describe, expect, it } from 'vitest';
import { LOCALES } from '#shared/api/locale.ts';
import { makeOrder } from '#tests/fixtures/post-office.ts';
import { renderHtml, renderText } from './render-letter.ts';
import { writeConfirmationRequest } from './write-letters.ts';
import { type LetterMessage, writeMessage } from './write-message.ts';

function makeMessage(change: Partial<LetterMessage> = {}): LetterMessage {
  return {
    ...{
      from: { name: 'Wayveil', address: 'confirm@mail.wayveil.example' },
      to: "Jun.O'Neill@provider.example",
    },
    ...{ replyTo: 'confirm+0190@mail.wayveil.example', subject: 'Shipped', messageId: '<a@b.example>' },
    ...{ atMs: Date.UTC(2026, 10, 21, 9), locale: 'en', text: 'Hello\n', html: '<p>Hello</p>\n', ...change },
  };
}

const read = (message: LetterMessage) => simpleParser(writeMessage(message), { skipTextToHtml: true });

/** The same letter by the composer for all kinds of mail. */
async function composeByLibrary({ atMs, locale, ...message }: LetterMessage) {
  const composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  const headers = { 'Auto-Submitted': 'auto-generated', 'Content-Language': locale };
  const { message: raw } = await composer.sendMail({ ...message, headers, date: new Date(atMs) });
  return await simpleParser(raw as Buffer, { skipTextToHtml: true });
}

describe('a letter as a message', () => {
  it.each(LOCALES)('S29: reads in %s as the library would have composed it', async locale => {
    const letter = writeConfirmationRequest(makeOrder(), locale, '482913');
    const { subject } = letter;
    const message = makeMessage({ locale, subject, text: renderText(letter), html: renderHtml(letter) });
    const [ours, theirs] = await Promise.all([read(message), composeByLibrary(message)]);
    for (const field of ['subject', 'messageId', 'date', 'text', 'html'] as const)
      expect(ours[field]).toEqual(theirs[field]);
    for (const field of ['from', 'to', 'replyTo'] as const) expect(ours[field]).toEqual(theirs[field]);
    const named = (mail: typeof ours) => mail.headerLines.map(({ key }) => key);
    expect(named(ours)).toEqual(named(theirs));
    expect(ours.headers.get('auto-submitted')).toBe('auto-generated');
  });

  it('is lines of ASCII, none longer than 76 characters, whatever it says', () => {
    const long = `${'배송'.repeat(200)} ${'é × '.repeat(90)}${'x'.repeat(500)}`;
    for (const text of [long, long.slice(-900)]) {
      const raw = writeMessage(makeMessage({ subject: text, text, html: `<p>${text}</p>` })).toString();
      expect(raw).toMatch(/^[ -~\r\n]*$/);
      const lines = raw.split('\r\n').filter(line => !line.startsWith('Subject: '));
      expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(76);
      expect(raw).not.toMatch(/[^\r]\n|\r[^\n]/);
    }
  });

  it('keeps what it says to the letter, and its end to itself', async () => {
    const text = 'one\r\ntwo\n\n--=_wayveil--\n.\n.. = =3D  \nthree\u2028four\n';
    const {
      text: kept,
      html,
      subject,
    } = await read(makeMessage({ text, html: text, subject: '=?utf-8?B?eA==?= "a"' }));
    expect(kept).toBe(text.replaceAll('\r\n', '\n'));
    expect(html).toBe(text.replaceAll('\r\n', '\n'));
    expect(subject).toBe('=?utf-8?B?eA==?= "a"');
  });

  it('S29: no word of a shop or of a sender begins a header', async () => {
    const forged = 'x\r\nBcc: all@strangers.example\u010aBcc: all@strangers.example';
    const mail = await read(makeMessage({ subject: forged, inReplyTo: `<${forged}>` }));
    expect(mail.bcc).toBeUndefined();
    expect(mail.inReplyTo).toBeUndefined();
    for (const to of ['a@b.example, c@d.example', 'a@b.example\r\nBcc: c@d.example', '"a b"@c.example'])
      expect(() => writeMessage(makeMessage({ to }))).toThrow(TypeError);
  });

  it('names the mail that it answers', async () => {
    const mail = await read(makeMessage({ inReplyTo: '<1@provider.example>' }));
    expect([mail.inReplyTo, mail.references]).toEqual(['<1@provider.example>', '<1@provider.example>']);
    expect(mail.headers.get('auto-submitted')).toBe('auto-replied');
  });
});
