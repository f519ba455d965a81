import { generateKeyPairSync } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import type { DnsServer } from './dns.ts';
import { type DkimKey, type MailHost, type Outgoing, sendMail } from './send-mail.ts';

/** A mail as it arrived. */
export interface ReceivedMail {
  /** RFC 5321 sender and recipients. */
  readonly envelopeFrom: string;
  readonly envelopeTo: readonly string[];
  readonly raw: Buffer;
  readonly parsed: ParsedMail;
}

/** The shopper's real mail provider: receives by SMTP, and sends with a DKIM signature of its domain. */
export interface MailProvider {
  readonly domain: string;
  /** Where others deliver mail for its mailboxes. */
  readonly host: MailHost;
  readonly dkim: DkimKey;
  /** All mail, or that of one mailbox, oldest first. */
  mails(address?: string): readonly ReceivedMail[];
  /** The first mail that fits, one that came already or the next that comes. */
  waitForMail(fits: (mail: ReceivedMail) => boolean, timeoutMs?: number): Promise<ReceivedMail>;
  /** Tells each mail that comes from now on, until the answer is called. */
  follow(tell: (mail: ReceivedMail) => void): () => void;
  /** Sends a mail of a mailbox here to the MX given. */
  send(mail: Outgoing, mx: MailHost): Promise<void>;
  close(): Promise<void>;
}

export interface MailProviderOptions {
  readonly domain: string;
  /** Gets the DKIM, SPF, DMARC and MX records of the domain. */
  readonly dns: DnsServer;
  readonly port?: number;
  /** Takes mail for any domain, as the relay that a server sends through; it is kept, not passed on. */
  readonly relays?: boolean;
}

const SELECTOR = 'mail2026';

export async function startMailProvider({
  domain,
  dns,
  port = 0,
  relays = false,
}: MailProviderOptions): Promise<MailProvider> {
  const mails: ReceivedMail[] = [];
  const waiting = new Set<(mail: ReceivedMail) => void>();
  const server = createSmtpServer(relays ? '' : `@${domain}`, mail => {
    mails.push(mail);
    for (const tell of waiting) tell(mail);
  });
  await new Promise<void>((resolve, reject) => {
    server.on('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const dkim = publishDomain(domain, dns);
  return {
    domain,
    host: { host: '127.0.0.1', port: (server.server.address() as AddressInfo).port },
    dkim,
    mails: address => mails.filter(mail => address === undefined || mail.envelopeTo.includes(address)),
    waitForMail: (fits, timeoutMs = 10_000) => waitForMail(mails, waiting, fits, timeoutMs),
    follow: tell => {
      waiting.add(tell);
      return () => waiting.delete(tell);
    },
    send: (mail, mx) => sendMail({ signature: dkim, ...mail }, mx),
    close: () => new Promise(resolve => server.close(resolve)),
  };
}

/** Takes what is addressed to `ending`. */
function createSmtpServer(ending: string, receive: (mail: ReceivedMail) => void): SMTPServer {
  return new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo({ address }, _session, done) {
      if (address.toLowerCase().endsWith(ending)) done();
      else done(Object.assign(new Error('no such mailbox here'), { responseCode: 550 }));
    },
    async onData(stream, { envelope }, done) {
      const chunks: Buffer[] = [];
      for await (const chunk of stream) chunks.push(chunk);
      const raw = Buffer.concat(chunks);
      const envelopeFrom = envelope.mailFrom ? envelope.mailFrom.address : '';
      const envelopeTo = envelope.rcptTo.map(({ address }) => address);
      receive({ envelopeFrom, envelopeTo, raw, parsed: await simpleParser(raw) });
      done();
    },
  });
}

/** Publishes the records of a domain whose mail is signed and sent from loopback only. */
function publishDomain(domain: string, dns: DnsServer): DkimKey {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const spki = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
  dns.setTxt(`${SELECTOR}._domainkey.${domain}`, `v=DKIM1; k=rsa; p=${spki}`);
  dns.setTxt(domain, 'v=spf1 ip4:127.0.0.1 -all');
  dns.setTxt(`_dmarc.${domain}`, 'v=DMARC1; p=reject');
  dns.setMx(domain, `mx.${domain}`);
  dns.setA(`mx.${domain}`, '127.0.0.1');
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  return { domainName: domain, keySelector: SELECTOR, privateKey: pem };
}

function waitForMail(
  mails: readonly ReceivedMail[],
  waiting: Set<(mail: ReceivedMail) => void>,
  fits: (mail: ReceivedMail) => boolean,
  timeoutMs: number,
): Promise<ReceivedMail> {
  const here = mails.find(fits);
  if (here) return Promise.resolve(here);
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      waiting.delete(tell);
      reject(new Error(`no such mail within ${timeoutMs} ms`));
    }, timeoutMs);
    const tell = (mail: ReceivedMail): void => {
      if (!fits(mail)) return;
      clearTimeout(timer);
      waiting.delete(tell);
      resolve(mail);
    };
    waiting.add(tell);
  });
}
