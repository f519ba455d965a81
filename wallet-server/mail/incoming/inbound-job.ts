import { z } from 'zod';
import type { JobHandler } from '../../storage/jobs/work-job.ts';
import type { PostOffice } from '../post-office.ts';
import { forwardMail } from './forward-mail.ts';
import { handleReply } from './handle-reply.ts';
import { endInbound, readInbound } from './inbound-mails.ts';
import { type ReadMail, readMail } from './read-mail.ts';
import type { Recipient } from './recipient.ts';
import { relayAnswer } from './relay-answer.ts';

const Payload = z.object({ mailId: z.uuid() });

/** What each kind of recipient does with a mail; the outcome is a word for the row and the log. */
const DESTINATIONS: Record<
  Recipient['kind'],
  (office: PostOffice, read: ReadMail) => string | Promise<string>
> = {
  confirmation: handleReply,
  member: forwardMail,
  relay: relayAnswer,
  bounce: () => 'bounced',
};

/** Works on one mail that came in; where it throws, the mail stays and is tried again. */
export function makeInboundJob(office: PostOffice): { mail_inbound: JobHandler } {
  return {
    mail_inbound: {
      async run(job) {
        const { mailId } = Payload.parse(job.payload);
        const mail = await readInbound(office.services, mailId);
        if (mail === null) return undefined;
        const read = await readMail(office, mail, job.attempt);
        const outcome = await DESTINATIONS[mail.recipient.kind](office, read);
        await endInbound(office.services, mailId, outcome);
        return undefined;
      },
    },
  };
}
