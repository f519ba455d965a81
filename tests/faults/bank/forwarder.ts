import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A loopback port behind which the database may change, as a cluster's virtual address does. */
export interface Forwarder {
  port: number;
  /** Sends whoever comes from now on to another port, and cuts who is there. */
  moveTo(port: number): void;
  close(): void;
}

export async function openForwarder(firstPort: number): Promise<Forwarder> {
  const target = { port: firstPort };
  const open = new Set<Socket>();
  const server = createServer(inside => {
    const outside = connect(target.port, '127.0.0.1');
    for (const [one, other] of [
      [inside, outside],
      [outside, inside],
    ] as const) {
      open.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        open.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const cut = () => {
    for (const socket of open) socket.destroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    moveTo: port => {
      target.port = port;
      cut();
    },
    close: () => {
      cut();
      server.close();
    },
  };
}
