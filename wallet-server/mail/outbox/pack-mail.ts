import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import type { ComposedMail } from '../outgoing/compose.ts';
import dictionaries from './letter-dictionaries.json' with { type: 'json' };

type PackedMail = Pick<ComposedMail, 'envelope' | 'raw'>;

/** Mails are small: making room for large ones takes longer than deflating. */
const QUICKLY = { level: 1, windowBits: 13, memLevel: 5, chunkSize: 4096 };
/** The first byte of what is packed so. Mails kept by releases before it are JSON, and begin with a brace. */
const DEFLATED = 1;
/**
 * Further first bytes: deflated beside letters of that language, of which only the differences are kept. What is kept
 * opens by the same dictionary alone: a better one gets a number of its own, and these stay.
 */
const DICTIONARIES = [
  { form: 2, language: 'en', dictionary: Buffer.from(dictionaries.en) },
  { form: 3, language: 'ko', dictionary: Buffer.from(dictionaries.ko) },
  { form: 4, language: 'ja', dictionary: Buffer.from(dictionaries.ja) },
] as const;
/** It is the second field of each letter. */
const LANGUAGE_WITHIN = 100;
const Envelope = z.object({ from: z.string(), to: z.string() });
const Uncompressed = Envelope.extend({ raw: z.base64() });

/**
 * Envelope and message in as few bytes as are had quickly: what is sealed, sent and written is a tenth of a letter of
 * ours, a third of another mail, and fits into a row of the table instead of a dozen beside it.
 */
export function packMail({ envelope, raw }: PackedMail): Buffer {
  const { from, to } = envelope;
  const whole = Buffer.concat([Buffer.from(`${JSON.stringify({ from, to })}\n`), raw]);
  const beginning = raw.toString('latin1', 0, LANGUAGE_WITHIN);
  const known = DICTIONARIES.find(({ language }) => beginning.includes(`\nContent-Language: ${language}\r`));
  if (!known) return Buffer.concat([Buffer.of(DEFLATED), deflateRawSync(whole, QUICKLY)]);
  const { form, dictionary } = known;
  return Buffer.concat([Buffer.of(form), deflateRawSync(whole, { ...QUICKLY, dictionary })]);
}

export function unpackMail(packed: Uint8Array): PackedMail {
  const [form] = packed;
  const dictionary = DICTIONARIES.find(known => known.form === form)?.dictionary;
  if (!dictionary && form !== DEFLATED) {
    const { raw, ...envelope } = Uncompressed.parse(JSON.parse(Buffer.from(packed).toString()));
    return { envelope, raw: Buffer.from(raw, 'base64') };
  }
  const whole = inflateRawSync(packed.subarray(1), dictionary && { dictionary });
  const end = whole.indexOf('\n');
  return {
    envelope: Envelope.parse(JSON.parse(whole.toString('utf8', 0, end))),
    raw: whole.subarray(end + 1),
  };
}
