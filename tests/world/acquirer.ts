import type { AddressInfo } from 'node:net';
import fastify, { type FastifyReply } from 'fastify';
import { type Payment, paymentRequest } from './acquirer-protocol.ts';
import type { Issuer } from './issuer-messages.ts';
import { createPaymentBook, type IssuerExchange } from './payment-book.ts';

/** The bank that collects card payments for the shops. */
export interface Acquirer {
  readonly origin: string;
  payments(): readonly Payment[];
  /** All that was said to the issuer, in order. */
  exchanges(): readonly IssuerExchange[];
  close(): Promise<void>;
}

export interface AcquirerOptions {
  /** `issuerByHttp(…)` for the wallet server's, `agreeingIssuer` for shops on their own. */
  readonly issuer: Issuer;
  readonly clock?: () => number;
  readonly port?: number;
}

/**
 * Listens on loopback. `POST /payments` authorises (and captures at once if asked to);
 * `POST /payments/:id/capture`, `/reverse` and `/refund` follow. 409 when the payment is not in a state for it.
 */
export async function startAcquirer({
  issuer,
  clock = Date.now,
  port = 0,
}: AcquirerOptions): Promise<Acquirer> {
  const app = fastify({ forceCloseConnections: true });
  const book = createPaymentBook(issuer, clock);
  const sendMoved = (reply: FastifyReply, moved: Payment | undefined): FastifyReply =>
    moved ? reply.send(moved) : reply.code(409).send({ error: 'payment_not_in_state' });
  app.post('/payments', async (request, reply) => {
    const parsed = paymentRequest.safeParse(request.body);
    if (!parsed.success) return reply.code(400).send({ error: 'payment_malformed' });
    return reply.send(await book.pay(parsed.data));
  });
  app.post<{ Params: { id: string } }>('/payments/:id/capture', async ({ params }, reply) =>
    sendMoved(reply, await book.capture(params.id)),
  );
  app.post<{ Params: { id: string } }>('/payments/:id/reverse', async ({ params }, reply) =>
    sendMoved(reply, await book.reverse(params.id)),
  );
  app.post<{ Params: { id: string } }>('/payments/:id/refund', async ({ params }, reply) =>
    sendMoved(reply, await book.refund(params.id)),
  );
  await app.listen({ host: '127.0.0.1', port });
  return {
    origin: `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`,
    payments: book.payments,
    exchanges: book.exchanges,
    close: () => app.close(),
  };
}
