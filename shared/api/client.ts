import { EventSourceParserStream } from 'eventsource-parser/stream';
import type { CallInput, CallOutcome, CallRefusal, CallResult } from './call.ts';
import type { Contract, Operation } from './contract.ts';
import { ROUTES } from './routes.ts';

type StreamOperation = { [O in Operation]: Contract[O] extends { stream: true } ? O : never }[Operation];
type PlainOperation = Exclude<Operation, StreamOperation>;

/** One request before it is sent; `url` has no query, as a DPoP proof's `htu` wants it (RFC 9449). */
export interface OutgoingCall {
  operation: Operation;
  method: string;
  url: string;
}

/** The server could not be reached, or answered outside the contract. `retriable`: the same call may succeed later. */
export class CallFault extends Error {
  readonly retriable: boolean;
  constructor(message: string, options: { cause?: unknown; retriable: boolean }) {
    super(message, { cause: options.cause });
    this.name = 'CallFault';
    this.retriable = options.retriable;
  }
}

export interface ClientPorts {
  /** `http://wallet.localhost:8477`, without a slash at its end. */
  origin: string;
  fetch: typeof globalThis.fetch;
  /** Headers that prove who calls: `authorization`, `dpop`, `wayveil-seller`. Throws where it cannot. */
  authorize?: (call: OutgoingCall) => Promise<Record<string, string>>;
  /** Decodes an answer, where the caller does not simply trust the server: `CONTRACT[operation].result.parse`. */
  decode?: (operation: Operation, answer: unknown) => unknown;
}

export interface CallOptions {
  signal?: AbortSignal;
  /** Keep it over repetitions of one command; unsafe calls get a new one where none is given. */
  idempotencyKey?: string;
}

export interface Client {
  call<O extends PlainOperation>(
    operation: O,
    input: CallInput<O>,
    options?: CallOptions,
  ): Promise<CallOutcome<O>>;
  /** Ends when the server or `signal` ends it; throws a `CallFault` where the connection breaks. */
  stream<O extends StreamOperation>(
    operation: O,
    input: CallInput<O>,
    options?: CallOptions,
  ): Promise<{ ok: AsyncIterable<CallResult<O>> } | { refused: CallRefusal<O> }>;
}

interface RawInput {
  params?: Record<string, unknown>;
  query?: Record<string, unknown>;
  body?: unknown;
}

/** The typed client of the contract. Refusals are returned, faults are thrown as `CallFault`. */
export function createClient(ports: ClientPorts): Client {
  const decode = ports.decode ?? ((_operation: Operation, answer: unknown) => answer);
  return {
    async call(operation, input, options = {}) {
      const response = await send(ports, operation, input as RawInput, options);
      if (!response.ok) return { refused: (await readRefusal(response)) as CallRefusal<typeof operation> };
      const answer = response.status === 204 ? {} : await readJson(response);
      return { ok: decode(operation, answer) as CallResult<typeof operation> };
    },
    async stream(operation, input, options = {}) {
      const response = await send(ports, operation, input as RawInput, options);
      if (!response.ok) return { refused: (await readRefusal(response)) as CallRefusal<typeof operation> };
      return {
        ok: readEvents(response, answer => decode(operation, answer) as CallResult<typeof operation>),
      };
    },
  };
}

async function send(
  ports: ClientPorts,
  operation: Operation,
  input: RawInput,
  options: CallOptions,
): Promise<Response> {
  const [method = '', pattern = ''] = ROUTES[operation].split(' ');
  const url = ports.origin + fillPath(pattern, input.params ?? {});
  const headers: Record<string, string> = { ...(await ports.authorize?.({ operation, method, url })) };
  if (method !== 'GET') headers['idempotency-key'] = options.idempotencyKey ?? crypto.randomUUID();
  const init: RequestInit = { method, headers, cache: 'no-store', credentials: 'omit', redirect: 'error' };
  if (input.body !== undefined) {
    headers['content-type'] = 'application/json';
    init.body = JSON.stringify(input.body);
  }
  if (options.signal) init.signal = options.signal;
  try {
    return await ports.fetch(url + makeQuery(input.query ?? {}), init);
  } catch (cause) {
    throw new CallFault(`${operation}: no answer`, { cause, retriable: true });
  }
}

function fillPath(pattern: string, params: Record<string, unknown>): string {
  return pattern.replace(/:(\w+)/g, (_match, name: string) => encodeURIComponent(String(params[name])));
}

function makeQuery(query: Record<string, unknown>): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined);
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return text && `?${text}`;
}

async function readRefusal(response: Response): Promise<string> {
  const problem = (await readJson(response)) as { code?: unknown };
  if (typeof problem.code === 'string') return problem.code;
  throw new CallFault(`status ${response.status} without a code`, { retriable: response.status >= 500 });
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch (cause) {
    throw new CallFault(`status ${response.status} without JSON`, { cause, retriable: true });
  }
}

async function* readEvents<T>(
  response: Response,
  decode: (answer: unknown) => T,
  signal?: AbortSignal,
): AsyncGenerator<T> {
  if (!response.body) throw new CallFault('a stream without a body', { retriable: true });
  const events = response.body
    .pipeThrough(new TextDecoderStream())
    .pipeThrough(new EventSourceParserStream());
  const reader = events.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield decode(JSON.parse(value.data));
    }
  } catch (cause) {
    if (signal?.aborted) return;
    throw new CallFault('the stream broke', { cause, retriable: true });
  } finally {
    reader.cancel().catch(() => undefined);
  }
}
