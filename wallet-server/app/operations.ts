import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { CONTRACT, type Operation } from '#shared/api/contract.ts';
import type { Endpoint } from '#shared/api/endpoint.ts';
import { foreseeRead, isForeseen } from '../purchases/foresee-read.ts';
import { keepsOwnAnswer } from '../purchases/keeps-own-answer.ts';
import { errorCodeOf } from '../storage/jobs/retry-policy.ts';
import { sendRefusal } from './answer-fault.ts';
import { runKeyed } from './call-key.ts';
import { type DecodedInput, decodeInput } from './decode-call.ts';
import type { Handlers } from './handler.ts';
import { IDENTIFY, type Identified, type IdentifyPorts } from './identify.ts';
import type { CallLimits } from './limit-calls.ts';
import { makeOpenStreams, type OpenStreams } from './open-streams.ts';
import { RefusedCall } from './problem.ts';
import { type CallSecrets, deriveCallSecrets, type Outcome, runOnce } from './run-once.ts';
import { sendEvents } from './send-events.ts';
import type { Services } from './services.ts';
import { watchCaller } from './watch-caller.ts';
import type { Load } from './watch-load.ts';
import { WRITE_AHEAD } from './write-ahead.ts';

type AnyHandler = (services: Services, call: never) => unknown;

export interface OperationPorts extends IdentifyPorts {
  handlers: Handlers<Operation>;
  /** Ends open streams when the server stops. */
  stopping: AbortSignal;
  load: Load;
}

/** One route per row of the contract: who calls, then what was said, then the noun's own handler. */
export function registerOperations(app: FastifyInstance, given: OperationPorts, limits: CallLimits): void {
  const callSecrets = deriveCallSecrets(given.services.settings.keyFor);
  const ports = { ...given, callSecrets, openStreams: makeOpenStreams() };
  for (const [name, endpoint] of Object.entries(CONTRACT)) {
    const operation = name as Operation;
    app.route({
      method: endpoint.method,
      url: endpoint.path,
      config: { operation },
      preValidation: (request, reply) => identify({ ports, limits, endpoint }, request, reply),
      handler: (request, reply) => answer(ports, operation, request, reply),
    });
  }
}

/** An address counts for calls that show nobody, and for those that show somebody wrongly. */
async function identify(
  { ports, limits, endpoint }: { ports: OperationPorts; limits: CallLimits; endpoint: Endpoint },
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  // Nobody waits for the end of a stream.
  if (!endpoint.stream) ports.load.hold(reply.raw);
  if (endpoint.party === 'open') await limits.byAddress(request, reply);
  const { method, url, rawBody } = request;
  const [path = ''] = url.split('?');
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
  );
  const foresee = (sellerId: string | null) => foreseeCall(ports, request, sellerId);
  const identified = await IDENTIFY[endpoint.party](ports, { method, path, headers, rawBody, foresee });
  if ('refused' in identified) {
    await limits.wrongCredential(request, reply);
    throw new RefusedCall(identified.refused);
  }
  request.identified = identified;
  if (endpoint.party !== 'open') await limits.byParty(request, reply);
  await limits.guarded(request, reply);
}

/** What cannot be decoded is refused once it is known who calls. */
function foreseeCall({ services }: OperationPorts, request: FastifyRequest, sellerId: string | null): void {
  const { operation } = request.routeOptions.config;
  if (operation === undefined || !isForeseen(operation)) return;
  const { params, query, body } = request;
  try {
    const input = decodeInput(CONTRACT[operation], { params, query, body });
    const engine = foreseeRead(services, operation, { ...input, sellerId } as never);
    request.foreseen = { input, engine };
  } catch (fault) {
    if (!(fault instanceof RefusedCall)) throw fault;
  }
}

async function answer(
  ports: KeyedPorts,
  operation: Operation,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const endpoint: Endpoint = CONTRACT[operation];
  const { identified } = request;
  if (!identified) throw new Error('a call was not identified');
  const { params, query, body, foreseen } = request;
  const input = foreseen?.input ?? decodeInput(endpoint, { params, query, body });
  const services = foreseen ? { ...ports.services, engine: foreseen.engine } : ports.services;
  const caller = watchCaller(reply.raw);
  const signal = endpoint.stream ? watchStream(caller, identified, ports) : caller;
  const handler: AnyHandler = ports.handlers[operation];
  const call = { party: identified.identity, ...input, signal } as never;
  if (endpoint.stream) {
    ports.openStreams.hold(identified.name, reply);
    const results = handler(ports.services, call) as AsyncIterable<unknown>;
    const onFault = (fault: unknown) =>
      ports.services.log.error('stream_broken', { operation, code: errorCodeOf(fault) });
    return sendEvents(reply, { results, schema: endpoint.result, signal, onFault });
  }
  const writeAhead: AnyHandler | undefined = WRITE_AHEAD[operation];
  await writeAhead?.(ports.services, call);
  const run = async (services: Services) => (await handler(services, call)) as Outcome;
  const outcome =
    endpoint.idempotency === 'required'
      ? await runWithKey({ ...ports, services }, { operation, identified, input, request, reply }, run)
      : await run(services);
  return sendOutcome(reply, endpoint, outcome);
}

interface KeyedPorts extends OperationPorts {
  callSecrets: CallSecrets;
  openStreams: OpenStreams;
}

interface KeyedCall {
  operation: Operation;
  identified: Identified;
  input: DecodedInput;
  request: FastifyRequest;
  reply: FastifyReply;
}

async function runWithKey(
  ports: KeyedPorts,
  { operation, identified, input, request, reply }: KeyedCall,
  run: (services: Services) => Promise<Outcome>,
): Promise<Outcome> {
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,200}$/.test(key))
    throw new RefusedCall('idempotency_key_missing');
  const [path = ''] = request.url.split('?');
  const call = {
    operation,
    party: identified.name,
    key,
    method: request.method,
    path,
    input,
    secrets: ports.callSecrets,
  };
  const runIt = keepsOwnAnswer(operation) ? runKeyed : runOnce;
  const { outcome, repeated } = await runIt(ports.services, call, run);
  if (repeated) reply.header('idempotency-replayed', 'true');
  return outcome;
}

/** Parsing the result again leaves out whatever the contract does not name, so that nothing slips out. */
function sendOutcome(reply: FastifyReply, endpoint: Endpoint, outcome: Outcome): FastifyReply {
  if ('refused' in outcome) return sendRefusal(reply, outcome.refused);
  reply.header('cache-control', 'no-store').code(endpoint.status);
  if (endpoint.status === 204) return reply.send();
  return reply
    .type('application/json; charset=utf-8')
    .send(JSON.stringify(endpoint.result.parse(outcome.ok)));
}

/** Aborts when the caller is gone, its session is over or the server stops: nothing else ends a stream. */
function watchStream(caller: AbortSignal, identified: Identified, ports: OperationPorts): AbortSignal {
  if (identified.untilMs === null) return AbortSignal.any([caller, ports.stopping]);
  const over = AbortSignal.timeout(Math.max(0, identified.untilMs - ports.services.clock()));
  return AbortSignal.any([caller, ports.stopping, over]);
}
