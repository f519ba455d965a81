import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readIfPresent } from './read-if-present.ts';

/** Gives `count` unpredictable bytes. */
export type Random = (count: number) => Uint8Array;

export const CREDENTIAL_NAMES = ['admin', 'directory', 'vault', 'vault_second'] as const;
export type Credentials = Record<(typeof CREDENTIAL_NAMES)[number], string>;

/**
 * The passwords of the embedded server's roles, made once, in one file each (readable by us alone), so that a process
 * can be handed one of them without the others (S7).
 */
export async function keepCredentials(dataDirectory: string, random: Random): Promise<Credentials> {
  const folder = join(dataDirectory, 'credentials');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const [admin, directory, vault, second] = await Promise.all(
    CREDENTIAL_NAMES.map(name => keepSecret(join(folder, name), random)),
  );
  if (!admin || !directory || !vault || !second) throw new Error(`a file in ${folder} is empty`);
  return { admin, directory, vault, vault_second: second };
}

async function keepSecret(path: string, random: Random): Promise<string> {
  const kept = await readIfPresent(path);
  if (kept !== null) return kept;
  const made = Buffer.from(random(32)).toString('hex');
  await writeFile(`${path}.new`, made, { mode: 0o600, flush: true });
  await rename(`${path}.new`, path);
  return made;
}
