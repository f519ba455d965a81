import type { z } from 'zod';
import type { Endpoint } from '#shared/api/endpoint.ts';
import { RefusedCall } from './problem.ts';
import { holdsUnwritable } from './unwritable.ts';

export interface DecodedInput {
  params: unknown;
  query: unknown;
  body: unknown;
}

/** Decodes the parts that the row of the contract has; anything else is left out. Throws `input_invalid`. */
export function decodeInput(endpoint: Endpoint, given: DecodedInput): DecodedInput {
  return {
    params: decodePart('params', endpoint.params, given.params),
    query: decodePart('query', endpoint.query, given.query),
    body: decodePart('body', endpoint.body, given.body ?? {}),
  };
}

function decodePart(name: string, schema: z.ZodType | undefined, value: unknown): unknown {
  if (!schema) return undefined;
  if (name !== 'body' && holdsUnwritable(value)) throw new RefusedCall('input_invalid', [`/${name}`]);
  const decoded = schema.safeParse(value);
  if (decoded.success) return decoded.data;
  throw new RefusedCall('input_invalid', [
    ...new Set(decoded.error.issues.map(issue => toPointer(name, issue))),
  ]);
}

/** Names of the schema only: a key that the caller made up is left out. */
function toPointer(part: string, issue: z.core.$ZodIssue): string {
  const path = issue.code === 'invalid_key' ? issue.path.slice(0, -1) : issue.path;
  return ['', part, ...path.map(String)].join('/');
}
