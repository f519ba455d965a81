import type { Locale } from '#shared/api/locale.ts';
import type { Job, RunJob } from '../../storage/jobs/work-job.ts';
import type { PostOffice } from '../post-office.ts';
import type { Letter } from './letter.ts';
import { sendLetter } from './send-letter.ts';

/** What somebody is told of a change, and where. */
export interface Notice {
  personId: string;
  /** The shop or the change that it is about: bounces name it. */
  subjectId: string;
  /** The mailbox, where it is not the one that the person has now. */
  to?: string;
  write(locale: Locale): Letter;
}

/** Reads the payload of a job; null where there is no such change, `over` where nobody is to be told of it any more. */
type FindNotice = (office: PostOffice, payload: unknown) => Promise<Notice | 'over' | null>;

/** A job that tells the owner of a change, once; who gave no mailbox sees it in Wayveil alone. */
export function tellOwner(office: PostOffice, find: FindNotice): RunJob {
  return async ({ kind, key, payload }: Job) => {
    const notice = await find(office, payload);
    if (notice === 'over') return undefined;
    const owner = notice && (await office.links.findOwner(notice.personId));
    if (!notice || !owner) return { refused: 'change_unknown' };
    const { subjectId, to } = notice;
    const mail = { key: `${kind} ${key}`, subjectId, letter: notice.write(owner.locale) };
    const sent = await sendLetter(office, owner, to === undefined ? mail : { ...mail, to });
    // Refused by the relay for good, a former mailbox goes with its job all the same.
    return to !== undefined || sent?.refused === 'mailbox_missing' ? undefined : sent;
  };
}
