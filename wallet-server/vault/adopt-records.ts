import { randomBytes } from 'node:crypto';
import { RealData } from '#shared/api/people.ts';
import { open } from '../app/seal.ts';
import type { Logger } from '../app/services.ts';
import type { Sql } from '../storage/sql.ts';
import type { Keeper } from './keeper.ts';
import { sealWrite } from './seal-write.ts';
import type { KeyList } from './vault-settings.ts';

interface OldRecord {
  person_id: string;
  version: number;
  wrapped_key: Buffer | null;
  ciphertext: Buffer | null;
}

interface Adoption {
  /** The database that once was the whole vault; it is the first store now. */
  sql: Sql;
  keeper: Keeper;
  vaultKeys: KeyList;
  log: Logger;
}

const PAGE = 100;
const UNKNOWN = { head: null, erasedThrough: 0 };

/**
 * Moves records of the time with one database into the stores, each in the order of writes where it was. Killed
 * half-way it goes on at the next start. Throws where the stores cannot take them: without them a person would seem to
 * have no record.
 */
export async function adoptRecords(adoption: Adoption): Promise<void> {
  const { sql, keeper, log } = adoption;
  for (let moved = 0; ; ) {
    const page = await sql<OldRecord[]>`
      select person_id, version, wrapped_key, ciphertext from records order by person_id limit ${PAGE}`;
    if (page.length === 0) {
      if (moved > 0) log.info('vault_records_moved', { count: moved });
      return;
    }
    const status = await keeper.describe({});
    if ('refused' in status) throw new Error('the vault is away, and its old records are to be moved');
    for (const record of page) await adoptOne(adoption, record, status.publicKey);
    moved += page.length;
  }
}

async function adoptOne({ sql, keeper, vaultKeys }: Adoption, record: OldRecord, publicKey: string) {
  const { person_id: personId, version: sequence } = record;
  const writeId = randomBytes(16).toString('hex');
  const realData = readRecord(record, vaultKeys);
  const answer = realData
    ? await keeper.keep({
        write: await sealWrite(publicKey, { personId, sequence, writeId }, realData),
        known: UNKNOWN,
      })
    : await keeper.erase({ personId, sequence, writeId });
  const isKept = !('refused' in answer) || answer.refused === 'superseded';
  if (!isKept) throw new Error(`an old record cannot be moved into the vault: ${answer.refused}`);
  await sql`delete from records where person_id = ${personId} and version = ${sequence}`;
}

function readRecord(
  { person_id, version, wrapped_key, ciphertext }: OldRecord,
  keys: KeyList,
): RealData | null {
  if (!wrapped_key || !ciphertext) return null;
  const key = unwrap(wrapped_key, `vault-key:${person_id}`, keys);
  const plaintext = open(ciphertext, { key, place: `vault-record:${person_id}:${version}` });
  return RealData.parse(JSON.parse(Buffer.from(plaintext).toString()));
}

function unwrap(wrapped: Uint8Array, place: string, keys: KeyList): Uint8Array {
  for (const key of keys) {
    try {
      return open(wrapped, { key, place });
    } catch {
      // Another of the keys may be the one.
    }
  }
  throw new Error(
    'none of the keys of the vault opens its old records: restore the key that they were written with',
  );
}
