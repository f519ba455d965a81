import { encode as encodeBase64, wrap as wrapBase64 } from 'nodemailer/lib/base64';
import { encodeWords, foldLines } from 'nodemailer/lib/mime-funcs';
import { encode as encodeQuotedPrintable, wrap as wrapQuotedPrintable } from 'nodemailer/lib/qp';
import { FIXED_LINES, HTML_HEADS } from './render-letter.ts';

const LINE = 76;
/** An encoded word has 75 characters at most (RFC 2047, section 2), and a line begins with the field's name. */
const ENCODED_WORD = 52;
/** Quoted-printable holds no `=_`, base64 neither (RFC 2045, section 6.7), so that no letter can hold it. */
const BOUNDARY = '=_wayveil';
/** Printable ASCII but `=`, and no space at the end. */
const UNENCODED = /^[ -<>-~]*(?<! )$/;
/** More than half of a letter is the same in each: encoded once. */
const FIXED: ReadonlyMap<string, string> = new Map(FIXED_LINES.map(line => [line, quoteLine(line)]));
const HEADS = HTML_HEADS.map(plain => ({ plain, quoted: quoteText(plain), base64: encodeLines(plain) }));
const NO_HEAD = { plain: '', quoted: '', base64: '' };
/** What an address may hold without quotes (RFC 5322, section 3.4.1), in ASCII; the vault's schema allows no other. */
const PLAIN_ADDRESS = /^[\w.!#$%&'*+/=?^`{|}~-]+@[\w.-]+$/;

/** A letter of ours with all that stands above it. Addresses are plain ones, in ASCII. */
export interface LetterMessage {
  from: { name: string; address: string };
  to: string;
  /** Where replies go; nobody listens without one. */
  replyTo?: string | undefined;
  subject: string;
  /** With its angle brackets. */
  messageId: string;
  /** As others wrote it. */
  inReplyTo?: string | undefined;
  atMs: number;
  locale: string;
  text: string;
  html: string;
}

/**
 * A letter as a message (RFC 5322) of plain text and HTML (RFC 2046, section 5.1.4). Its form is always the same, so
 * that the encoders alone do, without the streams of a composer for all kinds of mail: those take ten times as long.
 */
export function writeMessage(letter: LetterMessage): Buffer {
  const { from, to, replyTo, inReplyTo } = letter;
  const fields = [
    writeField('Auto-Submitted', inReplyTo === undefined ? 'auto-generated' : 'auto-replied'),
    writeField('Content-Language', letter.locale),
    writeField('From', `${encodeText(from.name)} <${requirePlain(from.address)}>`),
    writeField('To', requirePlain(to)),
    ...(replyTo === undefined ? [] : [writeField('Reply-To', requirePlain(replyTo))]),
    writeField('Subject', encodeText(letter.subject)),
    writeField('Message-ID', letter.messageId),
    ...(isMessageId(inReplyTo) ? [`In-Reply-To: ${inReplyTo}`, `References: ${inReplyTo}`] : []),
    writeField('Date', new Date(letter.atMs).toUTCString().replace('GMT', '+0000')),
    'MIME-Version: 1.0',
    `Content-Type: multipart/alternative; boundary="${BOUNDARY}"`,
  ];
  const parts = [writePart('text/plain', letter.text), writePart('text/html', letter.html)];
  const body = parts.map(part => `--${BOUNDARY}\r\n${part}\r\n`).join('');
  // ASCII throughout: fields and parts are encoded.
  return Buffer.from(`${fields.join('\r\n')}\r\n\r\n${body}--${BOUNDARY}--\r\n`, 'latin1');
}

function writePart(type: string, content: string): string {
  const bytes = Buffer.byteLength(content);
  const isMostlyAscii = (bytes - content.length) * 9 < bytes;
  const head = HEADS.find(({ plain }) => content.startsWith(plain)) ?? NO_HEAD;
  const rest = content.slice(head.plain.length);
  const encoded = isMostlyAscii ? head.quoted + quoteText(rest) : head.base64 + encodeLines(rest);
  const encoding = isMostlyAscii ? 'quoted-printable' : 'base64';
  return `Content-Type: ${type}; charset=utf-8\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${encoded}`;
}

/** Base64 in lines; what ends with a whole line ends with its break, so that more may follow. */
function encodeLines(text: string): string {
  const encoded = encodeBase64(Buffer.from(toCrlf(text)));
  return `${wrapBase64(encoded, LINE)}${encoded.length % LINE === 0 && encoded !== '' ? '\r\n' : ''}`;
}

function quoteText(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map(encodeLine)
    .join('\r\n');
}

function toCrlf(text: string): string {
  return text.replace(/\r\n|\r|\n/g, '\r\n');
}

/** A line as quoted-printable (RFC 2045, section 6.7); most of ours are short and say nothing that needs it. */
function encodeLine(line: string): string {
  if (line.length <= LINE && UNENCODED.test(line)) return line;
  return FIXED.get(line) ?? quoteLine(line);
}

function quoteLine(line: string): string {
  return wrapQuotedPrintable(encodeQuotedPrintable(Buffer.from(line)), LINE);
}

function writeField(name: string, value: string): string {
  return foldLines(`${name}: ${value.replace(/\p{Cc}+/gu, ' ')}`, LINE);
}

/** What others call an id and is none is left out (RFC 5322, section 3.6.4). */
function isMessageId(text: string | undefined): text is string {
  return text !== undefined && /^<[\x21-\x3b\x3d\x3f-\x7e]{1,900}>$/.test(text);
}

/** Text as a header may hold it (RFC 2047). */
function encodeText(text: string): string {
  return encodeWords(text.replace(/\p{Cc}+/gu, ' '), 'B', ENCODED_WORD, true);
}

/** An address that would have to be quoted, or that holds the beginning of another field, is a mistake of ours. */
function requirePlain(address: string): string {
  if (!PLAIN_ADDRESS.test(address)) throw new TypeError('a letter goes to a plain address');
  return address;
}
