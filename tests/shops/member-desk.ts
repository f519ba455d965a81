import type { Merchant } from '#tests/world/acquirer-protocol.ts';
import { addBackOffice } from './back-office.ts';
import { createCardClient } from './card-client.ts';
import { createOrderDesk, type OrderDesk } from './order-desk.ts';
import { createSellerClient, type Membership } from './seller-client.ts';
import type { MemberShop, MemberShopOptions } from './shop.ts';
import type { Site } from './site.ts';

export interface MemberDeskTraits {
  readonly prefix: string;
  readonly merchant: Merchant;
  /** When card money is taken. */
  readonly capture: 'now' | 'at_shipping';
  readonly locale: string;
}

export interface MemberDesk {
  readonly desk: OrderDesk;
  offersWayveil(): boolean;
  /** Opens the site for business. */
  open(port: number | undefined): Promise<MemberShop>;
}

/** Order desk and back office of a shop that is a member, or may become one. */
export function createMemberDesk(
  site: Site,
  options: MemberShopOptions,
  traits: MemberDeskTraits,
): MemberDesk {
  const { merchant, prefix, capture, locale } = traits;
  const members: Membership[] = options.membership ? [options.membership] : [];
  const seller = () => {
    const membership = members.at(-1);
    return membership && createSellerClient(membership);
  };
  const { clock = Date.now } = options;
  const cards = createCardClient(options.acquirerOrigin, merchant);
  const desk = createOrderDesk({ prefix, cards, capture, seller, clock });
  const webhooks = addBackOffice(site.app, { shopName: merchant.name, locale, desk, seller });
  return {
    desk,
    offersWayveil: () => members.length > 0,
    open: async port => {
      await site.listen(port);
      return {
        origin: site.origin(),
        loopbackOrigin: site.loopbackOrigin(),
        orders: desk.orders,
        requests: site.requests,
        desk,
        becomeMember: membership => void members.push(membership),
        webhooks,
        close: site.close,
      };
    },
  };
}
