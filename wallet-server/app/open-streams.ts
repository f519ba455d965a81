import type { FastifyReply } from 'fastify';
import { RefusedCall } from './problem.ts';

/** More windows than a person or a shop keeps open. */
export const STREAMS_AT_MOST = 16;
const RETRY_AFTER_SECONDS = 60;

/** The streams that each party holds open on this server: a key has no end, so calls a minute alone bound nothing. */
export interface OpenStreams {
  /**
   * Counts one more until its connection closes.
   * @throws RefusedCall `rate_limited` where the party holds as many as it may.
   */
  hold(party: string, reply: FastifyReply): void;
}

export function makeOpenStreams(): OpenStreams {
  const held = new Map<string, number>();
  const release = (party: string) => {
    const left = (held.get(party) ?? 1) - 1;
    if (left > 0) held.set(party, left);
    else held.delete(party);
  };
  return {
    hold(party, reply) {
      // Who left while the credential was checked closes no second time.
      if (reply.raw.destroyed) return;
      const count = held.get(party) ?? 0;
      if (count >= STREAMS_AT_MOST) {
        reply.header('retry-after', String(RETRY_AFTER_SECONDS));
        throw new RefusedCall('rate_limited');
      }
      held.set(party, count + 1);
      reply.raw.once('close', () => release(party));
    },
  };
}
