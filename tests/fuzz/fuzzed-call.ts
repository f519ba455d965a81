import fc from 'fast-check';
import type { z } from 'zod';
import { CONTRACT } from '#shared/api/contract.ts';
import type { Endpoint } from '#shared/api/endpoint.ts';
import type { PlainOperation } from './right-calls.ts';
import { makeFitting, type Pool } from './schema-arbitrary.ts';
import { BYTE_WAYS, type ByteSpoiling, byteSpoiling, type Spoiling, spoiling } from './spoil.ts';

/** The parts of a call that carry something. */
export interface Parts {
  params?: unknown;
  query?: unknown;
  body?: unknown;
}
type Part = keyof Parts;

/** One call as it is told; what it says may be made only when it is sent. */
export interface FuzzedCall {
  operation: PlainOperation;
  /** Values of the schema, or `right`: a call that is taken as it stands, made for this moment. */
  parts: Parts | 'right';
  /** What of it is changed; null: nothing. */
  spoiled: { part: Part; by: Spoiling } | null;
  spoiledBytes: ByteSpoiling | null;
  /** Whether it is signed by the party that the row asks for, or shows nothing. */
  signed: boolean;
  idempotencyKey: 'new' | 'used before' | 'too long' | 'none';
  /** One that nobody would send, over all others. */
  oddHeader: readonly [string, string] | null;
  /** The same once more: whoever was answered well is answered the same. */
  twice: boolean;
}

/** Streams do not end by themselves; they have tests of their own. */
export const FUZZED_OPERATIONS = (Object.entries<Endpoint>(CONTRACT) as [PlainOperation, Endpoint][])
  .filter(([, row]) => !row.stream)
  .map(([operation]) => operation);

const RIGHT: Omit<FuzzedCall, 'operation'> = {
  idempotencyKey: 'new',
  ...{ parts: 'right' as const, spoiled: null, spoiledBytes: null, signed: true },
  ...{ oddHeader: null, twice: false },
};

/** The call that must be taken. */
export function makeRightCall(operation: PlainOperation): FuzzedCall {
  return { ...RIGHT, operation };
}

/** The right call as bytes that nobody takes, in each way: for whoever takes a body. */
export function makeBrokenCalls(operation: PlainOperation): FuzzedCall[] {
  if (CONTRACT[operation].method === 'GET') return [];
  return BYTE_WAYS.map(way => ({ ...makeRightCall(operation), spoiledBytes: { at: 500, way } }));
}

export const ODD_HEADERS: ReadonlyArray<readonly [string, string]> = [
  ...(['text/plain', 'application/json; charset=utf-16', 'multipart/form-data; boundary=x', ''] as const).map(
    type => ['content-type', type] as const,
  ),
  ...[['content-encoding', 'gzip'] as const, ['accept', 'image/*;q=0'] as const],
  ...[['authorization', 'Bearer '] as const, ['authorization', `DPoP ${'a'.repeat(4000)}`] as const],
  ...[['dpop', 'a.b.c'] as const, ['dpop', 'eyJ9..'] as const],
  ...[['wayveil-seller', 'x'.repeat(300)] as const, ['x-forwarded-for', '::1, %%, 10.0.0.1'] as const],
  ...[['origin', 'null'] as const, ['origin', 'https://elsewhere.example'] as const],
  ...[['host', '..'] as const, ['range', 'bytes=9-1'] as const, ['expect', 'a-pony'] as const],
  ...[['webhook-timestamp', '99999999999999999999'] as const, ['webhook-id', '\u00e9'] as const],
  ...[['traceparent', '00-zz-zz-ff'] as const, ['last-event-id', '-1'] as const],
];

/** Any call of the contract: right, nearly right and wrong ones. */
export function makeCalls(pool: Pool): fc.Arbitrary<FuzzedCall> {
  return fc.oneof(...FUZZED_OPERATIONS.map(operation => makeCallsOf(operation, pool)));
}

function makeCallsOf(operation: PlainOperation, pool: Pool): fc.Arbitrary<FuzzedCall> {
  const row: Endpoint = CONTRACT[operation];
  const present = (['params', 'query', 'body'] as const).filter(part => row[part]);
  const rarely = <T>(arbitrary: fc.Arbitrary<T>, of: number) =>
    fc.oneof({ weight: of - 1, arbitrary: fc.constant(null) }, { weight: 1, arbitrary });
  return fc.record({
    operation: fc.constant(operation),
    parts: fc.oneof(
      { weight: 3, arbitrary: fc.constant('right' as const) },
      { weight: 7, arbitrary: makeParts(row, pool) },
    ),
    spoiled:
      present.length === 0
        ? fc.constant(null)
        : rarely(fc.record({ part: fc.constantFrom(...present), by: spoiling }), 2),
    spoiledBytes: row.method === 'GET' ? fc.constant(null) : rarely(byteSpoiling, 8),
    signed: fc.nat(9).map(chance => chance > 0),
    idempotencyKey: fc.oneof(
      { weight: 8, arbitrary: fc.constant('new' as const) },
      { weight: 1, arbitrary: fc.constantFrom('used before', 'too long', 'none') },
    ),
    oddHeader: rarely(fc.constantFrom(...ODD_HEADERS), 12),
    twice: fc.nat(9).map(chance => chance === 0),
  });
}

function makeParts(row: Endpoint, pool: Pool): fc.Arbitrary<Parts> {
  const make = (schema: z.ZodType | undefined) =>
    schema ? makeFitting(schema, pool) : fc.constant(undefined);
  return fc.record({ params: make(row.params), query: make(row.query), body: make(row.body) });
}
