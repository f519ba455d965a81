import { computeCameBack } from '#extension/ui/came-back.ts';
import { Empty } from '#extension/ui/empty.tsx';
import { Loading } from '#extension/ui/loading.tsx';
import { Money } from '#extension/ui/money.tsx';
import { findSellerStep, printStep } from '#extension/ui/next-step.ts';
import { NumberText } from '#extension/ui/number-text.tsx';
import { StageLine } from '#extension/ui/stage-line.tsx';
import { useNow, useText } from '#extension/ui/surroundings.tsx';
import { useAnswer } from '#extension/ui/use-answer.ts';
import type { OrderView } from '#shared/api/purchase-view.ts';
import { useShop } from './console-context.tsx';
import { findMoneyStanding } from './money-standing.ts';
import { OrderActs } from './order-acts.tsx';
import { printPlace } from './place.ts';
import type { Orders } from './use-orders.ts';

/** One order: how far it is, who must act, what the seller knows of it, what can be done. */
export function OrderScreen({ orderNumber, orders }: { orderNumber: string; orders: Orders }) {
  const { t } = useText();
  const { call } = useShop();
  const loaded = useAnswer(() => call('getOrder', { params: { orderNumber } }), [orderNumber]);
  const unknown = loaded.refused === 'purchase_unknown';
  return (
    <div class="stack stack-wide">
      <div>
        <a href={`#${printPlace({ name: 'orders' })}`}>{t('console.place.orders')}</a>
        <h1>{t('confirm.order', { orderNumber })}</h1>
      </div>
      {unknown ? (
        <UnknownOrder />
      ) : (
        <Loading loaded={loaded} lines={10}>
          {({ order }) => {
            const fresh = orders.list.find(({ id }) => id === order.id);
            const newest = fresh && fresh.version > order.version ? fresh : order;
            return <OrderBody order={newest} onChanged={orders.put} />;
          }}
        </Loading>
      )}
    </div>
  );
}

/** Asking again would find no more: why there is none, and the way to those that are there. */
function UnknownOrder() {
  const { t } = useText();
  const { seller } = useShop();
  return (
    <div role="status">
      <Empty icon="parcel" title={t('order.unknown', { shop: seller.name })}>
        <p>{t('order.unknown_why')}</p>
        <a class="button" href={`#${printPlace({ name: 'orders' })}`}>
          {t('order.see_all')}
        </a>
      </Empty>
    </div>
  );
}

function OrderBody({ order, onChanged }: { order: OrderView; onChanged: (order: OrderView) => void }) {
  const text = useText();
  const nowMs = useNow();
  const { seller } = useShop();
  const standing = findMoneyStanding(order);
  return (
    <div class="stack stack-wide">
      <div class="stack stack-close">
        <span class="console-amount">
          <Money amountMinor={order.amountMinor} currency={order.currency} />
        </span>
        <span class="quiet">
          <strong>{text.t(`order_money.${standing}`)}.</strong> {text.t(`order_money.${standing}_means`)}
        </span>
      </div>
      <div class="sheet">
        <StageLine subject={order} next={printStep(findSellerStep(order), seller.name, text, nowMs)} />
      </div>
      <OrderActs order={order} onChanged={onChanged} />
      <OrderFacts order={order} />
    </div>
  );
}

function OrderFacts({ order }: { order: OrderView }) {
  const { t } = useText();
  const { buyerNumber, deliveryNumber, description, waybill, carrier, disputeReason } = order;
  return (
    <dl class="facts">
      <dt>{t('order.buyer')}</dt>
      <dd>
        <NumberText number={buyerNumber} />
      </dd>
      <dt>{t('fact.delivery_number')}</dt>
      <dd>
        <NumberText number={deliveryNumber} />
      </dd>
      {description ? <dt>{t('order.description')}</dt> : null}
      {description ? <dd>{description}</dd> : null}
      {waybill ? <dt>{t('fact.waybill')}</dt> : null}
      {waybill ? (
        <dd>
          {carrier} <span class="mono">{waybill}</span>
        </dd>
      ) : null}
      <OrderMoney order={order} />
      {disputeReason ? <dt>{t('fact.dispute_reason')}</dt> : null}
      {disputeReason ? <dd>{disputeReason}</dd> : null}
    </dl>
  );
}

/** What went back to the buyer, what the fee was, and what is left for the shop. */
function OrderMoney({ order }: { order: OrderView }) {
  const { currency, paidMinor, feeMinor } = order;
  const cameBack = computeCameBack(order);
  const paid = paidMinor === null ? null : BigInt(paidMinor) - BigInt(feeMinor ?? 0);
  return (
    <>
      {cameBack > 0n ? <Sum name="order.given_back" amountMinor={cameBack} currency={currency} /> : null}
      {feeMinor !== null && feeMinor !== '0' ? (
        <Sum name="order.fee" amountMinor={BigInt(feeMinor)} currency={currency} />
      ) : null}
      {paid === null ? null : <Sum name="order.paid" amountMinor={paid} currency={currency} />}
    </>
  );
}

interface SumProps {
  name: 'order.given_back' | 'order.fee' | 'order.paid';
  amountMinor: bigint;
  currency: string;
}

function Sum({ name, amountMinor, currency }: SumProps) {
  const { t } = useText();
  return (
    <>
      <dt>{t(name)}</dt>
      <dd>
        <Money amountMinor={`${amountMinor}`} currency={currency} />
      </dd>
    </>
  );
}
