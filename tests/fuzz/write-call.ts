import type { Endpoint } from '#shared/api/endpoint.ts';
import type { FuzzedCall, Parts } from './fuzzed-call.ts';
import { spoil, spoilBytes } from './spoil.ts';

/** A call as its bytes go out. */
export interface WrittenCall {
  url: string;
  /** Null: no body. */
  payload: Buffer | null;
}

/** Spoils `parts` as `call` says, and writes them. */
export function writeCall(
  row: Endpoint,
  parts: Parts,
  { spoiled, spoiledBytes }: Pick<FuzzedCall, 'spoiled' | 'spoiledBytes'>,
): WrittenCall {
  const said = spoiled ? { ...parts, [spoiled.part]: spoil(parts[spoiled.part], spoiled.by) } : parts;
  const url = fillPath(row.path, toRecord(said.params)) + writeQuery(toRecord(said.query));
  if (row.method === 'GET' || (said.body === undefined && !spoiledBytes)) return { url, payload: null };
  const json = JSON.stringify(said.body ?? {}) ?? '';
  return { url, payload: spoiledBytes ? spoilBytes(json, spoiledBytes) : Buffer.from(json) };
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
