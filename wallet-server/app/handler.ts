import type { z } from 'zod';
import type { CallOutcome } from '#shared/api/call.ts';
import type { Contract, Operation } from '#shared/api/contract.ts';
import type { Party } from '#shared/api/endpoint.ts';
import type { Services } from './services.ts';

/** Who calls, known from token, key or signature and never from the payload. */
export interface PartyIdentity {
  /** `jkt` is the thumbprint of the device key that the DPoP proof of this call was made with (RFC 9449). */
  open: { jkt: string | null };
  session: { personId: string; deviceId: string; sessionId: string };
  /** `by`: the session of the shop's person, or the key of the shop's server by its hash. */
  seller: { sellerId: string; by: { sessionId: string } | { apiKeyHash: Buffer } };
  carrier: { carrierId: string; name: string };
  operator: { operatorId: string };
  issuer: { messageId: string };
  bank: { messageId: string };
}

type OutputOf<S> = S extends z.ZodType ? z.output<S> : undefined;
type Part<O extends Operation, K extends string> = K extends keyof Contract[O]
  ? OutputOf<Contract[O][K]>
  : undefined;

/** One decoded call. */
export interface Call<O extends Operation> {
  party: PartyIdentity[Contract[O]['party'] & Party];
  params: Part<O, 'params'>;
  query: Part<O, 'query'>;
  body: Part<O, 'body'>;
  /** Ends when the caller is gone. */
  signal: AbortSignal;
}

type Streamed<O extends Operation> = Contract[O] extends { stream: true } ? true : false;

/**
 * Answers one operation: a result or a closed refusal; a stream gives its results one after the other. Where the row
 * says `idempotency: 'required'`, `services.directory` is the transaction of this call (see `run-once.ts`).
 */
export type Handler<O extends Operation> = (
  services: Services,
  call: Call<O>,
) => Streamed<O> extends true ? AsyncIterable<z.output<Contract[O]['result']>> : Promise<CallOutcome<O>>;

/** The operations that a noun answers. */
export type Handlers<O extends Operation> = { [K in O]: Handler<K> };
