import { createTransport, type SendMailOptions } from 'nodemailer';
import type { MailSettings } from '../mail-settings.ts';
import { type LetterMessage, writeMessage } from './write-message.ts';

/** Of our letters, what is about one purchase, and what is about the account itself; `relayed` is what others wrote. */
export type MailKind = 'relayed' | 'purchase' | 'account';

/** A finished message and whom it goes to. */
export interface ComposedMail {
  kind: MailKind;
  /** Work by this key, once: it is the mail's Message-ID too. */
  key: string;
  /** RFC 5321 envelope; an empty `from` takes no bounces. */
  envelope: { from: string; to: string };
  /** RFC 5322 message with CRLF, signed where a DKIM key is set. */
  raw: Buffer;
}

type Named<T> = Omit<ComposedMail, 'raw'> & { message: T };

/** Builds messages (RFC 5322, MIME) and signs them (RFC 6376) where there is a key. */
export interface Composer {
  /** A letter of ours. */
  composeLetter(mail: Named<LetterMessage>): Promise<ComposedMail>;
  /** Anything else, such as what others wrote. */
  composeMail(mail: Named<SendMailOptions>): Promise<ComposedMail>;
}

/** Made once: setting one up takes longer than a letter. */
export function openComposer({ dkim }: Pick<MailSettings, 'dkim'>, mailDomain: string): Composer {
  const transport = createTransport({
    ...{ streamTransport: true, buffer: true, newline: 'windows' },
    ...(dkim && {
      dkim: { domainName: mailDomain, keySelector: dkim.selector, privateKey: dkim.privateKeyPem },
    }),
  });
  const composeMail = async ({ message, ...mail }: Named<SendMailOptions>) => {
    const composed = await transport.sendMail({
      ...{ disableFileAccess: true, disableUrlAccess: true, envelope: mail.envelope },
      ...message,
    });
    if (!Buffer.isBuffer(composed.message)) throw new TypeError('a composed message is bytes');
    return { ...mail, raw: composed.message };
  };
  return {
    composeMail,
    composeLetter: async ({ message, ...mail }) => {
      const raw = writeMessage(message);
      return dkim ? composeMail({ ...mail, message: { raw } }) : { ...mail, raw };
    },
  };
}
