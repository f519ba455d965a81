import type { Operation } from '#shared/api/contract.ts';
import type { Engine } from '../purchases/engine.ts';
import type { DecodedInput } from './decode-call.ts';
import type { Identified } from './identify.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    operation?: Operation;
  }
  interface FastifyRequest {
    /** Who calls, once it is known. */
    identified: Identified | null;
    /** The body as it came, for signatures over it. */
    rawBody: string;
    /** What the call says and the engine that reads for it already, where that was foreseen. */
    foreseen: { input: DecodedInput; engine: Engine } | null;
  }
}
