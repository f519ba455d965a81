import { Button } from '#extension/ui/button.tsx';
import { Empty } from '#extension/ui/empty.tsx';
import { Icon } from '#extension/ui/icon.tsx';
import { Loading } from '#extension/ui/loading.tsx';
import { RefusalNotice } from '#extension/ui/refusal-notice.tsx';
import { RelativeTime } from '#extension/ui/relative-time.tsx';
import { useText } from '#extension/ui/surroundings.tsx';
import { useAction } from '#extension/ui/use-action.ts';
import { useAnswer } from '#extension/ui/use-answer.ts';
import type { WebhookDelivery } from '#shared/api/sellers.ts';
import { useShop } from './console-context.tsx';
import { printPlace } from './place.ts';
import { ScrollingTable } from './scrolling-table.tsx';

/** Messages that went to the shop's webhook. */
export function MessagesScreen() {
  const { t } = useText();
  const { call, seller } = useShop();
  const loaded = useAnswer(() => call('listWebhookDeliveries', {}), [seller.id]);
  return (
    <div class="stack">
      <h1>{t('console.place.messages')}</h1>
      <p class="quiet">
        {seller.webhookUrl ?? (
          <>
            {t('messages.no_webhook')}{' '}
            <a href={`#${printPlace({ name: 'settings' })}`}>{t('messages.set_webhook')}</a>
          </>
        )}
      </p>
      <Loading loaded={loaded} lines={8}>
        {({ deliveries }) =>
          deliveries.length === 0 ? (
            <Empty icon="bell" title={t('messages.empty')} />
          ) : (
            <MessagesTable deliveries={deliveries} onResent={loaded.reload} />
          )
        }
      </Loading>
    </div>
  );
}

interface MessagesTableProps {
  deliveries: WebhookDelivery[];
  onResent: () => void;
}

function MessagesTable({ deliveries, onResent }: MessagesTableProps) {
  const { t } = useText();
  const { call } = useShop();
  const action = useAction();
  const resend = async (deliveryId: string) => {
    if (await action.run(() => call('resendWebhook', { params: { deliveryId }, body: {} }))) onResent();
  };
  return (
    <>
      {action.refused ? <RefusalNotice refused={action.refused} /> : null}
      <ScrollingTable label={t('console.place.messages')}>
        <thead>
          <tr>
            <th scope="col">{t('fact.order_number')}</th>
            <th scope="col">{t('messages.event')}</th>
            <th scope="col">{t('orders.state')}</th>
            <th scope="col">{t('messages.attempts')}</th>
            <th scope="col">{t('orders.since')}</th>
            <th scope="col">
              <span class="visually-hidden">{t('messages.resend')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {deliveries.map(delivery => (
            <MessageRow key={delivery.id} delivery={delivery} busy={action.busy} onResend={resend} />
          ))}
        </tbody>
      </ScrollingTable>
    </>
  );
}

const LOOKS = {
  waiting: { icon: 'clock', tone: 'held' },
  delivered: { icon: 'check', tone: 'done' },
  failed: { icon: 'warning', tone: 'refused' },
} as const;

function MessageRow(props: { delivery: WebhookDelivery; busy: boolean; onResend: (id: string) => void }) {
  const { t } = useText();
  const { id, orderNumber, event, state, attempts, lastStatus, createdAtMs, nextAttemptAtMs } =
    props.delivery;
  const { icon, tone } = LOOKS[state];
  return (
    <tr>
      <td>
        <span class="order-number">{orderNumber}</span>
      </td>
      <td class="mono">{event}</td>
      <td>
        <span class={`badge badge-${tone}`}>
          <Icon name={icon} />
          {t(`messages.${state}`)}
        </span>
        {lastStatus === null ? null : <span class="quiet"> HTTP {lastStatus}</span>}
        {state === 'waiting' && nextAttemptAtMs !== null ? (
          <span class="quiet">
            {' '}
            · <RelativeTime atMs={nextAttemptAtMs} />
          </span>
        ) : null}
      </td>
      <td>{attempts}</td>
      <td>
        <RelativeTime atMs={createdAtMs} />
      </td>
      <td>
        <Button kind="quiet" busy={props.busy} onPress={() => props.onResend(id)}>
          {t('messages.resend')}
        </Button>
      </td>
    </tr>
  );
}
