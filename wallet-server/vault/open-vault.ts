import { setTimeout as pause } from 'node:timers/promises';
import { RealData } from '#shared/api/people.ts';
import { open, seal } from '../app/seal.ts';
import type { Clock, Logger, Random, Vault } from '../app/services.ts';
import { errorCodeOf } from '../storage/jobs/retry-policy.ts';
import type { Sql } from '../storage/sql.ts';

export interface VaultPorts {
  /** The vault's own database, under a role that opens nothing else (S7). */
  sql: Sql;
  /** 32 bytes that only the vault has; each person's key is wrapped by it. */
  vaultKey: Uint8Array;
  clock: Clock;
  random: Random;
  log: Logger;
  /** How long its database may be silent before the vault counts as unreachable. */
  answerWithinMs?: number;
}

interface Row {
  version: number;
  wrapped_key: Buffer | null;
  ciphertext: Buffer | null;
}

const KEY_BYTES = 32;
const keyPlace = (personId: string) => `vault-key:${personId}`;
const recordPlace = (personId: string, version: number) => `vault-record:${personId}:${version}`;

/** The vault on one database (S1, S6): each person's data under a key of their own, that key under the vault's. */
export function openVault(ports: VaultPorts): Vault {
  return {
    putRecord: (personId, realData) =>
      reach(ports, async () => {
        await writeRecord(ports, personId, realData);
        return 'written' as const;
      }),
    getRecord: async personId => {
      const row = await reach(ports, async () => findRow(ports.sql, personId));
      return row === 'unreachable' ? row : readRow(ports, personId, row);
    },
    eraseRecord: personId =>
      reach(ports, async () => {
        await ports.sql`
          update records set wrapped_key = null, ciphertext = null, version = version + 1,
            written_at_ms = ${ports.clock()}
          where person_id = ${personId}`;
        return 'erased' as const;
      }),
    isReachable: async () => {
      const answer = await reach(ports, async () => {
        await ports.sql`select 1`;
        return 'there' as const;
      });
      return answer === 'there';
    },
  };
}

/** Runs `ask`; a database that is away or silent makes the vault unreachable, and never a fault of the caller. */
async function reach<T>(ports: VaultPorts, ask: () => Promise<T>): Promise<T | 'unreachable'> {
  const over = new AbortController();
  const silence = async (): Promise<'unreachable'> => {
    await pause(ports.answerWithinMs ?? 5000, undefined, { signal: over.signal });
    return 'unreachable';
  };
  try {
    return await Promise.race([ask(), silence()]);
  } catch (fault) {
    ports.log.warn('vault_unreachable', { code: errorCodeOf(fault) });
    return 'unreachable';
  } finally {
    over.abort();
  }
}

async function findRow(sql: Sql, personId: string): Promise<Row | null> {
  const [row] = await sql<Row[]>`
    select version, wrapped_key, ciphertext from records where person_id = ${personId}`;
  return row ?? null;
}

async function writeRecord(ports: VaultPorts, personId: string, realData: RealData): Promise<void> {
  const plaintext = Buffer.from(JSON.stringify(realData));
  await ports.sql.begin(async tx => {
    const [row] = await tx<Row[]>`
      select version, wrapped_key, ciphertext from records where person_id = ${personId} for update`;
    const version = (row?.version ?? 0) + 1;
    const key = row?.wrapped_key ? unwrapKey(ports, personId, row.wrapped_key) : ports.random(KEY_BYTES);
    const wrapped =
      row?.wrapped_key ?? seal(key, { key: ports.vaultKey, place: keyPlace(personId) }, ports.random);
    const ciphertext = seal(plaintext, { key, place: recordPlace(personId, version) }, ports.random);
    await tx`
      insert into records (person_id, version, wrapped_key, ciphertext, written_at_ms)
      values (${personId}, ${version}, ${wrapped}, ${ciphertext}, ${ports.clock()})
      on conflict (person_id) do update set version = excluded.version, wrapped_key = excluded.wrapped_key,
        ciphertext = excluded.ciphertext, written_at_ms = excluded.written_at_ms`;
  });
}

function readRow(ports: VaultPorts, personId: string, row: Row | null): RealData | null {
  if (!row?.wrapped_key || !row.ciphertext) return null;
  const key = unwrapKey(ports, personId, row.wrapped_key);
  const plaintext = open(row.ciphertext, { key, place: recordPlace(personId, row.version) });
  return RealData.parse(JSON.parse(Buffer.from(plaintext).toString()));
}

function unwrapKey(ports: VaultPorts, personId: string, wrapped: Uint8Array): Uint8Array {
  return open(wrapped, { key: ports.vaultKey, place: keyPlace(personId) });
}
