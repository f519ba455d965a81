import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { decodeBase64url, encodeBase64url } from '#shared/crypto/base64url.ts';
import type { Random } from '../app/services.ts';

export const KEY_BYTES = 32;

/** The key in the file at `path`, made at the first start; only our own user may read it. */
export async function keepKey(path: string, random: Random): Promise<Uint8Array<ArrayBuffer>> {
  const kept = await readFile(path, 'utf8').catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === 'ENOENT') return null;
    throw fault;
  });
  if (kept !== null) return readKey(kept, path);
  const made = random(KEY_BYTES);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await writeFile(`${path}.new`, encodeBase64url(made), { mode: 0o600, flush: true });
  await rename(`${path}.new`, path);
  return made;
}

function readKey(text: string, path: string): Uint8Array<ArrayBuffer> {
  const key = decodeBase64url(text.trim());
  if (key?.length === KEY_BYTES) return key;
  throw new Error(
    `${path} holds no key of ${KEY_BYTES} bytes in base64url: restore it, its data open by it alone`,
  );
}
