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
  readonly buyerEmail: string;
  readonly draft: OrderDraft;
}

export interface EscrowAnswer {
  readonly purchaseId: string;
  readonly stage: string;
  readonly funding: string;
}

/** The seller API of the wallet server as any shop would use it: plain HTTP and JSON. */
export interface SellerClient {
  placeOrder(order: PlacedOrder): Promise<EscrowAnswer | { readonly refused: string }>;
  reportShipment(
    purchaseId: string,
    shipment: Shipment,
  ): Promise<EscrowAnswer | { readonly refused: string }>;
  /** Undefined when the signature does not hold or the body is none of theirs. */
  readWebhook(body: string, headers: Readonly<Record<string, unknown>>): WebhookEvent | undefined;
}

const purchaseAnswer = z.object({ purchaseId: z.string(), stage: z.string(), funding: z.string() });

const webhookEvent = z.object({
  type: z.string(),
  data: z.object({ orderNumber: z.string(), stage: z.string() }),
});

export type WebhookEvent = z.infer<typeof webhookEvent>;

export function createSellerClient(membership: Membership): SellerClient {
  return {
    placeOrder: ({ number, buyerEmail, draft }) =>
      postCommand(membership, '/v1/orders', `order-${number}`, {
        orderNumber: number,
        buyerEmail,
        amountMinor: String(draft.totalMinor),
        currency: draft.currency,
        lines: draft.lines.map(({ name, quantity, priceMinor }) => ({
          name,
          quantity,
          unitAmountMinor: String(priceMinor),
        })),
      }),
    reportShipment: (purchaseId, { carrier, trackingNumber }) =>
      postCommand(membership, `/v1/orders/${purchaseId}/shipment`, `shipment-${purchaseId}`, {
        carrier,
        trackingNumber,
      }),
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
  if (response.ok) return purchaseAnswer.parse(answer);
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
