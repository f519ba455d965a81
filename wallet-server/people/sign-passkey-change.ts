import { z } from 'zod';
import type { PasskeyConsent } from '#shared/passkey/passkey-consent.ts';
import { makeId } from '../app/make-id.ts';
import { open, seal } from '../app/seal.ts';
import type { Services } from '../app/services.ts';
import { appendLeaves } from '../log/append-leaves.ts';
import { planLeaf } from '../log/plan-leaf.ts';
import { enqueueJobs } from '../storage/jobs/enqueue-jobs.ts';
import type { Queryable, Transaction } from '../storage/sql.ts';

/** What became of a passkey, in the words of the log. */
export const PasskeyEvent = z.enum(['passkey_added', 'passkey_removed', 'passkey_rested', 'passkey_kept']);
export type PasskeyEvent = z.infer<typeof PasskeyEvent>;

/** A change of somebody's passkeys, as its owner is told of it. */
export interface PasskeyChange {
  personId: string;
  event: PasskeyEvent;
  name: string | null;
  atMs: number;
  /** Until when the removal of one that rests can be taken back. */
  restsUntilMs: number | null;
  /** What the removal is taken back with, beside a passkey; for the letter alone. */
  code: string | null;
}

const Sealed = z.object({
  event: PasskeyEvent,
  name: z.string().nullable(),
  restsUntilMs: z.number().nullable(),
  code: z.string().nullable().default(null),
});

/** Keeps what was signed for good, and has log and owner told of it, in the transaction of the change. */
export async function signPasskeyChange(
  tx: Transaction,
  services: Services,
  change: PasskeyChange & { consent: PasskeyConsent; credential: unknown },
): Promise<void> {
  const { personId, atMs, ...signed } = change;
  const id = makeId(services);
  const bytes = Buffer.from(JSON.stringify(signed));
  const sealed = seal(bytes, makeSigningKey(services, id), services.random);
  await tx`
    insert into passkey_signings (id, person_id, sealed, signed_at_ms)
    values (${id}, ${personId}, ${sealed}, ${atMs})`;
  const entry = { kind: 'passkey', subjectId: personId, detail: change.event, atMs } as const;
  await appendLeaves(tx, [planLeaf(entry, services.random)]);
  const letter = { kind: 'mail_passkey_changed', key: id, payload: { signingId: id }, runAtMs: atMs };
  const former = { ...letter, key: `${id} former`, payload: { signingId: id, former: true } };
  await enqueueJobs(tx, [letter, former], atMs);
}

/** The change that was signed under `signingId`; null where there is none. */
export async function findPasskeyChange(
  services: Pick<Services, 'settings'> & { directory: Queryable },
  signingId: string,
): Promise<PasskeyChange | null> {
  const [row] = await services.directory<{ person_id: string; sealed: Buffer; signed_at_ms: bigint }[]>`
    select person_id, sealed, signed_at_ms from passkey_signings where id = ${signingId}`;
  if (!row) return null;
  const text = Buffer.from(open(row.sealed, makeSigningKey(services, signingId))).toString();
  return { personId: row.person_id, atMs: Number(row.signed_at_ms), ...Sealed.parse(JSON.parse(text)) };
}

function makeSigningKey({ settings }: Pick<Services, 'settings'>, id: string) {
  return { key: settings.keyFor('passkey-signing'), place: `passkey_signings:${id}` };
}
