import { z } from 'zod';
import { CONTRACT } from '#shared/api/contract.ts';
import type { Endpoint, Party } from '#shared/api/endpoint.ts';
import { COMMON_REFUSALS, REFUSALS, type RefusalCode } from '#shared/api/refusal.ts';
import { PROBLEM_MEDIA_TYPE } from './problem.ts';

type Json = Record<string, unknown>;

const SECURITY: Record<Party, Json[]> = {
  open: [],
  session: [{ session: [], proof: [] }],
  seller: [{ apiKey: [] }, { session: [], proof: [], seller: [] }],
  carrier: [{ apiKey: [] }],
  operator: [{ apiKey: [] }],
  issuer: [{ signature: [] }],
  bank: [{ signature: [] }],
};

const SECURITY_SCHEMES = {
  session: { type: 'http', scheme: 'DPoP', description: 'Access token bound to a device key (RFC 9449).' },
  proof: { type: 'apiKey', in: 'header', name: 'DPoP', description: 'Proof of the device key (RFC 9449).' },
  seller: { type: 'apiKey', in: 'header', name: 'wayveil-seller', description: 'Id of a shop of mine.' },
  apiKey: { type: 'http', scheme: 'bearer', description: 'API key, wvk_ and 43 characters.' },
  signature: { type: 'apiKey', in: 'header', name: 'webhook-signature', description: 'Standard Webhooks.' },
};

/** The contract as OpenAPI 3.1. */
export function makeOpenApi(origin: string): Json {
  const paths: Record<string, Json> = {};
  for (const [operation, endpoint] of Object.entries<Endpoint>(CONTRACT)) {
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}');
    const method = endpoint.method.toLowerCase();
    paths[path] = { ...paths[path], [method]: describeOperation(operation, endpoint) };
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Wayveil wallet server',
      version: '1',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: origin }],
    paths,
    components: { securitySchemes: SECURITY_SCHEMES },
  };
}

function describeOperation(operationId: string, endpoint: Endpoint): Json {
  const description: Json = {
    operationId,
    summary: endpoint.summary,
    security: SECURITY[endpoint.party],
    parameters: describeParameters(endpoint),
    responses: { [endpoint.status]: describeResult(endpoint), ...describeRefusals(endpoint) },
  };
  if (endpoint.body)
    description.requestBody = { required: true, content: makeContent(endpoint.body, 'input') };
  return description;
}

function describeParameters(endpoint: Endpoint): Json[] {
  const parameters = [...listFields('path', endpoint.params), ...listFields('query', endpoint.query)];
  if (endpoint.idempotency !== 'required') return parameters;
  const schema = { type: 'string', minLength: 1, maxLength: 200 };
  return [...parameters, { name: 'Idempotency-Key', in: 'header', required: true, schema }];
}

function listFields(place: 'path' | 'query', object: z.ZodObject | undefined): Json[] {
  return Object.entries(object?.shape ?? {}).map(([name, field]) => {
    const required = place === 'path' || !z.safeParse(field as z.ZodType, undefined).success;
    return { name, in: place, required, schema: makeSchema(field as z.ZodType, 'input') };
  });
}

function describeResult(endpoint: Endpoint): Json {
  if (endpoint.status === 204) return { description: 'Done.' };
  const schema = makeSchema(endpoint.result, 'output');
  const mediaType = endpoint.stream ? 'text/event-stream' : 'application/json';
  return { description: endpoint.summary, content: { [mediaType]: { schema } } };
}

/** One response per status, with the codes that it may carry. */
function describeRefusals(endpoint: Endpoint): Json {
  const keyed: RefusalCode[] =
    endpoint.idempotency === 'required'
      ? ['idempotency_key_missing', 'idempotency_key_reused', 'idempotency_in_progress']
      : [];
  const codes = [...new Set([...endpoint.refusals, ...keyed, ...COMMON_REFUSALS])];
  const statuses = [...new Set(codes.map(code => REFUSALS[code]))].sort();
  const responses = statuses.map(status => {
    const own = codes.filter(code => REFUSALS[code] === status);
    return [
      status,
      { description: own.join(', '), content: { [PROBLEM_MEDIA_TYPE]: { schema: makeProblemSchema(own) } } },
    ];
  });
  return Object.fromEntries(responses);
}

function makeProblemSchema(codes: RefusalCode[]): Json {
  const properties = {
    ...{ type: { type: 'string' }, title: { type: 'string' }, status: { type: 'integer' } },
    ...{ code: { enum: codes }, pointers: { type: 'array', items: { type: 'string' } } },
  };
  return { type: 'object', required: ['type', 'title', 'status', 'code'], properties };
}

function makeContent(schema: z.ZodType, io: 'input' | 'output'): Json {
  return { 'application/json': { schema: makeSchema(schema, io) } };
}

function makeSchema(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
}
