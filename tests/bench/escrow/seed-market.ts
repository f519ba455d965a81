import { randomBytes, randomUUID } from 'node:crypto';
import type { Sql } from '#server/storage/sql.ts';
import { makeNumber } from '#shared/number/number.ts';
import type { Market } from './market.ts';

/** As much of a market as commands without HTTP need. */
export interface SeededMarket {
  seller: Pick<Market['seller'], 'id' | 'name' | 'host'>;
  buyers: ReadonlyArray<{ member: { personId: string; number: string } }>;
}

/** Buyers with money and a shop, written straight into a fresh directory. */
export async function seedMarket(sql: Sql, count: number): Promise<SeededMarket> {
  const random = (bytes: number) => new Uint8Array(randomBytes(bytes));
  const members = Array.from({ length: count + 1 }, () => ({
    personId: randomUUID(),
    number: makeNumber(random),
  }));
  for (const { personId, number } of members) {
    await sql`
      insert into people (id, address_index, address_sealed, locale, code_limits, joined_at_ms)
      values (${personId}, ${randomBytes(32)}, ${randomBytes(64)}, 'en', '{}', 0)`;
    await sql`insert into numbers (number, person_id, issued_at_ms) values (${number}, ${personId}, 0)`;
    await sql`
      insert into person_balances (person_id, currency, funds_minor) values (${personId}, 'USD', 900000000000)`;
    await sql`
      insert into transfers (kind, bank_reference, debit_code, debit_owner, credit_code, credit_owner, currency,
        posted_minor, pending_minor, at_ms)
      values ('single', ${`B-${personId}`}, 'bank', 'house', 'person_funds', ${personId}, 'USD', 900000000000, 0, 0)`;
  }
  const [owner, ...buyers] = members.map(member => ({ member }));
  const seller = { id: randomUUID(), name: 'Kestrel Audio', host: 'kestrel.example' };
  await sql`
    insert into sellers (id, person_id, name, host, webhook_secret_sealed, api_key_hash, terms_version, terms_hash,
      signing, certified_at_ms)
    values (${seller.id}, ${owner?.member.personId ?? ''}, ${seller.name}, ${seller.host}, ${randomBytes(60)},
      ${randomBytes(32)}, '1', 'x', '{}', 0)`;
  return { seller, buyers };
}
