import { createServer, type Server } from 'node:http';

const HEADERS_TIMEOUT_MS = 10_000;
const REQUEST_TIMEOUT_MS = 30_000;
const KEEP_ALIVE_MS = 65_000;
const GRACE_MS = 5_000;

/** A server that has its port before the app exists, since the app's origin names it. */
export async function listen(host: string, port: number): Promise<{ httpServer: Server; port: number }> {
  const httpServer = createServer({
    headersTimeout: HEADERS_TIMEOUT_MS,
    requestTimeout: REQUEST_TIMEOUT_MS,
    keepAliveTimeout: KEEP_ALIVE_MS,
  });
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  httpServer.once('error', reject);
  httpServer.listen({ host, port }, resolve);
  await promise;
  const address = httpServer.address();
  if (address === null || typeof address === 'string') throw new Error('a server listens on no port');
  return { httpServer, port: address.port };
}

/** Takes no more connections and waits for calls under way; those that take longer than the grace are cut. */
export async function stopListening(httpServer: Server): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  httpServer.close(() => resolve());
  const timer = setTimeout(() => httpServer.closeAllConnections(), GRACE_MS);
  await promise;
  clearTimeout(timer);
}
