import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { decodeBase64url, encodeBase64url } from '#shared/crypto/base64url.ts';
import type { Random } from '../app/services.ts';
import { readIfPresent } from '../storage/read-if-present.ts';

export const KEY_BYTES = 32;

/** The key in the file at `path`, made at the first start; only our own user may read it. */
export async function keepKey(path: string, random: Random): Promise<Uint8Array<ArrayBuffer>> {
  const [key] = await keepKeys(path, random);
  if (!key) throw new Error(`${path} holds no key`);
  return key;
}

/** The keys in the file at `path`, one a line, newest first; one is made at the first start. */
export async function keepKeys(path: string, random: Random): Promise<Uint8Array<ArrayBuffer>[]> {
  const kept = await readIfPresent(path);
  if (kept !== null)
    return kept
      .trim()
      .split(/\s+/)
      .map(line => readKey(line, path));
  const made = random(KEY_BYTES);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await writeKeys(path, [made]);
  return [made];
}

/** Keys as a file holds them, one a line. */
export function parseKeys(text: string, path: string): Uint8Array<ArrayBuffer>[] {
  return text
    .trim()
    .split(/\s+/)
    .map(line => readKey(line, path));
}

/** Puts keys, newest first, into the file in one step. */
export async function writeKeys(path: string, keys: readonly Uint8Array[]): Promise<void> {
  const text = keys.map(encodeBase64url).join('\n');
  await writeFile(`${path}.new`, text, { mode: 0o600, flush: true });
  await rename(`${path}.new`, path);
}

function readKey(text: string, path: string): Uint8Array<ArrayBuffer> {
  const key = decodeBase64url(text);
  if (key?.length === KEY_BYTES) return key;
  throw new Error(
    `${path} holds no key of ${KEY_BYTES} bytes in base64url: restore it, its data open by it alone`,
  );
}
