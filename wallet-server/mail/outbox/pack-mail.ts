import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import type { ComposedMail } from '../outgoing/compose.ts';

type PackedMail = Pick<ComposedMail, 'envelope' | 'raw'>;

/** Mails are small: making room for large ones takes longer than deflating. */
const QUICKLY = { level: 1, windowBits: 13, memLevel: 5, chunkSize: 4096 };
/** The first byte of what is packed so. Mails kept by releases before it are JSON, and begin with a brace. */
const DEFLATED = 1;
const Envelope = z.object({ from: z.string(), to: z.string() });
const Uncompressed = Envelope.extend({ raw: z.base64() });

/**
 * Envelope and message in as few bytes as are had quickly: what is sealed, sent and written is a third of the message,
 * and fits into a row of the table instead of a dozen beside it.
 */
export function packMail({ envelope, raw }: PackedMail): Buffer {
  const { from, to } = envelope;
  const whole = Buffer.concat([Buffer.from(`${JSON.stringify({ from, to })}\n`), raw]);
  return Buffer.concat([Buffer.of(DEFLATED), deflateRawSync(whole, QUICKLY)]);
}

export function unpackMail(packed: Uint8Array): PackedMail {
  if (packed[0] !== DEFLATED) {
    const { raw, ...envelope } = Uncompressed.parse(JSON.parse(Buffer.from(packed).toString()));
    return { envelope, raw: Buffer.from(raw, 'base64') };
  }
  const whole = inflateRawSync(packed.subarray(1));
  const end = whole.indexOf('\n');
  return {
    envelope: Envelope.parse(JSON.parse(whole.toString('utf8', 0, end))),
    raw: whole.subarray(end + 1),
  };
}
