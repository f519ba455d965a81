import type { ShopOrder } from './order.ts';
import type { OrderDesk } from './order-desk.ts';
import type { Membership, WebhookEvent } from './seller-client.ts';
import type { RecordedRequest } from './site.ts';

/** A running shop. */
export interface Shop {
  /** As a browser sees it: `http://<shop>.localhost:PORT`. */
  readonly origin: string;
  /** The same shop for callers in Node. */
  readonly loopbackOrigin: string;
  orders(): readonly ShopOrder[];
  /** Every request since the start, webhooks and own scripts included. */
  requests(): readonly RecordedRequest[];
  readonly desk: OrderDesk;
  close(): Promise<void>;
}

/** A shop that can sell through the wallet server. */
export interface MemberShop extends Shop {
  /** From then on its checkout offers Wayveil. */
  becomeMember(membership: Membership): void;
  /** Webhooks whose signature held, in the order of their arrival. */
  webhooks(): readonly WebhookEvent[];
}

export interface ShopOptions {
  /** Where card payments go. */
  readonly acquirerOrigin: string;
  readonly port?: number;
  readonly clock?: () => number;
}

export interface MemberShopOptions extends ShopOptions {
  readonly membership?: Membership;
}
