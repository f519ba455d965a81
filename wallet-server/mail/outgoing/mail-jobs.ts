import { z } from 'zod';
import { findReceiptDue } from '#shared/purchase/decide-time.ts';
import type { Purchase } from '#shared/purchase/purchase.ts';
import { makeId } from '../../app/make-id.ts';
import type { Job, JobHandler } from '../../storage/jobs/work-job.ts';
import type { MailOwner } from '../mail-links.ts';
import type { PostOffice } from '../post-office.ts';
import type { Letter } from './letter.ts';
import { findMailboxChange } from './mailbox-letter.ts';
import { findPasskeyNotice } from './passkey-letter.ts';
import { findPayoutNotice } from './payout-letter.ts';
import { sendLetter } from './send-letter.ts';
import { tellOwner } from './tell-owner.ts';
import {
  writeAuthenticationMessage,
  writeBill,
  writeConfirmationRequest,
  writeReceiptReminder,
  writeStateChange,
} from './write-letters.ts';

const Payload = z.object({ purchaseId: z.uuid(), event: z.string().optional() });

/** What a job finds when it is done: the purchase as it stands now and its owner. */
interface Occasion {
  purchase: Purchase;
  owner: MailOwner;
  event: string | null;
}

/** A letter and what tells it from others of the same job key; null where there is nothing left to say. */
type Answer = { letter: Letter; mark: string } | null;
type Write = (office: PostOffice, occasion: Occasion) => Answer | Promise<Answer>;

/** Above the person's limit the request still goes out, without a code (requirements, section 7). */
const writeRequest: Write = async (office, { purchase, owner }) => {
  if (purchase.state !== 'order_received') return null;
  const issued = await office.links.issueCode(purchase.id);
  if ('refused' in issued && issued.refused !== 'passkey_required') return null;
  const code = 'refused' in issued ? null : issued.code;
  // Each try has a new code, so that each is a mail of its own.
  return {
    letter: writeConfirmationRequest(purchase, owner.locale, code),
    mark: makeId(office.services),
  };
};

const WRITERS = {
  mail_confirmation_request: writeRequest,
  mail_authentication_message: (_office, { purchase, owner }) => ({
    letter: writeAuthenticationMessage(purchase, owner.locale),
    mark: 'authentication',
  }),
  mail_receipt_reminder: (office, { purchase, owner }) => {
    const dueAtMs = findReceiptDue(purchase, office.services.settings.terms);
    if (dueAtMs === null) return null;
    return {
      letter: writeReceiptReminder(purchase, owner.locale, dueAtMs),
      mark: purchase.reminderCount.toString(),
    };
  },
  mail_bill: (_office, { purchase, owner }) =>
    purchase.bill && { letter: writeBill(purchase, purchase.bill, owner.locale), mark: 'bill' },
  mail_state_changed: (_office, { purchase, owner, event }) => ({
    letter: writeStateChange(purchase, event, owner.locale),
    mark: `${event ?? ''} ${purchase.version}`,
  }),
} satisfies Record<string, Write>;

async function runMailJob(office: PostOffice, write: Write, job: Job) {
  const { purchaseId, event } = Payload.parse(job.payload);
  const purchase = await office.links.findPurchase(purchaseId);
  const owner = purchase && (await office.links.findOwner(purchase.personId));
  if (!purchase || !owner) return { refused: 'purchase_unknown' };
  const answer = await write(office, { purchase, owner, event: event ?? null });
  if (answer === null) return undefined;
  const key = [job.kind, job.key, answer.mark].join(' ');
  return sendLetter(office, owner, { key, subjectId: purchaseId, confirms: true, letter: answer.letter });
}

/** The handlers of every job by which another noun asks for a mail to a member. */
export function makeMailJobs(office: PostOffice): Record<string, JobHandler> {
  const entries = Object.entries(WRITERS).map(([kind, write]): [string, JobHandler] => [
    kind,
    { run: (job: Job) => runMailJob(office, write, job), isCheaperTogether: true },
  ]);
  return {
    ...Object.fromEntries(entries),
    mail_payout_account_changed: { run: tellOwner(office, findPayoutNotice) },
    mail_mailbox_changed: { run: tellOwner(office, findMailboxChange) },
    mail_passkey_changed: { run: tellOwner(office, findPasskeyNotice) },
  };
}
