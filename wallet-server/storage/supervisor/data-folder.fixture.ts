import { realpathSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { locateSocketDirectory } from './socket-directory.ts';

/** Removes a data folder, and the folder of its socket that a server which was killed leaves behind. */
export function removeDataFolder(folder: string): void {
  const cluster = statSync(join(folder, 'cluster'), { throwIfNoEntry: false });
  if (cluster) {
    const socket = locateSocketDirectory(realpathSync(folder), cluster.uid);
    rmSync(socket, { recursive: true, force: true });
  }
  rmSync(folder, { recursive: true, force: true });
}
