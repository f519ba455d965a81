import type { Services } from '../../app/services.ts';
import { countNames } from '../../app/shared-counts.ts';
import { groupCalls } from '../../storage/group-calls.ts';
import { nameReceiver } from '../addresses.ts';
import type { Mailer } from './mailer.ts';

const HOUR_MS = 3_600_000;

/** A mailbox got as many mails as it may within an hour: the next ones are tried again later. */
class MailboxFloodedError extends Error {
  readonly code = 'mailbox_flooded';
  constructor() {
    super('a mailbox got as many mails as it may within an hour');
    this.name = 'MailboxFloodedError';
  }
}

/**
 * Real data names any mailbox, a shop places orders, and whoever has a unique address writes to it: so that nobody who
 * has many memberships floods a stranger's mailbox through us, what goes to one is counted by the hour over all
 * processes. What comes above waits. Each kind of mail has a count of its own, so that no shop that writes to somebody
 * holds up the codes and receipts of their purchases, and no shop that places orders the warnings about their account.
 */
export function limitMailer(
  services: Pick<Services, 'directory' | 'settings' | 'clock'>,
  mailer: Mailer,
  mostPerHour: number,
): Mailer {
  const count = groupCalls((names: readonly string[]) =>
    countNames(services, names, { nowMs: services.clock(), windowMs: HOUR_MS }),
  );
  return {
    ...mailer,
    async deliver(mail) {
      const { count: mails } = await count(`mailbox ${mail.kind} ${nameReceiver(mail.envelope.to)}`);
      if (mails > mostPerHour) throw new MailboxFloodedError();
      return await mailer.deliver(mail);
    },
  };
}
