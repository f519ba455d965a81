import type { FastifyInstance } from 'fastify';
import type { Logger } from './services.ts';

/** One line per call: request id, operation, status, duration. No address, no query, no body: they may say who. */
export function logCalls(app: FastifyInstance, log: Logger): void {
  app.addHook('onResponse', (request, reply, done) => {
    log.info('call', {
      requestId: request.id,
      operation: request.routeOptions.config.operation ?? null,
      method: request.method,
      status: reply.statusCode,
      durationMs: Math.round(reply.elapsedTime * 10) / 10,
    });
    done();
  });
}
