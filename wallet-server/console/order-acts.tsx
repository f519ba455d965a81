import { useState } from 'preact/hooks';
import { Button } from '#extension/ui/button.tsx';
import { Dialog } from '#extension/ui/dialog.tsx';
import { RefusalNotice } from '#extension/ui/refusal-notice.tsx';
import { ShipmentFields, useShipmentEntry } from '#extension/ui/shipment-entry.tsx';
import { useText } from '#extension/ui/surroundings.tsx';
import { useAction } from '#extension/ui/use-action.ts';
import type { OrderView } from '#shared/api/purchase-view.ts';
import { useShop } from './console-context.tsx';
import { listOrderRights, type OrderRight } from './order-rights.ts';
import { RefundForm } from './refund-form.tsx';

interface OrderActsProps {
  order: OrderView;
  onChanged: (order: OrderView) => void;
}

/** Shipping has its form in the page; cancelling and refunding ask once more. */
export function OrderActs({ order, onChanged }: OrderActsProps) {
  const { t } = useText();
  const [right, setRight] = useState<'cancel_order' | 'refund' | null>(null);
  const rights = listOrderRights(order);
  const asked = rights.filter((each): each is Exclude<OrderRight, 'ship_order'> => each !== 'ship_order');
  return (
    <>
      {rights.includes('ship_order') ? <ShipForm order={order} onChanged={onChanged} /> : null}
      {asked.length > 0 ? (
        <div class="row">
          {asked.map(each => (
            <Button key={each} kind="danger" onPress={() => setRight(each)}>
              {t(`act.${each}`)}
            </Button>
          ))}
        </div>
      ) : null}
      <Dialog open={right !== null} title={right ? t(`act.${right}`) : ''} onClose={() => setRight(null)}>
        {right ? (
          <AskAgain
            right={right}
            order={order}
            onClose={() => setRight(null)}
            onChanged={changed => {
              setRight(null);
              onChanged(changed);
            }}
          />
        ) : null}
      </Dialog>
    </>
  );
}

interface AskProps extends OrderActsProps {
  right: 'cancel_order' | 'refund';
  onClose: () => void;
}

function AskAgain(props: AskProps) {
  return props.right === 'refund' ? <RefundForm {...props} /> : <CancelAct {...props} />;
}

function CancelAct(props: AskProps) {
  const text = useText();
  const { call } = useShop();
  const action = useAction();
  const { right, order } = props;
  const input = { params: { orderNumber: order.orderNumber ?? '' }, body: {} };
  const go = async () => {
    const done = await action.run(() => call('cancelOrder', input));
    if (done) props.onChanged(done.order);
  };
  return (
    <>
      <p>{text.t(`act.${right}_means`, { amount: text.money(order.amountMinor, order.currency) })}</p>
      {action.refused ? <RefusalNotice refused={action.refused} /> : null}
      <div class="dialog-acts">
        <Button onPress={props.onClose}>{text.t('ui.back')}</Button>
        <Button kind="danger" busy={action.busy} onPress={go}>
          {text.t(`act.${right}`)}
        </Button>
      </div>
    </>
  );
}

function ShipForm({ order, onChanged }: OrderActsProps) {
  const { t } = useText();
  const { call } = useShop();
  const action = useAction();
  const entry = useShipmentEntry(async body => {
    const params = { orderNumber: order.orderNumber ?? '' };
    const done = await action.run(() => call('shipOrder', { params, body }));
    if (done) onChanged(done.order);
  });
  return (
    <form ref={entry.form} class="sheet stack console-ship" onSubmit={entry.submit} noValidate>
      <h2>{t('act.ship_order')}</h2>
      <div class="console-ship-fields">
        <ShipmentFields entry={entry} />
      </div>
      {action.refused ? <RefusalNotice refused={action.refused} /> : null}
      <div>
        <Button submit kind="main" icon="truck" busy={action.busy}>
          {t('act.ship_order')}
        </Button>
      </div>
    </form>
  );
}
