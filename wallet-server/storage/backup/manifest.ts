import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';

const TableRecord = z.object({
  table: z.string().regex(/^[a-z_][a-z0-9_]*$/),
  /** Below the backup's folder. */
  file: z.string().regex(/^[a-z0-9_/-]+\.copy\.gz$/),
  rowCount: z.int().min(0),
  /** SHA-256 of the file as it lies there, hex. */
  sha256: z.string().length(64),
});
export type TableRecord = z.infer<typeof TableRecord>;

const DatabaseRecord = z.object({
  name: z.string().regex(/^[a-z][a-z0-9_]*$/),
  migrations: z.array(z.object({ number: z.int(), name: z.string(), hash: z.string() })),
  /** In an order in which no row names one that comes later. */
  tables: z.array(TableRecord),
});
export type DatabaseRecord = z.infer<typeof DatabaseRecord>;

/** What a backup holds. It is written last: a folder without it is no backup. */
export const Manifest = z.object({
  format: z.literal(1),
  createdAtMs: z.int(),
  databases: z.array(DatabaseRecord),
});
export type Manifest = z.infer<typeof Manifest>;

export const MANIFEST_FILE = 'manifest.json';

export type BackupRefusal =
  | 'backup_missing'
  | 'backup_damaged'
  | 'target_not_empty'
  | 'backup_folder_not_empty'
  | 'erasures_missing'
  | 'restore_unfinished';

/** A backup cannot be written or read; the message says what to do. */
export class BackupError extends Error {
  readonly code: BackupRefusal;
  constructor(code: BackupRefusal, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'BackupError';
    this.code = code;
  }
}

/** The manifest as it is written, which a backup has once it is finished. */
export async function findManifest(folder: string): Promise<string> {
  return readFile(join(folder, MANIFEST_FILE), 'utf8').catch(cause => {
    const message = `${folder} has no ${MANIFEST_FILE}: it is no backup, or one that was not finished`;
    throw new BackupError('backup_missing', message, { cause });
  });
}

/** Reads a manifest and holds every file against it, before anything is restored. */
export async function readManifest(folder: string): Promise<Manifest> {
  const decoded = Manifest.safeParse(parseJson(await findManifest(folder)));
  if (!decoded.success)
    throw new BackupError('backup_damaged', `${MANIFEST_FILE} in ${folder} cannot be read`);
  for (const { file, sha256 } of decoded.data.databases.flatMap(({ tables }) => tables)) {
    const found = await hashFile(join(folder, file)).catch(() => null);
    if (found !== sha256) {
      const message = `${file} in ${folder} is ${found === null ? 'missing' : 'not as it was written'}: use another backup`;
      throw new BackupError('backup_damaged', message);
    }
  }
  return decoded.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** SHA-256 of a file, hex. */
export async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
