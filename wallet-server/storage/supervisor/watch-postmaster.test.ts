import { readlink } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { makeFolder, open, postmasterOf } from './supervisor.fixture.ts';

test('a postmaster that dies under us is started again', async () => {
  const dataDirectory = await makeFolder();
  const { directory } = await open({ dataDirectory });
  await directory`create table kept as select 1 as n`;
  const pid = await postmasterOf(dataDirectory);
  process.kill(pid, 'SIGKILL');
  const rows = () =>
    directory`select n from kept`.then(
      found => found.length,
      () => 0,
    );
  // A process of the dead one may answer once more: what counts is that another postmaster stands.
  const successor = () => postmasterOf(dataDirectory).catch(() => pid);
  await expect.poll(successor, { interval: 20, timeout: 60_000 }).not.toBe(pid);
  await expect.poll(rows, { interval: 20, timeout: 60_000 }).toBe(1);
});

const onLinux = test.runIf(process.platform === 'linux');
onLinux(
  'a process that never notices the death of its postmaster does not keep the next one away',
  async () => {
    const dataDirectory = await makeFolder();
    const { directory } = await open({ dataDirectory });
    const [deaf] = await directory<{ pid: number }[]>`select pg_backend_pid() as pid`;
    const postmaster = await postmasterOf(dataDirectory);
    process.kill(deaf?.pid ?? 0, 'SIGSTOP');
    process.kill(postmaster, 'SIGKILL');
    const successor = () => postmasterOf(dataDirectory).catch(() => postmaster);
    await expect.poll(successor, { interval: 20, timeout: 60_000 }).not.toBe(postmaster);
    const answer = () => directory`select 1`.catch(() => null);
    await expect.poll(answer, { interval: 20, timeout: 60_000 }).toHaveLength(1);
    // One that ended may keep its number until the first process of the machine takes note; its folder is gone at once.
    const workingFolder = await readlink(`/proc/${deaf?.pid}/cwd`).catch(() => 'ended');
    expect(workingFolder).toBe('ended');
  },
);
