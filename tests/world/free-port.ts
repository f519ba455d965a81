import { type AddressInfo, createServer } from 'node:net';

/** A loopback port that nobody listens on now, for servers that need one number for UDP and TCP. */
export async function findFreePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>(resolve => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise(resolve => probe.close(resolve));
  return port;
}
