import type { Operation } from '#shared/api/contract.ts';
import type { FuzzedCall } from './fuzzed-call.ts';
import type { Answer } from './judge-answer.ts';
import { BYTE_WAYS } from './spoil.ts';

interface OperationTally {
  calls: number;
  succeeded: number;
  refused: number;
  /** What was done to calls of it. */
  ways: Set<string>;
}

/** What was called, and how it went. */
export interface FuzzTally {
  calls: number;
  statuses: Map<number, number>;
  operations: Map<Operation, OperationTally>;
}

export function makeTally(operations: readonly Operation[]): FuzzTally {
  const none = (): OperationTally => ({ calls: 0, succeeded: 0, refused: 0, ways: new Set() });
  return { calls: 0, statuses: new Map(), operations: new Map(operations.map(name => [name, none()])) };
}

export function countAnswer(tally: FuzzTally, call: FuzzedCall, { status }: Answer): void {
  tally.calls += 1;
  tally.statuses.set(status, (tally.statuses.get(status) ?? 0) + 1);
  const of = tally.operations.get(call.operation);
  if (!of) return;
  of.calls += 1;
  if (status < 300) of.succeeded += 1;
  else of.refused += 1;
  if (call.spoiledBytes) of.ways.add(call.spoiledBytes.way);
}

export function listNeverSucceeded({ operations }: FuzzTally): Operation[] {
  return [...operations].filter(([, { succeeded }]) => succeeded === 0).map(([operation]) => operation);
}

/** Operations that take bodies and were not sent broken ones in each way. */
export function listSpared(
  { operations }: FuzzTally,
  takesBody: (operation: Operation) => boolean,
): Operation[] {
  return [...operations]
    .filter(([operation, { ways }]) => takesBody(operation) && BYTE_WAYS.some(way => !ways.has(way)))
    .map(([operation]) => operation);
}

/** One line for each operation, then one for all. */
export function describeTally(tally: FuzzTally): string[] {
  const rows = [...tally.operations].map(([operation, { calls, succeeded, refused }]) =>
    [operation.padEnd(24), calls, succeeded, refused].map(cell => String(cell).padStart(8)).join(''),
  );
  const statuses = [...tally.statuses].sort(([one], [other]) => one - other);
  return [
    ['operation'.padEnd(24), 'calls', 'taken', 'refused'].map(cell => cell.padStart(8)).join(''),
    ...rows,
    `${tally.calls} answers: ${statuses.map(([status, count]) => `${count} × ${status}`).join(', ')}`,
  ];
}
