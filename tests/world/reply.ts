import type { MailProvider, ReceivedMail } from './mailbox.ts';
import { type DkimKey, forgeKey, type MailHost, type Outgoing } from './send-mail.ts';

/** How a reply departs from "as it is". */
export interface ReplyChanges {
  /** Written above the quoted mail; nothing by default. */
  readonly text?: string;
  /** Leaves the quoted mail out. */
  readonly unquoted?: boolean;
  /** Changes the body that would be sent: text above and quote below. */
  readonly mutate?: (body: string) => string;
  readonly subject?: string;
  /** Another header From than the mailbox that the mail came to. */
  readonly from?: string;
  /** Another RFC 5321 sender than the header says. */
  readonly envelopeFrom?: string;
  /** `own` by default. `wrong_key` signs with a key that is not the published one. */
  readonly signature?: 'own' | 'none' | 'wrong_key';
  /** Changes the mail after it was signed. */
  readonly tamper?: (raw: string) => string;
}

/**
 * Replies to a mail as mail programs do: to its Reply-To or From, `Re:` before the subject, In-Reply-To and
 * References set, the mail quoted below.
 */
export async function replyTo(
  provider: MailProvider,
  mail: ReceivedMail,
  mx: MailHost,
  changes: ReplyChanges = {},
): Promise<void> {
  await provider.send(writeReply(provider, mail, changes), mx);
}

function writeReply(provider: MailProvider, mail: ReceivedMail, changes: ReplyChanges): Outgoing {
  const { parsed } = mail;
  const [mailbox = ''] = mail.envelopeTo;
  const subject = parsed.subject ?? '';
  const body = [changes.text ?? '', changes.unquoted ? '' : quote(mail)].join('\n\n');
  return {
    from: changes.from ?? mailbox,
    to: addressOf(parsed.replyTo) ?? addressOf(parsed.from) ?? mail.envelopeFrom,
    subject: changes.subject ?? (/^re:/i.test(subject) ? subject : `Re: ${subject}`),
    text: changes.mutate ? changes.mutate(body) : body,
    ...(parsed.messageId !== undefined && { inReplyTo: parsed.messageId, references: [parsed.messageId] }),
    envelopeFrom: changes.envelopeFrom ?? changes.from ?? mailbox,
    signature: signatureOf(provider, changes.signature),
    ...(changes.tamper && { tamper: changes.tamper }),
  };
}

function signatureOf(provider: MailProvider, kind: ReplyChanges['signature']): DkimKey | null {
  if (kind === 'none') return null;
  return kind === 'wrong_key' ? forgeKey(provider.dkim) : provider.dkim;
}

function addressOf(field: ReceivedMail['parsed']['replyTo']): string | undefined {
  return field?.value[0]?.address;
}

function quote({ parsed }: ReceivedMail): string {
  const when = (parsed.date ?? new Date(0)).toUTCString();
  const lines = (parsed.text ?? '').split('\n').map(line => `> ${line}`);
  return [`On ${when}, ${addressOf(parsed.from) ?? ''} wrote:`, ...lines].join('\n');
}
