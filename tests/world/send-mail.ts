import { generateKeyPairSync } from 'node:crypto';
import nodemailer from 'nodemailer';

export interface MailHost {
  readonly host: string;
  readonly port: number;
}

/** What signs for a domain (RFC 6376). */
export interface DkimKey {
  readonly domainName: string;
  readonly keySelector: string;
  /** PEM. */
  readonly privateKey: string;
}

/** A mail to send, honest or forged. */
export interface Outgoing {
  /** Header From. */
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  readonly inReplyTo?: string;
  readonly references?: readonly string[];
  readonly headers?: Readonly<Record<string, string>>;
  /** RFC 5321 sender, where it differs from the header. */
  readonly envelopeFrom?: string;
  /** Whose signature it bears; null for none. */
  readonly signature?: DkimKey | null;
  /** Changes the mail after it was signed, as a man in the middle would. */
  readonly tamper?: (raw: string) => string;
}

/** Delivers to one host by SMTP. Rejects when the host does not take it. */
export async function sendMail(mail: Outgoing, to: MailHost): Promise<void> {
  const raw = await writeMail(mail);
  const transport = nodemailer.createTransport({ ...to, secure: false, ignoreTLS: true });
  await transport.sendMail({ envelope: { from: mail.envelopeFrom ?? mail.from, to: mail.to }, raw });
  transport.close();
}

/** A key that nobody published, for the same domain and selector. */
export function forgeKey(key: DkimKey): DkimKey {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { ...key, privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() };
}

async function writeMail(mail: Outgoing): Promise<Buffer> {
  const { from, to, subject, text, html, inReplyTo, references, headers, signature, tamper } = mail;
  const composer = nodemailer.createTransport({
    streamTransport: true,
    buffer: true,
    newline: 'windows',
    ...(signature && { dkim: { ...signature } }),
  });
  const info = await composer.sendMail({
    ...{ from, to, subject, text },
    ...(html !== undefined && { html }),
    ...(inReplyTo !== undefined && { inReplyTo }),
    ...(references && { references: [...references] }),
    ...(headers && { headers: { ...headers } }),
  });
  const raw = info.message as Buffer;
  return tamper ? Buffer.from(tamper(raw.toString('utf8'))) : raw;
}
