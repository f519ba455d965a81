import { z } from 'zod';

/** `smtp://`, `smtps://` with user, password, host and port. */
const RelayUrl = z.string().regex(/^smtps?:\/\/\S+$/, 'write smtp://host:port or smtps://user:password@host');
/** IPv4 or bracketed IPv6 address of a DNS server, with a port where it is not 53. */
const DnsServer = z
  .string()
  .regex(/^(\d{1,3}(\.\d{1,3}){3}|\[[0-9a-fA-F:]+\])(:\d{1,5})?$/, 'write ADDRESS or ADDRESS:PORT');

/** How mail goes out and comes in. Everything has a default, so that the server alone is a whole. */
export const MailSettings = z.object({
  /** Where mail goes out; null keeps it in the embedded outbox. */
  relayUrl: RelayUrl.nullable().default(null),
  /** Through the relay to one mailbox at most, and in for one address of ours; more waits. */
  mailsPerHour: z.int().positive().default(300),
  /** Signs what goes out (RFC 6376); the public half stands in DNS under `selector._domainkey.mailDomain`. */
  dkim: z
    .object({ selector: z.string().regex(/^[a-z0-9-]{1,63}$/), privateKeyPem: z.string().min(100) })
    .nullable()
    .default(null),
  smtpHost: z.string().default('127.0.0.1'),
  /** Port for mail coming in; 0 takes a free one, null takes no mail. */
  smtpPort: z.int().min(0).max(65_535).nullable().default(0),
  /** Certificate and key for STARTTLS; without them it is not offered. */
  smtpTls: z.object({ certPem: z.string(), keyPem: z.string() }).nullable().default(null),
  /** Asked for DKIM keys, SPF and DMARC; null asks the system's. */
  dnsServer: DnsServer.nullable().default(null),
  maxMailBytes: z.int().positive().default(10_000_000),
  /** Replies to us are small: text, quoted text and a signature. */
  maxReplyBytes: z.int().positive().default(1_000_000),
  maxClients: z.int().positive().default(50),
  /** Longest silence of a client, and longest time for one mail's authentication lookups. */
  socketTimeoutMs: z.int().positive().default(60_000),
});
export type MailSettings = z.infer<typeof MailSettings>;
