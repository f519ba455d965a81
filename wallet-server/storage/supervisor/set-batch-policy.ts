import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * Gives process `pid`, and whatever it starts from then on, Linux's policy for work in batches (SCHED_BATCH, sched(7)):
 * a backend that is handed a statement takes the core from nobody, least of all from the server that has just written
 * it and has more to hand over. Where that cannot be set all stays as it was.
 */
export async function setBatchPolicy(pid: number): Promise<boolean> {
  return await run('chrt', ['--batch', '--pid', '0', String(pid)]).then(
    () => true,
    () => false,
  );
}
