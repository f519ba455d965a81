import { once } from 'node:events';
import {
  type ClientRequest,
  createServer,
  type IncomingMessage,
  request,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { CONTRACT, type Operation } from '#shared/api/contract.ts';
import type { TestApp } from '#tests/fixtures/wallet-server.ts';
import { type Answer, judgeAnswer } from './judge-answer.ts';

/** The operations that answer by a stream. */
export const STREAMS = ['streamPurchases', 'streamOrders'] as const satisfies readonly Operation[];
export type StreamOperation = (typeof STREAMS)[number];

/** Longer than this a stream hangs. */
const HANG_MS = 20_000;

/** What came of one attempt to open a stream. */
export interface OpenedStream {
  operation: StreamOperation;
  status: number;
  /** The whole answer where it was refused. */
  refusal: Answer | null;
  /** What is wrong with what came since it was last judged, or null. */
  judge(secrets: readonly string[]): string | null;
  /** Resolves once an event with these words came. */
  see(words: string): Promise<void>;
  /** Resolves once the server ended the stream. */
  ended(): Promise<void>;
  /** Resolves once the server has noticed. */
  leave(): Promise<void>;
}

interface StreamDoor {
  open(operation: StreamOperation, headers: Record<string, string>): Promise<OpenedStream>;
  /** Leaves as soon as the server has the request, whatever it does with it then. */
  knock(operation: StreamOperation, headers: Record<string, string>): Promise<void>;
}

/** Inside a test: the app on a socket of loopback: streams need one. */
export async function openStreamDoor({ app }: Pick<TestApp, 'app'>): Promise<StreamDoor> {
  const responses = new Map<string, PromiseWithResolvers<ServerResponse>>();
  const server = createServer((incoming, response) => {
    responses.get(String(incoming.headers['visit-id']))?.resolve(response);
    app.routing(incoming, response);
  });
  await app.ready();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const send = (operation: StreamOperation, given: Record<string, string>) => {
    const visitId = crypto.randomUUID();
    const arrived = Promise.withResolvers<ServerResponse>();
    responses.set(visitId, arrived);
    const headers = { host: 'wallet.localhost', ...given, 'visit-id': visitId };
    const sent = request({ host: '127.0.0.1', port, path: CONTRACT[operation].path, headers, agent: false });
    sent.on('error', () => undefined);
    sent.end();
    const leave = async () => {
      const response = await arrived.promise;
      responses.delete(visitId);
      const closed = response.destroyed ? null : once(response, 'close');
      sent.destroy();
      await hurry(closed, 'the server does not notice who left');
    };
    return { sent, leave };
  };
  return {
    async open(operation, headers) {
      const { sent, leave } = send(operation, headers);
      return await receive(operation, sent, leave);
    },
    knock: async (operation, headers) => await send(operation, headers).leave(),
  };
}

async function receive(
  operation: StreamOperation,
  sent: ClientRequest,
  leave: () => Promise<void>,
): Promise<OpenedStream> {
  const [response] = (await hurry(once(sent, 'response'), `${operation}: no answer`)) as [IncomingMessage];
  const told = { text: '', judgedLength: 0 };
  response.setEncoding('utf8').on('data', (text: string) => {
    told.text += text;
  });
  response.on('error', () => undefined);
  const ended = async () => {
    if (!response.readableEnded) await hurry(once(response, 'end'), `${operation}: it does not end`);
  };
  const status = response.statusCode ?? 0;
  const contentType = String(response.headers['content-type'] ?? '');
  if (status !== 200) await ended();
  const see = async (words: string) => {
    while (!told.text.includes(words))
      await hurry(once(response, 'data'), `${operation}: nothing of ${words}`);
  };
  if (status === 200) await see(': open');
  return {
    ...{ operation, status, see, ended, leave },
    refusal: status === 200 ? null : { status, contentType, text: told.text },
    judge: secrets =>
      contentType.startsWith('text/event-stream')
        ? judgeEvents(operation, takeEvents(told), secrets)
        : judgeAnswer(operation, { status, contentType, text: told.text }, secrets),
  };
}

/** The events that came whole since they were last taken. */
function takeEvents(told: { text: string; judgedLength: number }): string[] {
  const end = told.text.lastIndexOf('\n\n') + 1;
  const lines = told.text.slice(told.judgedLength, end).split('\n');
  told.judgedLength = end;
  return lines.filter(line => line.startsWith('data: ')).map(line => line.slice(6));
}

/** Each event is a result of the contract. */
function judgeEvents(
  operation: StreamOperation,
  events: readonly string[],
  secrets: readonly string[],
): string | null {
  const answers = events.map(event => ({ status: 200, contentType: 'application/json', text: event }));
  return answers.map(answer => judgeAnswer(operation, answer, secrets)).find(found => found !== null) ?? null;
}

async function hurry<T>(promise: Promise<T> | null, otherwise: string): Promise<T | null> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error(otherwise)), HANG_MS);
  return await Promise.race([promise, late.promise]).finally(() => clearTimeout(timer));
}
