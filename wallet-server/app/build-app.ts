import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import fastify, { type FastifyInstance } from 'fastify';
import { registerLogPages } from '../log/log-pages.ts';
import './request-state.ts';
import { registerMetrics } from '../operators/metrics/register-metrics.ts';
import { answerFaults, sendRefusal } from './answer-fault.ts';
import { allowOrigins } from './cross-origin.ts';
import { makeDeviceKeys } from './device-keys.ts';
import { makeCallers } from './find-session.ts';
import { makeCallLimits, type RateLimits } from './limit-calls.ts';
import { logCalls } from './log-calls.ts';
import { makeOpenApi } from './openapi.ts';
import { type OperationPorts, registerOperations } from './operations.ts';
import { readJsonBodies } from './read-body.ts';
import { secureAnswers } from './security-headers.ts';
import { makeSharedCounts } from './shared-counts.ts';
import { traceCalls } from './trace-calls.ts';

const BODY_LIMIT_BYTES = 256 * 1024;
const REQUEST_TIMEOUT_MS = 30_000;

export interface AppPorts extends Omit<OperationPorts, 'callers' | 'readKey'> {
  limits: RateLimits;
  /** Adds pages beside the API. */
  registerPages?: (app: FastifyInstance) => Promise<void>;
  /** How many proxies stand before us; their `X-Forwarded-For` is believed. */
  trustedProxies?: number;
  /** A server that listens already, to be given `app.routing` once the app is ready; without one: `inject` only. */
  httpServer?: Server;
}

/** The whole HTTP side: hooks, operations of the contract, OpenAPI, pages. */
export async function buildApp(ports: AppPorts): Promise<FastifyInstance> {
  const { services } = ports;
  const { origin, extensionOrigins } = services.settings;
  const app = fastify({
    serverFactory: () => ports.httpServer ?? createServer(),
    bodyLimit: BODY_LIMIT_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
    trustProxy: (_address: string, hop: number) => hop < (ports.trustedProxies ?? 0),
    exposeHeadRoutes: false,
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: (_fault, _request, reply) => sendRefusal(reply, 'input_invalid'),
  });
  app.decorateRequest('identified', null);
  app.decorateRequest('rawBody', '');
  app.decorateRequest('foreseen', null);
  answerFaults(app, services.log);
  logCalls(app, services.log);
  traceCalls(app);

  allowOrigins(app, extensionOrigins);
  readJsonBodies(app);
  await secureAnswers(app, origin);
  const limits = await makeCallLimits(app, ports.limits, makeSharedCounts(ports));
  const identification = { callers: makeCallers(services.grouped), readKey: makeDeviceKeys() };
  registerMetrics(app, services, { operators: ports.keys.operators, limits });
  registerOperations(app, { ...ports, ...identification }, limits);
  const openApi = JSON.stringify(makeOpenApi(origin));
  app.get('/openapi.json', (_request, reply) => reply.type('application/json').send(openApi));
  registerLogPages(app, services);
  await ports.registerPages?.(app);
  return app;
}
