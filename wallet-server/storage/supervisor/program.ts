import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Identity } from './identity.ts';

const run = promisify(execFile);

/** What a server program sees of our environment: nothing that could steer it or be read out of it. */
export const PROGRAM_ENVIRONMENT = { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };

/** Process options that start a program as `identity`. */
export function runAs(identity: Identity | undefined): { uid?: number; gid?: number } {
  return identity?.foreign ? { uid: identity.uid, gid: identity.gid } : {};
}

/** Runs a program to its end and gives back what it printed. */
export async function runProgram(
  program: string,
  words: string[],
  folder: string,
  identity: Identity | undefined,
): Promise<string> {
  const options = { cwd: folder, env: PROGRAM_ENVIRONMENT, ...runAs(identity) };
  const { stdout } = await run(program, words, options);
  return stdout;
}
