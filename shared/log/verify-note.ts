import { computeKeyId, type Note, type NoteKey, type NoteSignature, SIGNATURE_TYPES } from './note.ts';

/** Whether `key` signed the note: true, false where its signature is wrong, null where it has none. */
export async function verifyNote(note: Note, key: NoteKey): Promise<boolean | null> {
  const keyId = computeKeyId(key);
  const own = note.signatures.filter(({ name, keyId: id }) => name === key.name && id === keyId);
  if (own.length === 0) return null;
  const verified = await Promise.all(own.map(signature => verifySignature(note.text, signature, key)));
  return verified.every(Boolean);
}

async function verifySignature(text: string, { signature }: NoteSignature, key: NoteKey): Promise<boolean> {
  if (key.type === SIGNATURE_TYPES.ed25519) return await verifyEd25519(key.publicKey, signature, text);
  const time = readCosignatureTime(signature);
  if (time === null) return false;
  return await verifyEd25519(key.publicKey, signature.slice(8), makeCosignedText(text, time));
}

/** Seconds since 1970 at which a witness cosigned; null where the bytes are no cosignature (C2SP tlog-cosignature). */
export function readCosignatureTime(signature: Uint8Array<ArrayBuffer>): bigint | null {
  if (signature.length !== 72) return null;
  const time = new DataView(signature.buffer, signature.byteOffset).getBigUint64(0);
  return time < 2n ** 63n ? time : null;
}

/** What a witness signs: the whole text of the checkpoint under a line of its own and the time in seconds. */
export function makeCosignedText(text: string, time: bigint): string {
  return `cosignature/v1\ntime ${time}\n${text}`;
}

/** Ed25519 (RFC 8032) over UTF-8 text, by the platform. */
export async function verifyEd25519(
  publicKey: Uint8Array<ArrayBuffer>,
  signature: Uint8Array<ArrayBuffer>,
  message: string | Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  if (publicKey.length !== 32 || signature.length !== 64) return false;
  const bytes = typeof message === 'string' ? new TextEncoder().encode(message) : message;
  const key = await crypto.subtle.importKey('raw', publicKey, 'Ed25519', false, ['verify']);
  return await crypto.subtle.verify('Ed25519', key, signature, bytes);
}
