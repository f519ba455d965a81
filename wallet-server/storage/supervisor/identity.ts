import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';

/** The system user that the database server runs as. */
export interface Identity {
  uid: number;
  gid: number;
  /** True when it is not ourselves: files must be handed over and processes started under it. */
  foreign: boolean;
}

const run = promisify(execFile);
/** PostgreSQL refuses root; the first of these that exists takes its place. */
const UNPRIVILEGED_USERS = ['postgres', 'nobody'];

/**
 * Ourselves, or, when we are root, `user` (a name or a number of the system's user list; initdb looks it up there).
 * @throws Error when we are root and no such user exists.
 */
export async function chooseIdentity(user: string | undefined): Promise<Identity> {
  const uid = process.getuid?.();
  const gid = process.getgid?.();
  if (uid === undefined || gid === undefined) {
    throw new Error('the embedded PostgreSQL needs Linux or macOS: set DATABASE_URL and VAULT_DATABASE_URL');
  }
  if (uid !== 0) return { uid, gid, foreign: false };
  for (const name of user === undefined ? UNPRIVILEGED_USERS : [user]) {
    const found = await lookUp(name);
    if (found !== undefined && found.uid !== 0) return { ...found, foreign: true };
  }
  throw new Error('started as root, and no unprivileged user was found to run PostgreSQL as: name one');
}

async function lookUp(name: string): Promise<{ uid: number; gid: number } | undefined> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return undefined;
  }
}

/** Whether the identity may enter `folder` (absolute, links resolved) and every folder above it. */
export async function canEnter(folder: string, identity: Identity): Promise<boolean> {
  const { mode, uid, gid } = await stat(folder);
  const shift = uid === identity.uid ? 6 : gid === identity.gid ? 3 : 0;
  if (((mode >> shift) & 0o1) === 0) return false;
  return dirname(folder) === folder || canEnter(dirname(folder), identity);
}
