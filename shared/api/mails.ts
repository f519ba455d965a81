import { z } from 'zod';
import { defineEndpoint } from './endpoint.ts';
import { Id, TimeMs } from './fields.ts';

const SESSION = ['session_missing', 'session_expired', 'proof_invalid'] as const;

/** A shop's mail to a unique address, sealed to its owner's reading key (HPKE, RFC 9180); the server cannot open it. */
export const SealedMail = z.object({
  id: Id,
  receivedAtMs: TimeMs,
  senderDomain: z.string(),
  /** base64url of the HPKE encapsulated key and cipher text. */
  enc: z.string(),
  ciphertext: z.string(),
});
export type SealedMail = z.infer<typeof SealedMail>;

export const listMails = defineEndpoint({
  ...{ method: 'GET', path: '/v1/mails', party: 'session', status: 200 },
  summary: 'Mails that shops sent to my unique address, newest first, each sealed to me.',
  query: z.object({ before: Id.optional(), limit: z.coerce.number().int().min(1).max(50).default(20) }),
  result: z.object({ mails: z.array(SealedMail) }),
  refusals: SESSION,
});
