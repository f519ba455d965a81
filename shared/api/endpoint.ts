import type { z } from 'zod';
import type { RefusalCode } from './refusal.ts';

/**
 * Who may call: `session` is a person's device (access token and DPoP proof, RFC 9449), `seller` an API key or a
 * session with the header `wayveil-seller: <seller id>`, `carrier` and `operator` an API key, `issuer` and `bank` a
 * Standard Webhooks signature, `open` anyone.
 */
export type Party = 'open' | 'session' | 'seller' | 'carrier' | 'operator' | 'issuer' | 'bank';

/** One row of the contract. Parameters in `path` are written `:name`. */
export interface Endpoint {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  path: string;
  party: Party;
  summary: string;
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodType;
  status: 200 | 201 | 204;
  result: z.ZodType;
  refusals: readonly RefusalCode[];
  /** Server-sent events (WHATWG HTML, section 9.2): each `data:` line is one `result` as JSON. */
  stream?: true;
  /** Unsafe calls take an `Idempotency-Key` unless they say why not: a ceremony's own nonce already makes them so. */
  idempotency?: 'required' | 'own_nonce';
}

/** Keeps the exact types of one row. */
export function defineEndpoint<const E extends Endpoint>(endpoint: E): E {
  return endpoint;
}
