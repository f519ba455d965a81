import { createServer, type RequestListener, type Server } from 'node:http';
import { makeProblem, PROBLEM_MEDIA_TYPE } from './problem.ts';

const HEADERS_TIMEOUT_MS = 10_000;
const REQUEST_TIMEOUT_MS = 30_000;
const KEEP_ALIVE_MS = 65_000;
const GRACE_MS = 5_000;

export interface Listening {
  httpServer: Server;
  port: number;
  /** Lets `listener` answer from now on. */
  serve(listener: RequestListener): void;
}

/**
 * A server that has its port before the app exists, since the app's origin names it. Until `serve` it answers that it
 * is not ready: a call without an answer would hang until its caller gives up.
 */
export async function listen(host: string, port: number): Promise<Listening> {
  const httpServer = createServer({
    headersTimeout: HEADERS_TIMEOUT_MS,
    requestTimeout: REQUEST_TIMEOUT_MS,
    keepAliveTimeout: KEEP_ALIVE_MS,
  });
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  httpServer.on('request', answerNotReady);
  httpServer.once('error', reject);
  httpServer.listen({ host, port }, resolve);
  await promise;
  const address = httpServer.address();
  if (address === null || typeof address === 'string') throw new Error('a server listens on no port');
  const serve = (listener: RequestListener) => {
    httpServer.off('request', answerNotReady);
    httpServer.on('request', listener);
  };
  return { httpServer, port: address.port, serve };
}

const answerNotReady: RequestListener = (_request, response) => {
  const problem = makeProblem('not_ready');
  response.writeHead(problem.status, { 'content-type': PROBLEM_MEDIA_TYPE, 'retry-after': '1' });
  response.end(JSON.stringify(problem));
};

/** Takes no more connections and waits for calls under way; those that take longer than the grace are cut. */
export async function stopListening(httpServer: Server): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  httpServer.close(() => resolve());
  const timer = setTimeout(() => httpServer.closeAllConnections(), GRACE_MS);
  await promise;
  clearTimeout(timer);
}
