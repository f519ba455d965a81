import type { Operation } from '#shared/api/contract.ts';
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
  }
}
