import { expect, test } from 'vitest';
import type { Sql } from '#server/storage/sql.ts';
import { runBank } from './run-bank.ts';

const timeout = 600_000;

test('over three servers, a network that loses and doubles, and the death of the primary, no money appears or goes', {
  timeout,
}, async () => {
  const settings = { servers: 3, callers: 24, livesPerCaller: 2, failOver: true, seed: 20_261_121 };
  const { lives, reads, did } = await runBank(settings);
  expect(lives).toBe(48);
  expect(reads).toBeGreaterThan(5);
  expect(Math.min(did.lost, did.unanswered, did.doubled, did.late)).toBeGreaterThan(0);
});

test('money that appears from nowhere is found', { timeout }, async () => {
  const plant = async (sql: Sql) => {
    await sql`
      update person_balances set funds_minor = funds_minor + 1
      where person_id = (select min(person_id::text)::uuid from person_balances)`;
  };
  const settings = { servers: 1, callers: 4, livesPerCaller: 2, failOver: false, seed: 1, plant };
  await expect(runBank(settings)).rejects.toThrow(/at one moment/);
});
