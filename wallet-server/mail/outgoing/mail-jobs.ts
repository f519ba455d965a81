import { z } from 'zod';
import { findReceiptDue } from '#shared/purchase/decide-time.ts';
import { makeId } from '../../app/make-id.ts';
import type { Occasion } from '../../purchases/read-occasions.ts';
import { groupCalls } from '../../storage/group-calls.ts';
import type { Job, JobHandler } from '../../storage/jobs/work-job.ts';
import type { PostOffice } from '../post-office.ts';
import type { Letter } from './letter.ts';
import { findMailboxChange } from './mailbox-letter.ts';
import { findMailboxProofNotice } from './mailbox-proof-letter.ts';
import { findPasskeyNotice } from './passkey-letter.ts';
import { findPayoutNotice } from './payout-letter.ts';
import { readMailbox, sendLetter } from './send-letter.ts';
import { tellOwner } from './tell-owner.ts';
import {
  writeAuthenticationMessage,
  writeBill,
  writeConfirmationRequest,
  writeReceiptReminder,
  writeStateChange,
} from './write-letters.ts';
import { isByTime, writeReceiptByTime } from './write-receipt-by-time.ts';

const Payload = z.object({ purchaseId: z.uuid(), event: z.string().optional() });

/** A letter and what tells it from others of the same job key; null where there is nothing left to say. */
type Answer = { letter: Letter; mark: string } | null;
type Write = (office: PostOffice, occasion: Occasion, event: string | null) => Answer | Promise<Answer>;

/** Above the person's limit the request still goes out, without a code (requirements, section 7). */
const writeRequest: Write = async (office, occasion) => {
  const { purchase, locale } = occasion;
  if (purchase.state !== 'order_received') return null;
  const issued = await office.links.issueCode(occasion);
  if ('refused' in issued && issued.refused !== 'passkey_required') return null;
  const code = 'refused' in issued ? null : issued.code;
  // Each try has a new code, so that each is a mail of its own.
  return {
    letter: writeConfirmationRequest(purchase, locale, code),
    mark: makeId(office.services),
  };
};

/** Null where it was not time alone that took the parcel as received. */
function writeByTime(
  office: PostOffice,
  { purchase, locale }: Pick<Occasion, 'purchase' | 'locale'>,
  event: string | null,
): Letter | null {
  const { terms } = office.services.settings;
  return isByTime(event) ? writeReceiptByTime(purchase, event, { locale, terms }) : null;
}

const WRITERS = {
  mail_confirmation_request: writeRequest,
  mail_authentication_message: (_office, { purchase, locale }) => ({
    letter: writeAuthenticationMessage(purchase, locale),
    mark: 'authentication',
  }),
  mail_receipt_reminder: (office, { purchase, locale }) => {
    const dueAtMs = findReceiptDue(purchase, office.services.settings.terms);
    if (dueAtMs === null) return null;
    return {
      letter: writeReceiptReminder(purchase, locale, dueAtMs),
      mark: purchase.reminderCount.toString(),
    };
  },
  mail_bill: (office, { purchase, locale }, event) => {
    if (!purchase.bill) return null;
    return {
      letter: writeByTime(office, { purchase, locale }, event) ?? writeBill(purchase, purchase.bill, locale),
      mark: 'bill',
    };
  },
  mail_state_changed: (office, { purchase, locale }, event) => ({
    letter: writeByTime(office, { purchase, locale }, event) ?? writeStateChange(purchase, event, locale),
    mark: `${event ?? ''} ${purchase.version}`,
  }),
} satisfies Record<string, Write>;

/** What letters that are written at once share. */
interface Sharing {
  readMailbox(personId: string): Promise<string | null>;
  /** Resolves when it is this letter's turn to be written. */
  takeTurn(): Promise<unknown>;
}

/** Letters of a moment ask together; one that waits for a silent store holds up the others of its moment alone. */
const READING = { largest: 512, lanes: 4 };
/** So many are written in one turn of the event loop: callers and database wait for no more of them. */
const WRITING = { largest: 16, lanes: 1 };

/** A person who gets several letters at once is asked for once; what was read is gone with the letters. */
function shareWork(office: PostOffice): Sharing {
  const takeTurn = groupCalls(async (letters: readonly null[]) => letters, WRITING);
  return {
    readMailbox: groupCalls(async (ids: readonly string[]) => {
      const asked = new Map([...new Set(ids)].map(id => [id, readMailbox(office, id)]));
      return await Promise.all(ids.map(id => asked.get(id) ?? null));
    }, READING),
    takeTurn: () => takeTurn(null),
  };
}

async function runMailJob(
  office: PostOffice,
  { write, sharing }: { write: Write; sharing: Sharing },
  job: Job,
) {
  const { purchaseId, event } = Payload.parse(job.payload);
  const occasion = await office.links.findOccasion(purchaseId);
  if (!occasion) return { refused: 'purchase_unknown' };
  const answer = await write(office, occasion, event ?? null);
  if (answer === null) return undefined;
  const { personId } = occasion.purchase;
  const to = await sharing.readMailbox(personId);
  if (to === null) return { refused: 'mailbox_missing' };
  await sharing.takeTurn();
  const key = [job.kind, job.key, answer.mark].join(' ');
  return sendLetter(
    office,
    { personId },
    { key, to, subjectId: purchaseId, confirms: true, letter: answer.letter },
  );
}

/** The handlers of every job by which another noun asks for a mail to a member. */
export function makeMailJobs(office: PostOffice): Record<string, JobHandler> {
  const sharing = shareWork(office);
  const entries = Object.entries(WRITERS).map(([kind, write]): [string, JobHandler] => [
    kind,
    { run: (job: Job) => runMailJob(office, { write, sharing }, job), isCheaperTogether: true },
  ]);
  return {
    ...Object.fromEntries(entries),
    mail_payout_account_changed: { run: tellOwner(office, findPayoutNotice) },
    mail_mailbox_proof: { run: tellOwner(office, findMailboxProofNotice) },
    mail_mailbox_changed: { run: tellOwner(office, findMailboxChange) },
    mail_passkey_changed: { run: tellOwner(office, findPasskeyNotice) },
  };
}
