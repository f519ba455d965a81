import { expect, test } from 'vitest';
import { borrowTestDatabases } from '#tests/fixtures/postgres.ts';
import { deleteExpiredKeys, hashInput, type IdempotentCall, withIdempotency } from './idempotency.ts';

const SECRET = new Uint8Array(32);

function callOf(change: Partial<IdempotentCall> = {}): IdempotentCall {
  const inputHash = hashInput(SECRET, { amountMinor: '100' });
  return { party: 'p1', key: 'k1', method: 'POST', path: '/orders', inputHash, nowMs: 1000, ...change };
}

test('the same key and body give the same answer and do the work once', async () => {
  const { directory } = await borrowTestDatabases();
  let runs = 0;
  const run = async () => ({ status: 201, response: { run: ++runs } });
  expect(await withIdempotency(directory, callOf(), run)).toEqual({
    status: 201,
    response: { run: 1 },
    repeated: false,
  });
  expect(await withIdempotency(directory, callOf(), run)).toEqual({
    status: 201,
    response: { run: 1 },
    repeated: true,
  });
  expect(await withIdempotency(directory, callOf({ party: 'p2' }), run)).toMatchObject({ repeated: false });
});

test.each([{ inputHash: hashInput(SECRET, { amountMinor: '101' }) }, { path: '/other' }, { method: 'PUT' }])(
  'another body, path or method under the same key is refused: %o',
  async change => {
    const { directory } = await borrowTestDatabases();
    const run = async () => ({ status: 200, response: null });
    await withIdempotency(directory, callOf(), run);
    expect(await withIdempotency(directory, callOf(change), run)).toEqual({
      refused: 'idempotency_key_reused',
    });
  },
);

test('a call that throws leaves neither effect nor key', async () => {
  const { directory } = await borrowTestDatabases();
  await directory`create table effects (n int)`;
  const failing = withIdempotency(directory, callOf(), async tx => {
    await tx`insert into effects values (1)`;
    throw new Error('away');
  });
  await expect(failing).rejects.toThrow('away');
  expect(await directory`select n from effects`).toHaveLength(0);
  const run = async () => ({ status: 200, response: null });
  expect(await withIdempotency(directory, callOf(), run)).toMatchObject({ repeated: false });
});

test('a second call under way waits for the first and repeats its answer', async () => {
  const { directory } = await borrowTestDatabases();
  let runs = 0;
  const run = async () => ({ status: 200, response: ++runs });
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => withIdempotency(directory, callOf(), run)),
  );
  expect(runs).toBe(1);
  expect(answers.filter(answer => 'repeated' in answer && answer.repeated)).toHaveLength(7);
});

test('a second call that waited long enough is told that the first is in progress', async () => {
  const { directory } = await borrowTestDatabases();
  const started = Promise.withResolvers<void>();
  const over = Promise.withResolvers<void>();
  const first = withIdempotency(directory, callOf(), async () => {
    started.resolve();
    await over.promise;
    return { status: 200, response: null };
  });
  await started.promise;
  const second = await withIdempotency(directory, callOf(), () => first as never, { waitMs: 50 });
  expect(second).toEqual({ refused: 'idempotency_in_progress' });
  over.resolve();
  expect(await first).toMatchObject({ repeated: false });
});

test('a key whose time is over starts anew, and can be forgotten', async () => {
  const { directory } = await borrowTestDatabases();
  const run = async () => ({ status: 200, response: null });
  await withIdempotency(directory, callOf({ lifetimeMs: 10 }), run);
  expect(await withIdempotency(directory, callOf({ nowMs: 1010, lifetimeMs: 10 }), run)).toMatchObject({
    repeated: false,
  });
  expect(await deleteExpiredKeys(directory, 1019)).toBe(0);
  expect(await deleteExpiredKeys(directory, 1020)).toBe(1);
});

test('the fingerprint of a body does not depend on the order of its fields, but on the secret', () => {
  expect(hashInput(SECRET, { a: 1, b: 2 })).toBe(hashInput(SECRET, { b: 2, a: 1 }));
  expect(hashInput(SECRET, { a: 1 })).not.toBe(hashInput(new Uint8Array(32).fill(1), { a: 1 }));
  expect(hashInput(SECRET, undefined)).toBe(hashInput(SECRET, null));
});
