import { makeId } from '../../app/make-id.ts';
import type { Services } from '../../app/services.ts';
import type { Queryable } from '../../storage/sql.ts';
import { openAtRest, sealAtRest } from '../at-rest.ts';
import type { ComposedMail } from '../outgoing/compose.ts';
import { packMail, unpackMail } from './pack-mail.ts';

const KEPT_MS = 30 * 86_400_000;

/** A mail as the outbox keeps it. */
export interface OutboxMail {
  id: string;
  createdAtMs: number;
  envelope: ComposedMail['envelope'];
  raw: Buffer;
}

const KEEP = `
  insert into outbox_mails (id, job_key, created_at_ms, sealed)
  select id, job_key, created_at_ms, decode(sealed, 'base64')
  from jsonb_to_recordset($1::text::jsonb) as m(id uuid, job_key text, created_at_ms bigint, sealed text)
  on conflict (job_key) do nothing`;

/** Keeps mails, encrypted; one of the same key is kept once. */
export async function keepInOutbox(services: Services, mails: readonly ComposedMail[]): Promise<void> {
  const rows = JSON.stringify(mails.map(mail => sealMail(services, mail)));
  await services.directory.unsafe(KEEP, [rows], { prepare: true });
}

function sealMail(services: Services, mail: ComposedMail) {
  const id = makeId(services);
  const sealed = sealAtRest(services, `outbox_mails ${id}`, packMail(mail));
  return { id, job_key: mail.key, created_at_ms: services.clock(), sealed: sealed.toString('base64') };
}

/** Mails older than 30 days go. */
export async function deleteOldMails(sql: Queryable, nowMs: number): Promise<void> {
  await sql`delete from outbox_mails where created_at_ms < ${nowMs - KEPT_MS}`;
}

interface Row {
  id: string;
  created_at_ms: bigint;
  sealed: Buffer;
}

/** The newest mails first. */
export async function listOutbox(services: Services, limit: number): Promise<OutboxMail[]> {
  const rows = await services.directory<Row[]>`
    select id, created_at_ms, sealed from outbox_mails order by created_at_ms desc, id desc limit ${limit}`;
  return rows.map(row => openRow(services, row));
}

export async function findInOutbox(services: Services, id: string): Promise<OutboxMail | null> {
  const [row] = await services.directory<Row[]>`
    select id, created_at_ms, sealed from outbox_mails where id = ${id}`;
  return row ? openRow(services, row) : null;
}

function openRow(services: Services, row: Row): OutboxMail {
  const bytes = openAtRest(services, `outbox_mails ${row.id}`, row.sealed);
  return { id: row.id, createdAtMs: Number(row.created_at_ms), ...unpackMail(bytes) };
}
