import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { platform } from 'node:os';
import { expect, test } from 'vitest';
import { setBatchPolicy } from './set-batch-policy.ts';
import { makeFolder, open } from './supervisor.fixture.ts';

const SCHED_OTHER = 0;
const SCHED_BATCH = 3;
/** Of /proc/PID/stat, counted behind the program's name (proc(5): policy is field 41). */
const POLICY_AT = 38;

test.runIf(platform() === 'linux')(
  'a process, and what it starts afterwards, takes the core from nobody',
  async () => {
    const words = ['-c', 'read line; sleep 60 & echo $!; wait'];
    const parent = spawn('sh', words, { stdio: ['pipe', 'pipe', 'ignore'], detached: true });
    const pid = Number(parent.pid);
    try {
      expect(readPolicy(pid)).toBe(SCHED_OTHER);
      expect(await setBatchPolicy(pid)).toBe(true);
      parent.stdin.write('\n');
      const [child] = await once(parent.stdout, 'data');
      expect([readPolicy(pid), readPolicy(Number(child))]).toEqual([SCHED_BATCH, SCHED_BATCH]);
    } finally {
      process.kill(-pid, 'SIGKILL');
    }
  },
);

test.runIf(platform() === 'linux')('the backends of the embedded database are such processes', async () => {
  const { directory } = await open({ dataDirectory: await makeFolder() });
  const [row] = await directory<{ pid: number }[]>`select pg_backend_pid() as pid`;
  expect(readPolicy(Number(row?.pid))).toBe(SCHED_BATCH);
});

test('a process that is not there is told of', async () => {
  expect(await setBatchPolicy(2 ** 22 + 1)).toBe(false);
});

function readPolicy(pid: number): number {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return Number(fields[POLICY_AT]);
}
