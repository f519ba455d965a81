import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import {
  SMTPServer,
  type SMTPServerDataStream,
  type SMTPServerOptions,
  type SMTPServerSession,
} from 'smtp-server';
import { countNames } from '../../app/shared-counts.ts';
import type { PostOffice } from '../post-office.ts';
import { keepInbound } from './inbound-mails.ts';
import { findRecipient, type Recipient } from './recipient.ts';

const MAX_RECIPIENTS = 20;

export interface SmtpDoor {
  port: number;
  close(): Promise<void>;
}

/** A refusal in the words of SMTP (RFC 5321, RFC 3463). */
class SmtpRefusal extends Error {
  readonly responseCode: number;
  constructor(responseCode: number, message: string) {
    super(message);
    this.responseCode = responseCode;
  }
}

/** Takes mail for addresses that exist. 250 is said only once the mail is in the database. */
export async function openSmtpDoor(office: PostOffice): Promise<SmtpDoor> {
  const { settings } = office;
  const recipients = new WeakMap<SMTPServerSession['envelope'], Recipient[]>();
  const server = new SMTPServer({
    ...limitsOf(office),
    onRcptTo(address, { envelope }, callback) {
      const accepted = recipients.get(envelope) ?? [];
      admitRecipient(office, address.address, accepted)
        .then(recipient => {
          recipients.set(envelope, [...accepted, recipient]);
          callback();
        })
        .catch(fault => callback(toSmtpFault(office, fault)));
    },
    onData(stream, session, callback) {
      takeMail(office, stream, session, recipients.get(session.envelope) ?? [])
        .then(() => callback(null, 'Kept'))
        .catch(fault => callback(toSmtpFault(office, fault)));
    },
  });
  server.on('error', () => office.services.log.warn('smtp connection failed'));
  const listener = server.listen(settings.smtpPort ?? 0, settings.smtpHost);
  await once(listener, 'listening');
  const { port } = listener.address() as AddressInfo;
  return { port, close: () => new Promise<void>(resolve => server.close(() => resolve())) };
}

function limitsOf({ settings, services }: PostOffice): SMTPServerOptions {
  const { smtpTls } = settings;
  return {
    ...{ name: services.settings.mailDomain, banner: 'Wayveil', size: settings.maxMailBytes },
    ...{ maxClients: settings.maxClients, socketTimeout: settings.socketTimeoutMs, closeTimeout: 5000 },
    ...{ authOptional: true, disableReverseLookup: true, logger: false },
    disabledCommands: smtpTls ? ['AUTH'] : ['AUTH', 'STARTTLS'],
    ...(smtpTls && { cert: smtpTls.certPem, key: smtpTls.keyPem }),
  };
}

/** Addresses of ours that do something are taken one a mail, so that a mail is judged by one measure. */
async function admitRecipient(
  office: PostOffice,
  address: string,
  accepted: readonly Recipient[],
): Promise<Recipient> {
  if (accepted.length >= MAX_RECIPIENTS) throw new SmtpRefusal(452, '4.5.3 Too many recipients');
  const recipient = await findRecipient(office, address);
  if (recipient === null) throw new SmtpRefusal(550, '5.1.1 No such address here');
  const mixed = [...accepted, recipient].some(({ kind }) => kind !== 'member');
  if (accepted.length > 0 && mixed) throw new SmtpRefusal(452, '4.5.3 One recipient at a time, please');
  if (await isFlooded(office, recipient)) throw new SmtpRefusal(450, '4.2.1 Too many mails for it now');
  return recipient;
}

const HOUR_MS = 3_600_000;

/** Whoever knows an address fills our disk no faster than this, through whatever process; senders try again later. */
async function isFlooded({ services, settings }: PostOffice, { kind, id }: Recipient): Promise<boolean> {
  const window = { nowMs: services.clock(), windowMs: HOUR_MS };
  const [mails] = await countNames(services, [`mail for ${kind} ${id}`], window);
  return !mails || mails.count > settings.mailsPerHour;
}

async function takeMail(
  office: PostOffice,
  stream: SMTPServerDataStream,
  session: SMTPServerSession,
  recipients: readonly Recipient[],
): Promise<void> {
  const { maxMailBytes, maxReplyBytes } = office.settings;
  const limit = recipients.every(({ kind }) => kind === 'member') ? maxMailBytes : maxReplyBytes;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size <= limit) chunks.push(chunk);
  }
  if (size > limit || stream.sizeExceeded) throw new SmtpRefusal(552, `5.3.4 At most ${limit} bytes`);
  const { mailFrom } = session.envelope;
  await keepInbound(office.services, recipients, {
    sender: mailFrom ? mailFrom.address : '',
    ...{ ip: session.remoteAddress, helo: session.hostNameAppearsAs || session.remoteAddress },
    raw: Buffer.concat(chunks),
  });
}

function toSmtpFault(office: PostOffice, fault: unknown): Error {
  if (fault instanceof SmtpRefusal) return fault;
  office.services.log.error('mail could not be kept', {
    code: fault instanceof Error ? fault.name : 'fault',
  });
  return new SmtpRefusal(451, '4.3.0 Not now, please try again later');
}
