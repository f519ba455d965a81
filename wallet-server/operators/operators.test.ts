import { expect, test } from 'vitest';
import { CHECKS } from '#shared/api/operators.ts';
import { OPERATOR_KEY } from '#tests/fixtures/server-settings.ts';
import { openTestApp } from '#tests/fixtures/wallet-server.ts';
import { enqueueJobs } from '../storage/jobs/enqueue-jobs.ts';
import { describeCheck } from './describe-check.ts';
import { readCondition } from './read-condition.ts';

const asOperator = { headers: { authorization: `Bearer ${OPERATOR_KEY}` } };

test('a fresh server has nothing wrong', async () => {
  const { services } = await openTestApp();
  const { checks, openPurchases, jobs, log } = await readCondition(services, true);
  expect(checks.map(({ state }) => state)).toEqual(checks.map(() => 'passed'));
  expect(new Set(checks.map(({ check }) => check))).toEqual(new Set(CHECKS));
  expect({ openPurchases, jobs, log }).toEqual({
    openPurchases: [],
    jobs: [],
    log: { leafCount: 0, newestAtMs: null },
  });
});

test('each planted fault is found and said in words', async () => {
  const { services, clock } = await openTestApp();
  const { directory } = services;
  const lateMs = clock.nowMs - 600_000;
  await directory`insert into timer_beats (id, beat_at_ms) values (1, ${lateMs})`;
  await directory`
    insert into transfers (kind, bank_reference, debit_code, debit_owner, credit_code, credit_owner, currency,
      posted_minor, pending_minor, at_ms)
    values ('single', 'made', 'bank', 'house', 'person_funds', ${crypto.randomUUID()}, 'USD', 500, 0, ${lateMs})`;
  await directory`
    insert into jobs (kind, key, payload, state, attempts, run_at_ms, created_at_ms)
    values ('webhook', 'dead', '{}', 'dead', 9, ${lateMs}, ${lateMs}),
      ('webhook', 'late', '{}', 'waiting', 0, ${lateMs}, ${lateMs})`;
  await directory`insert into log_leaves (leaf_hash, at_ms) values ('\\x00', ${lateMs})`;
  await directory`
    insert into vault_staging (person_id, sequence, write_id, enc, ciphertext, staged_at_ms)
    values (${crypto.randomUUID()}, 1, 'made', 'made', 'made', ${lateMs})`;
  await directory`update log_head set size = 3 where id = 1`;
  await directory`delete from migrations where number = (select max(number) from migrations)`;
  const { checks } = await readCondition(services, true);
  const wrong = checks.filter(({ state }) => state !== 'passed');
  expect(Object.fromEntries(wrong.map(({ check, state, count }) => [check, `${state} ${count}`]))).toEqual({
    migrations_current: 'failed 1',
    timer_beating: 'failed 1',
    jobs_timely: 'failed 1',
    jobs_alive: 'warned 1',
    vault_settled: 'warned 1',
    log_growing: 'failed 1',
    log_whole: 'failed 1',
    books_balanced: 'failed 1',
  });
  for (const result of wrong) expect(describeCheck(result)).toMatch(/^(?:WARN|FAIL) \w+: [A-Z0-9].*\.$/);
});

test('metrics and condition are for operators alone', async () => {
  const { fetch, origin } = await openTestApp();
  for (const path of ['/metrics', '/v1/operator/condition']) {
    expect((await fetch(origin + path)).status).toBe(401);
    const wrong = { headers: { authorization: `Bearer ${OPERATOR_KEY.toUpperCase()}` } };
    expect((await fetch(origin + path, wrong)).status).toBe(401);
    expect((await fetch(origin + path, asOperator)).status).toBe(200);
  }
});

test('metrics count calls by operation and show queues', async () => {
  const { fetch, origin, services, clock } = await openTestApp();
  await fetch(`${origin}/healthz`);
  await fetch(`${origin}/v1/me?name=Ada`);
  await fetch(`${origin}/nothing/Ada`);
  await enqueueJobs(
    services.directory,
    [{ kind: 'webhook', key: 'one', payload: {}, runAtMs: clock.nowMs - 2000 }],
    clock.nowMs,
  );
  const text = await (await fetch(`${origin}/metrics`, asOperator)).text();
  expect(text).toContain('wayveil_calls_total{operation="getHealth",status="200"} 1');
  expect(text).toContain('wayveil_calls_total{operation="getMember",status="401"} 1');
  expect(text).toContain('wayveil_calls_total{operation="other",status="404"} 1');
  expect(text).toContain('wayveil_jobs{kind="webhook",state="waiting"} 1');
  expect(text).toContain('wayveil_job_lag_seconds{kind="webhook"} 2');
  expect(text).toContain('wayveil_check_count{check="jobs_alive"} 0');
  expect(text).not.toContain('Ada');
});
