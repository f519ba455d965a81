import { Webhook } from 'standardwebhooks';
import { z } from 'zod';
import { toLoopback } from '#tests/world/loopback.ts';
import { readJsonBody } from '#tests/world/signed-post.ts';
import type { OrderDraft, Shipment } from './order.ts';

/** What a shop got when it became a member. */
export interface Membership {
  /** Origin of the wallet server. */
  readonly serverOrigin: string;
  readonly apiKey: string;
  /** `whsec_…`, for the webhooks it receives. */
  readonly webhookSecret: string;
}

export interface PlacedOrder {
  readonly number: string;
  /** Unique address or number of the buyer. */
  readonly buyer: string;
  readonly draft: OrderDraft;
}

export interface EscrowAnswer {
  readonly purchaseId: string;
  readonly stage: string;
  readonly version: number;
  readonly funding: string;
  readonly deliveryNumber: string;
}

/** The seller API of the wallet server as any shop would use it: plain HTTP and JSON. */
export interface SellerClient {
  placeOrder(order: PlacedOrder): Promise<EscrowAnswer | { readonly refused: string }>;
  reportShipment(number: string, shipment: Shipment): Promise<EscrowAnswer | { readonly refused: string }>;
  /** Before it is shipped. */
  cancelOrder(number: string): Promise<EscrowAnswer | { readonly refused: string }>;
  /** Gives held money back, or takes a return. */
  refundOrder(number: string): Promise<EscrowAnswer | { readonly refused: string }>;
  /** Undefined when the signature does not hold or the body is none of theirs. */
  readWebhook(body: string, headers: Readonly<Record<string, unknown>>): WebhookEvent | undefined;
}

/** Of an order as the wallet server shows it to its seller, what the shop needs. */
const orderView = z.object({
  id: z.string(),
  orderNumber: z.string(),
  state: z.string(),
  /** Grows with each change; messages may come in any order. */
  version: z.number(),
  funding: z.string(),
  /** Stands for the destination on the waybill. */
  deliveryNumber: z.string(),
});

const orderAnswer = z.object({ order: orderView });

const webhookEvent = z.object({ type: z.string(), timestamp: z.string(), data: orderView });

export type WebhookEvent = z.infer<typeof webhookEvent>;

export function createSellerClient(membership: Membership): SellerClient {
  return {
    placeOrder: ({ number, buyer, draft }) =>
      postCommand(membership, '/v1/orders', `order-${number}`, {
        buyer,
        orderNumber: number,
        amountMinor: String(draft.totalMinor),
        currency: draft.currency,
        description: draft.lines
          .map(({ name, quantity }) => `${quantity} × ${name}`)
          .join(', ')
          .slice(0, 140),
      }),
    reportShipment: (number, { carrier, trackingNumber }) =>
      postCommand(membership, `/v1/orders/${encodeURIComponent(number)}/shipment`, `shipment-${number}`, {
        waybill: trackingNumber,
        carrier,
      }),
    cancelOrder: number =>
      postCommand(
        membership,
        `/v1/orders/${encodeURIComponent(number)}/cancellation`,
        `cancel-${number}`,
        {},
      ),
    refundOrder: number =>
      postCommand(membership, `/v1/orders/${encodeURIComponent(number)}/refund`, `refund-${number}`, {}),
    readWebhook: (body, headers) => verifyWebhook(membership.webhookSecret, body, headers),
  };
}

async function postCommand(
  { serverOrigin, apiKey }: Membership,
  path: string,
  idempotencyKey: string,
  body: unknown,
): Promise<EscrowAnswer | { readonly refused: string }> {
  const response = await fetch(new URL(path, toLoopback(serverOrigin)), {
    method: 'POST',
    headers: {
      authorization: `Bearer ${apiKey}`,
      'content-type': 'application/json',
      'idempotency-key': idempotencyKey,
    },
    body: JSON.stringify(body),
  });
  const answer = await readJsonBody(response);
  if (response.ok) {
    const { id, state, version, funding, deliveryNumber } = orderAnswer.parse(answer).order;
    return { purchaseId: id, stage: state, version, funding, deliveryNumber };
  }
  const problem = z.object({ code: z.string() }).safeParse(answer);
  return { refused: problem.success ? problem.data.code : `http_${response.status}` };
}

function verifyWebhook(
  secret: string,
  body: string,
  headers: Readonly<Record<string, unknown>>,
): WebhookEvent | undefined {
  const texts = Object.entries(headers).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : [],
  );
  try {
    return webhookEvent.parse(new Webhook(secret).verify(body, Object.fromEntries(texts)));
  } catch {
    return undefined;
  }
}
