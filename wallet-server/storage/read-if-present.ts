import { readFile } from 'node:fs/promises';

/**
 * The text of a file, or null where there is none. A file that is there and cannot be read is a fault: taken for absent, a
 * key or a database would be made anew over it.
 */
export async function readIfPresent(path: string): Promise<string | null> {
  return await readFile(path, 'utf8').catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === 'ENOENT') return null;
    throw fault;
  });
}
