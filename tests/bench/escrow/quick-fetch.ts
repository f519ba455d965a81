import { connect, type Socket } from 'node:net';

interface Connection {
  ask(request: string): Promise<Response>;
  readonly isOpen: boolean;
  end(): void;
}

/**
 * As much of `fetch` as the client of the contract uses, over kept connections to the loopback address; requests go to
 * `ports` in turns. It speaks as much of HTTP/1.1 (RFC 9112) as the wallet server does, since a caller of the bench
 * shall not take more of the machine than the server that it measures.
 */
export function makeQuickFetch(ports: readonly number[]): { fetch: typeof globalThis.fetch; close(): void } {
  const all = new Set<Connection>();
  const idle = new Map<number, Connection[]>(ports.map(port => [port, []]));
  let turn = 0;
  const take = (port: number): Connection => {
    for (let kept = idle.get(port)?.pop(); kept; kept = idle.get(port)?.pop()) {
      if (kept.isOpen) return kept;
      all.delete(kept);
    }
    const opened = openConnection(port);
    all.add(opened);
    return opened;
  };
  const fetch = async (input: string | URL | Request, init: RequestInit = {}) => {
    turn += 1;
    const port = ports[turn % ports.length] ?? 0;
    const connection = take(port);
    const { signal } = init;
    signal?.addEventListener('abort', connection.end);
    try {
      const answer = await connection.ask(writeRequest(String(input), init));
      idle.get(port)?.push(connection);
      return answer;
    } finally {
      signal?.removeEventListener('abort', connection.end);
    }
  };
  const close = () => {
    for (const connection of all) connection.end();
    all.clear();
  };
  return { fetch, close };
}

function writeRequest(url: string, { method = 'GET', headers, body }: RequestInit): string {
  const [, host = '', path = '/'] = /^http:\/\/([^/]+)(\/[^#]*)?/.exec(url) ?? [];
  const text = body === undefined || body === null ? '' : String(body);
  const named = Object.entries(headers as Record<string, string>).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  );
  const length = text === '' ? '' : `content-length: ${Buffer.byteLength(text)}\r\n`;
  return `${method} ${path} HTTP/1.1\r\nhost: ${host}\r\n${named.join('')}${length}\r\n${text}`;
}

function openConnection(port: number): Connection {
  const socket: Socket = connect({ host: '127.0.0.1', port, noDelay: true });
  let received = Buffer.alloc(0);
  let waiting: PromiseWithResolvers<Response> | null = null;
  let fault: Error | null = null;
  const fail = (cause: Error) => {
    fault ??= cause;
    waiting?.reject(fault);
    waiting = null;
  };
  socket.on('error', fail);
  socket.on('close', () => fail(new Error('the connection was closed')));
  socket.on('data', chunk => {
    received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
    const answer = readAnswer(received);
    if (answer === 'partial') return;
    received = Buffer.alloc(0);
    if (answer === 'endless') return fail(new Error('an answer of unknown length'));
    waiting?.resolve(answer);
    waiting = null;
  });
  return {
    ask: async request => {
      if (fault) throw fault;
      waiting = Promise.withResolvers<Response>();
      const { promise } = waiting;
      socket.write(request);
      return await promise;
    },
    get isOpen() {
      return fault === null && !socket.destroyed;
    },
    end: () => socket.destroy(),
  };
}

/** The whole answer; `partial` while some of it is still to come. */
function readAnswer(received: Buffer): Response | 'partial' | 'endless' {
  const end = received.indexOf('\r\n\r\n');
  if (end < 0) return 'partial';
  const head = received.toString('latin1', 0, end);
  const status = Number(head.slice(9, 12));
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
  if (length === undefined && status !== 204) return 'endless';
  const bodyEnd = end + 4 + Number(length ?? 0);
  if (received.length < bodyEnd) return 'partial';
  const json = async () => JSON.parse(received.toString('utf8', end + 4, bodyEnd));
  return { ok: status >= 200 && status < 300, status, json } as Response;
}
