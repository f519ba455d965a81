import { createHash } from 'node:crypto';
import { chmod, chown, lstat, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Identity } from './identity.ts';

/** The port names the socket file; nothing listens on the network. */
export const SOCKET_PORT = 5432;

/** The socket file inside a socket directory. */
export function socketPathIn(directory: string): string {
  return join(directory, `.s.PGSQL.${SOCKET_PORT}`);
}

/** Where the socket of a data folder (its real path) lies, whose server runs as user `uid`. */
export function locateSocketDirectory(dataDirectory: string, uid: number): string {
  const name = createHash('sha256').update(`${uid}:${dataDirectory}`).digest('hex').slice(0, 16);
  return `/tmp/wayveil-${name}`;
}

/**
 * A short folder for the socket (a path of a Unix socket has room for 107 bytes, a data folder's may be longer),
 * the same at every start of the same data folder. Only its owner and root may enter.
 * @throws Error when somebody else made a file or folder of that name first.
 */
export async function makeSocketDirectory(dataDirectory: string, identity: Identity): Promise<string> {
  const directory = locateSocketDirectory(dataDirectory, identity.uid);
  await mkdir(directory, { mode: 0o700 }).then(
    () => (identity.foreign ? chown(directory, identity.uid, identity.gid) : undefined),
    fault => {
      if (fault.code !== 'EEXIST') throw fault;
    },
  );
  const found = await lstat(directory);
  if (!found.isDirectory() || found.uid !== identity.uid) {
    throw new Error(`${directory} belongs to somebody else: remove it`);
  }
  await chmod(directory, 0o700);
  return directory;
}
