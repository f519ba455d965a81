import fc from 'fast-check';
import type { z } from 'zod';
import { CONTRACT, type Operation } from '#shared/api/contract.ts';
import type { Endpoint } from '#shared/api/endpoint.ts';
import { makeFitting, type Pool } from './schema-arbitrary.ts';
import { spoil, spoilBytes } from './spoil.ts';

/** One call as it goes over the wire. */
export interface FuzzedCall {
  operation: Operation;
  url: string;
  /** Null: no body. */
  payload: Buffer | null;
  /** Whether it is signed by the party that the row asks for, or shows nothing. */
  signed: boolean;
  idempotencyKey: string | null;
}

/** Streams do not end by themselves; they have tests of their own. */
export const FUZZED_OPERATIONS = (Object.entries<Endpoint>(CONTRACT) as [Operation, Endpoint][])
  .filter(([, row]) => !row.stream)
  .map(([operation]) => operation);

/** Any call of the contract: right, nearly right and wrong ones. */
export function makeCalls(pool: Pool): fc.Arbitrary<FuzzedCall> {
  return fc.oneof(...FUZZED_OPERATIONS.map(operation => makeCallsOf(operation, pool)));
}

function makeCallsOf(operation: Operation, pool: Pool): fc.Arbitrary<FuzzedCall> {
  const row: Endpoint = CONTRACT[operation];
  return fc.record({
    operation: fc.constant(operation),
    url: fc.tuple(makePart(row.params, pool), makePart(row.query, pool)).map(([params, query]) => {
      return fillPath(row.path, toRecord(params)) + writeQuery(toRecord(query));
    }),
    payload: row.method === 'GET' ? fc.constant(null) : makePayload(row, pool),
    signed: fc.nat(9).map(chance => chance > 0),
    idempotencyKey: fc.oneof(
      { weight: 8, arbitrary: fc.uuid() },
      { weight: 1, arbitrary: fc.constantFrom('again', 'x'.repeat(201), null) },
    ),
  });
}

/** Half of all parts fit; the others are one step away from it. */
function makePart(schema: z.ZodType | undefined, pool: Pool): fc.Arbitrary<unknown> {
  if (!schema) return fc.constant({});
  const fitting = makeFitting(schema, pool);
  return fc.oneof({ weight: 1, arbitrary: fitting }, { weight: 1, arbitrary: fitting.chain(spoil) });
}

function makePayload(row: Endpoint, pool: Pool): fc.Arbitrary<Buffer | null> {
  const json = makePart(row.body, pool).map(body => JSON.stringify(body) ?? '');
  return fc.oneof(
    { weight: 12, arbitrary: json.map(text => Buffer.from(text)) },
    { weight: 2, arbitrary: json.chain(spoilBytes) },
    { weight: 1, arbitrary: fc.constant(null) },
  );
}

function toRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function fillPath(path: string, params: Record<string, unknown>): string {
  return path.replace(/:(\w+)/g, (_match, name: string) => writeSegment(params[name]));
}

/** Lone surrogates cannot be written into an address. */
function writeSegment(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return encodeURIComponent(text.toWellFormed()).slice(0, 600) || '%20';
}

function writeQuery(query: Record<string, unknown>): string {
  const parts = Object.entries(query).map(([name, value]) => `${writeSegment(name)}=${writeSegment(value)}`);
  return parts.length > 0 ? `?${parts.join('&')}` : '';
}
