import { createServer, type IncomingMessage, type ServerResponse, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { Choices } from '../choices.ts';

/** What the network did to calls. */
export interface Unruliness {
  lost: number;
  unanswered: number;
  doubled: number;
  late: number;
}

/** A network between callers and servers that loses, doubles and delays; late calls overtake each other. */
export interface UnrulyProxy {
  port: number;
  did: Unruliness;
  /** From now on it does nothing to anybody. */
  calmDown(): void;
  rouse(): void;
  close(): void;
}

/** Of a hundred calls: how many never arrive, arrive and get no answer, arrive twice, arrive late. */
const OF_HUNDRED = { lost: 4, unanswered: 4, doubled: 8, late: 15 };

interface Held {
  method: string;
  path: string;
  headers: IncomingMessage['headers'];
  body: Buffer;
}

export async function openUnrulyProxy(
  serverPorts: readonly number[],
  choices: Choices,
): Promise<UnrulyProxy> {
  const did: Unruliness = { lost: 0, unanswered: 0, doubled: 0, late: 0 };
  const state = { calm: false };
  const happens = (what: keyof Unruliness) => {
    const yes = !state.calm && choices.pick(100) < OF_HUNDRED[what];
    if (yes) did[what] += 1;
    return yes;
  };
  const choosePort = () => serverPorts[choices.pick(serverPorts.length)] ?? 0;
  const server = createServer(async (incoming, answer) => {
    const held = await hold(incoming);
    if (happens('lost')) {
      answer.destroy();
      return;
    }
    if (happens('late')) await pause(choices.pick(150));
    const unanswered = happens('unanswered');
    if (happens('doubled')) forward(held, choosePort(), null);
    forward(held, choosePort(), unanswered ? null : answer);
    if (unanswered) setTimeout(() => answer.destroy(), choices.pick(30));
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    did,
    calmDown: () => {
      state.calm = true;
    },
    rouse: () => {
      state.calm = false;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function hold(incoming: IncomingMessage): Promise<Held> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  const { method = 'GET', url: path = '/', headers } = incoming;
  return { method, path, headers, body: Buffer.concat(chunks) };
}

/** Sends a call on; without `answer` whatever comes back is thrown away. */
function forward({ method, path, headers, body }: Held, port: number, answer: ServerResponse | null): void {
  const call = send({ host: '127.0.0.1', port, method, path, headers }, response => {
    if (!answer) {
      response.resume();
      return;
    }
    answer.writeHead(response.statusCode ?? 502, response.headers);
    response.pipe(answer);
  });
  call.on('error', () => answer?.destroy());
  call.end(body);
}
