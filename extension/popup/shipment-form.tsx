import { Button } from '../ui/button.tsx';
import { RefusalNotice } from '../ui/refusal-notice.tsx';
import { ShipmentFields, useShipmentEntry } from '../ui/shipment-entry.tsx';
import { useText } from '../ui/surroundings.tsx';
import { useAction } from '../ui/use-action.ts';
import { usePopup } from './popup-context.tsx';
import type { ActProps } from './purchase-acts.tsx';

/** For a shop that never heard of Wayveil: the buyer passes on the tracking number from the shop's mail. */
export function ShipmentForm({ purchase, onDone, onClose }: ActProps) {
  const { t } = useText();
  const { ports } = usePopup();
  const action = useAction();
  const entry = useShipmentEntry(async shipment => {
    const done = await action.run(() =>
      ports.ask('reportShipment', { purchaseId: purchase.id, ...shipment }),
    );
    if (done) onDone(done.purchase);
  });
  return (
    <form ref={entry.form} class="stack" onSubmit={entry.submit} noValidate>
      <p>{t('act.ship_means')}</p>
      <ShipmentFields entry={entry} />
      {action.refused ? <RefusalNotice refused={action.refused} /> : null}
      <div class="dialog-acts">
        <Button onPress={onClose}>{t('ui.back')}</Button>
        <Button submit kind="main" busy={action.busy}>
          {t('act.ship')}
        </Button>
      </div>
    </form>
  );
}
