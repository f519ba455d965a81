import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Another server of ours works on the folder. */
export class FolderInUseError extends Error {
  readonly code = 'data_directory_in_use';
  constructor(folder: string, options?: ErrorOptions) {
    super(`another wallet server uses ${folder}: stop it, or give this one a folder of its own`, options);
    this.name = 'FolderInUseError';
  }
}

const SQLITE_BUSY = 5;

/**
 * Takes the folder for this process until `release` or its death, however it dies.
 * Node has no flock; SQLite's lock on a file is one that the kernel frees, and that no stale file can fake.
 * @throws FolderInUseError when another process (or this one) has it.
 */
export function lockFolder(folder: string): { release(): void } {
  const database = new DatabaseSync(join(folder, 'owner.lock'));
  try {
    database.exec('pragma busy_timeout = 0; pragma locking_mode = exclusive; begin exclusive');
  } catch (cause) {
    database.close();
    if (cause instanceof Error && 'errcode' in cause && cause.errcode === SQLITE_BUSY) {
      throw new FolderInUseError(folder, { cause });
    }
    throw cause;
  }
  return { release: () => database.close() };
}
