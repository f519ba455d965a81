import { useState } from 'preact/hooks';
import { computeCameBack } from '#extension/ui/came-back.ts';
import { Empty } from '#extension/ui/empty.tsx';
import { Loading } from '#extension/ui/loading.tsx';
import { Money } from '#extension/ui/money.tsx';
import { OlderButton } from '#extension/ui/older-button.tsx';
import { RelativeTime } from '#extension/ui/relative-time.tsx';
import { StateBadge } from '#extension/ui/state-badge.tsx';
import { useText } from '#extension/ui/surroundings.tsx';
import { Tabs } from '#extension/ui/tabs.tsx';
import type { Text } from '#extension/ui/text.ts';
import type { OrderView } from '#shared/api/purchase-view.ts';
import { findMoneyStanding } from './money-standing.ts';
import { ORDER_FILTERS, type OrderFilter, passesFilter } from './order-filter.ts';
import { printPlace } from './place.ts';
import { ScrollingTable } from './scrolling-table.tsx';
import type { Orders } from './use-orders.ts';

/** All orders with their escrow. */
export function OrdersScreen({ orders }: { orders: Orders }) {
  const text = useText();
  const { t } = text;
  const [filter, setFilter] = useState<OrderFilter>('all');
  const shown = orders.list.filter(order => passesFilter(order, filter));
  const tabs = ORDER_FILTERS.map(key => ({
    key,
    label: `${t(`orders.${key}`)} ${countOrders(orders, key, text)}`,
  }));
  return (
    <div class="stack">
      <h1>{t('console.place.orders')}</h1>
      <Loading loaded={orders.loaded} lines={10}>
        {() => (
          <Tabs label={t('orders.filter')} tabs={tabs} chosen={filter} onChoose={setFilter}>
            {orders.pages.hasOlder ? (
              <p class="small quiet">{t('orders.of_fetched', { count: orders.list.length })}</p>
            ) : null}
            {shown.length === 0 ? (
              <NoOrders hasOlder={orders.pages.hasOlder} />
            ) : (
              <OrdersTable orders={shown} />
            )}
            <OlderButton pages={orders.pages} />
          </Tabs>
        )}
      </Loading>
    </div>
  );
}

function NoOrders({ hasOlder }: { hasOlder: boolean }) {
  const { t } = useText();
  return (
    <Empty icon="parcel" title={t(hasOlder ? 'orders.none_of_fetched' : 'orders.empty')}>
      <p>{t(hasOlder ? 'orders.older_unseen' : 'orders.empty_why')}</p>
    </Empty>
  );
}

/** Of those that were fetched; `+` says that there may be more. */
function countOrders({ list, pages }: Orders, filter: OrderFilter, text: Text): string {
  const count = text.count(list.filter(order => passesFilter(order, filter)).length);
  return pages.hasOlder ? `${count}+` : count;
}

function OrdersTable({ orders }: { orders: OrderView[] }) {
  const { t } = useText();
  return (
    <ScrollingTable label={t('console.place.orders')}>
      <thead>
        <tr>
          <th scope="col">{t('fact.order_number')}</th>
          <th scope="col">{t('orders.state')}</th>
          <th scope="col" class="figure">
            {t('pay.amount')}
          </th>
          <th scope="col">{t('orders.money')}</th>
          <th scope="col">{t('orders.since')}</th>
        </tr>
      </thead>
      <tbody>
        {orders.map(order => (
          <OrderRow key={order.id} order={order} />
        ))}
      </tbody>
    </ScrollingTable>
  );
}

function OrderRow({ order }: { order: OrderView }) {
  const { t, money } = useText();
  const cameBack = computeCameBack(order);
  const { orderNumber, state, amountMinor, currency, enteredAtMs } = order;
  const sinceMs = enteredAtMs[state];
  return (
    <tr>
      <td>
        <a class="order-number" href={`#${printPlace({ name: 'order', orderNumber: orderNumber ?? '' })}`}>
          {orderNumber}
        </a>
      </td>
      <td>
        <StateBadge state={state} />
      </td>
      <td class="figure">
        <Money amountMinor={amountMinor} currency={currency} />
        {cameBack > 0n ? (
          <span class="small quiet block">
            {t('orders.given_back', { amount: money(`${cameBack}`, currency) })}
          </span>
        ) : null}
      </td>
      <td>{t(`order_money.${findMoneyStanding(order)}`)}</td>
      <td>{sinceMs === undefined ? null : <RelativeTime atMs={sinceMs} />}</td>
    </tr>
  );
}
