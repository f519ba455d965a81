import { z } from 'zod';
import { defineEndpoint } from './endpoint.ts';
import { Id, Nothing, TimeMs } from './fields.ts';

/** A count or place of leaves. */
const Position = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
/** SHA-256 in base64, as notes have it. */
const HashText = z.base64().length(44);

export const getLog = defineEndpoint({
  ...{ method: 'GET', path: '/v1/log', party: 'open', status: 200 },
  summary: 'Where the log lies (C2SP tlog-tiles) and by which keys it is signed and witnessed.',
  result: z.object({
    /** Path below the origin of the server. */
    prefix: z.string(),
    /** C2SP signed-note verifier keys; the first part of a key is its name. */
    key: z.string(),
    witnessKeys: z.array(z.string()),
  }),
  refusals: [],
});

export const proveInclusion = defineEndpoint({
  ...{ method: 'GET', path: '/v1/log/inclusion', party: 'open', status: 200 },
  summary: 'The proof that a leaf stands at its place in the tree of a size (RFC 6962, 2.1.1).',
  query: z.object({ leafIndex: Position, size: Position }),
  result: z.object({ proof: z.array(HashText) }),
  refusals: ['not_found'],
});

export const proveConsistency = defineEndpoint({
  ...{ method: 'GET', path: '/v1/log/consistency', party: 'open', status: 200 },
  summary: 'The proof that the tree of one size begins the tree of a larger one (RFC 6962, 2.1.2).',
  query: z.object({ from: Position, to: Position }),
  result: z.object({ proof: z.array(HashText) }),
  refusals: ['not_found'],
});

export const addCosignature = defineEndpoint({
  ...{ method: 'POST', path: '/v1/log/cosignatures', party: 'open', status: 200 },
  summary: 'A witness adds its cosignature (C2SP tlog-cosignature) to the checkpoint of a size.',
  body: z.object({ size: z.int().nonnegative(), line: z.string().max(500) }),
  result: Nothing,
  refusals: ['not_found', 'key_invalid', 'signature_invalid'],
  idempotency: 'own_nonce',
});

/** One entry of the log about its owner, with all that is needed to find its hash in the tree. */
export const LogReceipt = z.object({
  leafIndex: z.int().nonnegative(),
  /** 32 bytes in base64. */
  salt: HashText,
  entry: z.object({ kind: z.string(), subjectId: Id, detail: z.string(), atMs: TimeMs }),
});
export type LogReceipt = z.infer<typeof LogReceipt>;

export const listLogReceipts = defineEndpoint({
  ...{ method: 'GET', path: '/v1/me/log-receipts', party: 'session', status: 200 },
  summary: 'What the log holds about me, in its order; `from` is the first place to look at.',
  query: z.object({ from: Position.default(0), limit: z.coerce.number().int().min(1).max(500).default(200) }),
  result: z.object({ receipts: z.array(LogReceipt) }),
  refusals: ['session_missing', 'session_expired', 'proof_invalid'],
});
