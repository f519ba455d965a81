import { createTransport, type SendMailOptions } from 'nodemailer';
import type { MailSettings } from '../mail-settings.ts';

/** A finished message and whom it goes to. */
export interface ComposedMail {
  /** Work by this key, once: it is the mail's Message-ID too. */
  key: string;
  /** RFC 5321 envelope; an empty `from` takes no bounces. */
  envelope: { from: string; to: string };
  /** RFC 5322 message with CRLF, signed where a DKIM key is set. */
  raw: Buffer;
}

/** Builds the message (RFC 5322, MIME) and signs it (RFC 6376) where there is a key. */
export async function composeMail(
  setting: { settings: Pick<MailSettings, 'dkim'>; mailDomain: string },
  mail: { key: string; envelope: ComposedMail['envelope']; message: SendMailOptions },
): Promise<ComposedMail> {
  const { dkim } = setting.settings;
  const composer = createTransport({
    ...{ streamTransport: true, buffer: true, newline: 'windows' },
    ...(dkim && {
      dkim: { domainName: setting.mailDomain, keySelector: dkim.selector, privateKey: dkim.privateKeyPem },
    }),
  });
  const { key, envelope, message } = mail;
  const { message: raw } = await composer.sendMail({
    ...{ disableFileAccess: true, disableUrlAccess: true, envelope },
    ...message,
  });
  if (!Buffer.isBuffer(raw)) throw new TypeError('a composed message is bytes');
  return { key, envelope, raw };
}
