import type { z } from 'zod';
import type { Disclosure, DisclosureReason } from '#shared/api/people.ts';
import { makeId } from '../app/make-id.ts';
import type { Services } from '../app/services.ts';
import { appendLeaves } from '../log/append-leaves.ts';
import { planLeaf } from '../log/plan-leaf.ts';
import { runUnit } from '../purchases/run-unit.ts';
import type { Queryable } from '../storage/sql.ts';
import { giveBackProofTry, type ProofTry } from './proof-tries.ts';

/** One request for a field of real data and what came of it: never the data itself. */
export interface NewDisclosure {
  personId: string | null;
  purchaseId: string | null;
  party: string;
  field: string;
  reason: DisclosureReason;
  granted: boolean;
}

/**
 * Writes a request down before it is answered, with its leaf in the log (S5, S63). `giveBack` was counted as a try and
 * was no wrong one.
 */
export async function keepDisclosure(
  services: Services,
  disclosure: NewDisclosure,
  giveBack: ProofTry | null = null,
): Promise<void> {
  const { personId, purchaseId, party, field, reason, granted } = disclosure;
  const id = makeId(services);
  const atMs = services.clock();
  const detail = granted ? `granted ${field}` : `refused ${field}`;
  await runUnit(services, async ({ tx }) => {
    await tx`
      insert into disclosures (id, person_id, purchase_id, party, field, reason, granted, at_ms)
      values (${id}, ${personId}, ${purchaseId}, ${party}, ${field}, ${reason}, ${granted}, ${atMs})`;
    await appendLeaves(tx, [planLeaf({ kind: 'disclosed', subjectId: id, detail, atMs }, services.random)]);
    if (giveBack) await giveBackProofTry(tx, giveBack);
  });
}

interface Row {
  at_ms: bigint;
  party: string;
  field: string;
  reason: DisclosureReason;
  granted: boolean;
}

const LISTED = 200;

/** Who asked for a person's real data, newest first. */
export async function listDisclosures(
  sql: Queryable,
  personId: string,
): Promise<z.output<typeof Disclosure>[]> {
  const rows = await sql<Row[]>`
    select at_ms, party, field, reason, granted from disclosures
    where person_id = ${personId} order by id desc limit ${LISTED}`;
  return rows.map(({ at_ms, ...row }) => ({ ...row, atMs: Number(at_ms) }));
}
