import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { joinFrom, makeDevice } from '#tests/fixtures/device.ts';
import { openTestApp } from '#tests/fixtures/wallet-server.ts';
import { transact } from '../storage/transact.ts';
import { findNumber, getActiveNumber, listRetiredNumbers } from './find-number.ts';
import { issueNumber } from './issue-number.ts';
import { replaceNumber } from './replace-number.ts';

test('S11: a replaced number is retired, found as such, and never given again', async () => {
  const server = await openTestApp();
  const { personId, number } = await joinFrom(await makeDevice(server));
  const { directory } = server.services;
  server.clock.nowMs += 1000;
  const fresh = await transact(directory, tx => replaceNumber(tx, server.services, personId));
  expect(fresh).not.toBe(number);
  expect(await getActiveNumber(directory, personId)).toBe(fresh);
  expect(await findNumber(directory, number)).toMatchObject({ personId, retiredAtMs: server.clock.nowMs });
  expect((await listRetiredNumbers(directory, personId)).map(record => record.number)).toEqual([number]);
});

test('S6: chance that repeats itself still gives two people two numbers', async () => {
  const server = await openTestApp();
  const { personId } = await joinFrom(await makeDevice(server));
  const { directory, clock } = server.services;
  const [same, other] = [new Uint8Array(randomBytes(8)), new Uint8Array(randomBytes(8))];
  const draws = [same, same, other, other, new Uint8Array(randomBytes(8))];
  const random = (bytes: number) => draws.shift() ?? new Uint8Array(randomBytes(bytes));
  await directory`update numbers set retired_at_ms = 1`;
  const first = await issueNumber(directory, { clock, random }, personId);
  await directory`update numbers set retired_at_ms = 1 where retired_at_ms is null`;
  expect(await issueNumber(directory, { clock, random }, personId)).not.toBe(first);
});

test('a person has one active number, by the database itself', async () => {
  const server = await openTestApp();
  const { personId } = await joinFrom(await makeDevice(server));
  await expect(issueNumber(server.services.directory, server.services, personId)).rejects.toMatchObject({
    code: '23505',
  });
});
