import { spawn } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

/** Runs the server as a process of its own; `untilLine` stops it by SIGTERM once a line holds that text. */
async function run(
  variables: Record<string, string>,
  untilLine?: string,
  line: readonly string[] = ['wallet-server/main.ts'],
) {
  const { PATH, HOME } = process.env;
  const env = { PATH, HOME, NODE_ENV: 'test', ...variables };
  const child = spawn(process.execPath, [...line], { env });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  let [out, err, asked] = ['', '', false];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
    if (asked || untilLine === undefined || !out.includes(untilLine)) return;
    asked = true;
    child.kill('SIGTERM');
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  const { promise, resolve } = Promise.withResolvers<number | null>();
  child.on('close', resolve);
  return { code: await promise, out, err };
}

test('alone, the server makes its databases and keys, starts, and stops when it is told to', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'wayveil-main-'));
  // The database runs as another user when we are root, and has to get there.
  await chmod(folder, 0o755);
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const variables = { WAYVEIL_DATA_DIR: join(folder, 'data'), WAYVEIL_PORT: '0', WAYVEIL_SMTP_PORT: '0' };
  const first = await run(variables, 'hubs_are_samples');
  expect([first.code, first.err.replace(/^\(node:.*$|^\(Use .*$/gm, '').trim()]).toEqual([0, '']);
  const second = await run(variables, 'hubs_are_samples');
  expect(second.code).toBe(0);
  expect(second.out).not.toContain('migration applied');
});

test('wrong settings stop the start with one sentence each', async () => {
  const { code, err } = await run({ WAYVEIL_PORT: 'x', WAYVEIL_VAULT_KEY: 'y' });
  expect(code).toBe(1);
  expect(err.trim().split('\n')).toEqual([
    'These settings are wrong:',
    '  WAYVEIL_PORT: write a whole number from 0 to 65535',
    '  WAYVEIL_VAULT_KEY: write 32 bytes in base64url (43 characters)',
  ]);
});

test.each([
  ['wallet-server/wayveil.ts', 'out'],
  ['wallet-server/vault-main.ts', 'err'],
] as const)('%s names a command that it does not have, and does nothing', async (program, told) => {
  const said = await run({}, undefined, [program, 'rotate-kyes']);
  expect(said.code).toBe(1);
  expect(said[told]).toContain('There is no command “rotate-kyes”');
});
