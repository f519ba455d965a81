import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';

const Message = z.object({ type: z.string(), data: z.looseObject({ orderNumber: z.string() }) });

/** The shop's own server: it outlives ours and remembers every message by what it says and by its id. */
export interface WebhookReceiver {
  url: string;
  /** Messages that came under more than one id: they would have their effect twice. */
  listDoubled(): string[];
  close(): void;
}

export async function openWebhookReceiver(): Promise<WebhookReceiver> {
  const ids = new Map<string, Set<string>>();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', chunk => chunks.push(chunk));
    request.on('end', () => {
      const { type, data } = Message.parse(JSON.parse(Buffer.concat(chunks).toString()));
      const said = `${data.orderNumber} ${type}`;
      ids.set(said, (ids.get(said) ?? new Set()).add(String(request.headers['webhook-id'])));
      response.writeHead(204).end();
    });
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/webhooks`,
    listDoubled: () => [...ids].filter(([, known]) => known.size > 1).map(([said]) => said),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
