import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { RefusalCode } from '#shared/api/refusal.ts';
import { errorCodeOf } from '../storage/jobs/retry-policy.ts';
import { FAULT_PROBLEM, makeProblem, PROBLEM_MEDIA_TYPE, RefusedCall } from './problem.ts';
import type { Logger } from './services.ts';

/** Fastify's own refusals in the words of the contract. */
const FRAMEWORK_CODES: Record<string, RefusalCode> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'body_too_large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'input_invalid',
  FST_ERR_CTP_INVALID_JSON_BODY: 'input_invalid',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'input_invalid',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'input_invalid',
};

/** Sends a refusal. */
export function sendRefusal(reply: FastifyReply, code: RefusalCode, pointers?: string[]): FastifyReply {
  const problem = makeProblem(code, pointers);
  return reply.code(problem.status).type(PROBLEM_MEDIA_TYPE).send(JSON.stringify(problem));
}

/** Turns whatever is thrown into problem details; a fault's message and stack go nowhere, its code into the log. */
export function answerFaults(app: FastifyInstance, log: Logger): void {
  app.setErrorHandler((fault: unknown, request: FastifyRequest, reply) => {
    const refused = findRefusal(fault);
    if (refused) return sendRefusal(reply, refused.code, refused.pointers);
    log.error('call_failed', {
      requestId: request.id,
      operation: request.routeOptions.config.operation ?? null,
      code: errorCodeOf(fault),
      at: findOwnFrame(fault),
    });
    return reply.code(500).type(PROBLEM_MEDIA_TYPE).send(JSON.stringify(FAULT_PROBLEM));
  });
  app.setNotFoundHandler((_request, reply) => sendRefusal(reply, 'not_found'));
}

function findRefusal(fault: unknown): { code: RefusalCode; pointers?: string[] | undefined } | null {
  if (fault instanceof RefusedCall) return fault;
  if (!(fault instanceof Error)) return null;
  const code = FRAMEWORK_CODES[errorCodeOf(fault)];
  if (code) return { code };
  const status = 'statusCode' in fault ? fault.statusCode : undefined;
  return status === 400 || status === 415 ? { code: 'input_invalid' } : null;
}

/** Where in our code it happened: file and line, which hold no data; the message may. */
function findOwnFrame(fault: unknown): string | null {
  const stack = fault instanceof Error ? (fault.stack ?? '') : '';
  return /(?:wallet-server|shared)\/[\w./-]+:\d+/.exec(stack)?.[0] ?? null;
}
