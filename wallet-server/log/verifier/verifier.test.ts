import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { growLog, rewriteLog } from '#tests/fixtures/rewritten-log.ts';
import { openTestApp } from '#tests/fixtures/wallet-server.ts';
import { runVerifier } from './run-verifier.ts';

/** A server on a socket with `count` leaves, and the command with a file that remembers. */
async function makeWorld(count: number) {
  const { app, services } = await openTestApp();
  await growLog(services, count);
  await app.ready();
  const server = createServer((request, response) => app.routing(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : null;
  const folder = await mkdtemp(join(tmpdir(), 'wayveil-verify-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const since = join(folder, 'log');
  const verify = async (...more: string[]) => {
    const lines: string[] = [];
    const origin = `http://wallet.localhost:${port}`;
    const code = await runVerifier(['--origin', origin, '--since', since, ...more], line => lines.push(line));
    return { code, said: lines.join('\n') };
  };
  return { services, directory: services.directory, verify, since };
}

test('S57: a log that only grew is right, and what was seen is remembered', async () => {
  const { services, verify, since } = await makeWorld(700);
  const first = await verify();
  expect(first).toMatchObject({ code: 0 });
  expect(first.said).toMatch(/^RIGHT: wallet.localhost:8477\/log, 700 entries, root /);
  expect(await readFile(since, 'utf8')).toContain('\n700\n');
  await growLog(services, 2000);
  const second = await verify();
  expect(second).toMatchObject({ code: 0 });
  expect(second.said).toContain('begins with the 700 entries of the last time');
});

test('a log without an entry is right', async () => {
  const { verify } = await makeWorld(0);
  expect(await verify()).toMatchObject({ code: 0 });
});

test('S57: a forked checkpoint, signed by the right key, is caught by what was remembered', async () => {
  const { services, verify } = await makeWorld(300);
  await verify();
  await rewriteLog(
    services,
    sql => sql`update log_leaves set leaf_hash = decode(repeat('ab', 32), 'hex') where leaf_index = 17`,
  );
  const same = await verify();
  expect(same).toMatchObject({ code: 1 });
  expect(same.said).toContain('HISTORY WAS REWRITTEN');
  await growLog(services, 900);
  expect((await verify()).said).toContain('HISTORY WAS REWRITTEN: the first 300 entries');
});

test('S57: a history that lost its end is caught', async () => {
  const { services, verify } = await makeWorld(300);
  await verify();
  await rewriteLog(services, sql => sql`delete from log_leaves where leaf_index >= 200`);
  const found = await verify();
  expect(found).toMatchObject({ code: 1 });
  expect(found.said).toContain('had 300 entries when it was last checked and has 200 now');
});

test.each([
  [
    'a changed leaf',
    `update log_leaves set leaf_hash = decode(repeat('ab', 32), 'hex') where leaf_index = 17`,
    'does not agree',
  ],
  ['a dropped leaf', 'delete from log_leaves where leaf_index = 17', 'are not served'],
  [
    'a changed tile',
    `update log_tiles set hashes = set_byte(hashes, 39, 255 - get_byte(hashes, 39)) where level = 0 and tile_index = 1`,
    'tile/0/001.p/44',
  ],
  [
    'a changed tile above',
    `update log_tiles set hashes = set_byte(hashes, 2, 255 - get_byte(hashes, 2)) where level = 1`,
    'tile/1/000.p/1',
  ],
  [
    'a changed size under the signature',
    `update log_checkpoints set note = replace(note, E'\\n300\\n', E'\\n299\\n')`,
    'The signature under the checkpoint is wrong',
  ],
  ['no checkpoint', 'delete from log_checkpoints', 'gave no answer'],
])('S57: %s is caught', async (_what, plant, said) => {
  const { directory, verify } = await makeWorld(300);
  await directory.unsafe(plant);
  const found = await verify();
  expect(found.code).toBeGreaterThan(0);
  expect(found.said).toContain(said);
});

test('S57: leaves and tiles that agree and were never signed are caught', async () => {
  const { services, directory, verify } = await makeWorld(300);
  const [signed] = await directory`select note from log_checkpoints order by size desc limit 1`;
  await rewriteLog(
    services,
    sql => sql`update log_leaves set leaf_hash = decode(repeat('ab', 32), 'hex') where leaf_index = 17`,
  );
  await directory`update log_checkpoints set note = ${signed?.note}`;
  expect((await verify()).said).toContain('are not the ones that the log signed');
});

test('another key than the known one is caught', async () => {
  const { verify } = await makeWorld(3);
  const stranger = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
  expect(await verify('--key', stranger)).toMatchObject({ code: 1 });
});

test('a server that is not there is not called wrong', async () => {
  const { verify } = await makeWorld(3);
  const lines: string[] = [];
  expect(await runVerifier(['--origin', 'http://127.0.0.1:1'], line => lines.push(line))).toBe(2);
  expect(lines.join()).toContain('NOT CHECKED');
  expect(await verify('--wrong')).toMatchObject({ code: 2 });
});
