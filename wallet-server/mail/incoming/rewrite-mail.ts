import { encodeWords } from 'nodemailer/lib/mime-funcs';

/** Headers of a shop's mail that stay as they are. Everything else could draw an answer past us, or is a trace. */
const KEPT =
  /^(subject|date|mime-version|message-id|in-reply-to|references|content-(type|transfer-encoding|language|disposition|id)):/i;

/** Marks what we forwarded, so that it is not forwarded again. */
export const LOOP_HEADER = 'X-Wayveil-Forwarded';

export interface NewHeaders {
  from: { name: string; address: string };
  replyTo: string;
  to: string;
  mailDomain: string;
}

/**
 * The same mail under headers of ours: content, subject, date and thread stay; From, Reply-To and To are ours;
 * every address that a reader's mail program could answer by itself (receipts, unsubscribe, errors) is gone.
 */
export function rewriteMail(raw: Buffer, headers: NewHeaders): Buffer {
  const { head, body } = splitMail(raw);
  const fields = head.split(/\r?\n(?![ \t])/).filter(field => KEPT.test(field));
  const name = quoteName(headers.from.name);
  const ours = [
    `From: ${name} <${headers.from.address}>`,
    `To: ${headers.to}`,
    `Reply-To: ${headers.replyTo}`,
    `${LOOP_HEADER}: ${headers.mailDomain}`,
  ];
  const text = [...ours, ...fields].map(field => field.replace(/\r?\n/g, '\r\n')).join('\r\n');
  return Buffer.concat([Buffer.from(`${text}\r\n\r\n`, 'latin1'), body]);
}

/** A display name as a header may hold it: encoded words where it is not plain ASCII. */
function quoteName(name: string): string {
  const clean = name
    .replace(/[\p{Cc}\p{Cf}]/gu, ' ')
    .trim()
    .slice(0, 80);
  if (/^[\x20-\x7e]*$/.test(clean)) return `"${clean.replace(/["\\]/g, '')}"`;
  return encodeWords(clean, 'B', 52, true);
}

function splitMail(raw: Buffer): { head: string; body: Buffer } {
  const text = raw.toString('latin1');
  const gap = /\r?\n\r?\n/.exec(text);
  if (gap === null) return { head: text, body: Buffer.alloc(0) };
  return { head: text.slice(0, gap.index), body: raw.subarray(gap.index + gap[0].length) };
}
