import { useState } from 'preact/hooks';
import { Carrier, Waybill } from '#shared/api/fields.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { RefusalNotice } from '../ui/refusal-notice.tsx';
import { useText } from '../ui/surroundings.tsx';
import { useAction } from '../ui/use-action.ts';
import { usePopup } from './popup-context.tsx';
import type { ActProps } from './purchase-acts.tsx';

/** For a shop that never heard of Wayveil: the buyer passes on the tracking number from the shop's mail. */
export function ShipmentForm({ purchase, onDone, onClose }: ActProps) {
  const { t } = useText();
  const { ports } = usePopup();
  const action = useAction();
  const [carrier, setCarrier] = useState('');
  const [waybill, setWaybill] = useState('');
  const [asked, setAsked] = useState(false);
  const carrierGood = Carrier.safeParse(carrier).success;
  const waybillGood = Waybill.safeParse(waybill).success;
  const submit = async (event: Event) => {
    event.preventDefault();
    setAsked(true);
    if (!carrierGood || !waybillGood) return;
    const shipment = { purchaseId: purchase.id, carrier: carrier.trim(), waybill: waybill.trim() };
    const done = await action.run(() => ports.ask('reportShipment', shipment));
    if (done) onDone(done.purchase);
  };
  return (
    <form class="stack" onSubmit={submit} noValidate>
      <p>{t('act.ship_means')}</p>
      <Field
        label={t('fact.carrier')}
        value={carrier}
        onChange={setCarrier}
        error={asked && !carrierGood ? t('shipment.carrier_missing') : null}
      />
      <Field
        label={t('fact.waybill')}
        value={waybill}
        onChange={setWaybill}
        error={asked && !waybillGood ? t('shipment.waybill_wrong') : null}
      />
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
