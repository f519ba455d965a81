import type { PersonRecord } from '#shared/api/people.ts';
import { sealTo } from '#shared/crypto/seal.ts';
import type { SealedWrite } from './keeper.ts';

export const RECORD_INFO = 'wayveil-vault-record-1';

/** Records are filled up to whole blocks, so that their length says little. */
const BLOCK_BYTES = 512;

/** A record sealed to the vault's public key, bound to its person and its place in their order of writes. */
export async function sealWrite(
  publicKey: string,
  write: Pick<SealedWrite, 'personId' | 'sequence' | 'writeId'>,
  realData: PersonRecord,
): Promise<SealedWrite> {
  const sealed = await sealTo(publicKey, fillUp(JSON.stringify(realData)), RECORD_INFO, recordAad(write));
  return { ...write, ...sealed };
}

export function recordAad({
  personId,
  sequence,
  writeId,
}: Pick<SealedWrite, 'personId' | 'sequence' | 'writeId'>) {
  return new TextEncoder().encode(`${personId}:${sequence}:${writeId}`);
}

/** JSON may end in spaces. */
function fillUp(json: string): Uint8Array<ArrayBuffer> {
  const bytes = new TextEncoder().encode(json);
  const filled = new Uint8Array(Math.ceil(bytes.length / BLOCK_BYTES) * BLOCK_BYTES).fill(0x20);
  filled.set(bytes);
  return filled;
}
