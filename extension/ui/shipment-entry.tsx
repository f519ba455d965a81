import { useState } from 'preact/hooks';
import { Carrier, Waybill } from '#shared/api/fields.ts';
import { Field } from './field.tsx';
import { useText } from './surroundings.tsx';

/** Who carries a parcel, and under which number, while a person types it. */
export interface ShipmentEntry {
  carrier: string;
  waybill: string;
  setCarrier: (carrier: string) => void;
  setWaybill: (waybill: string) => void;
  /** Which of the two does not do; none before it was submitted once. */
  wrong: { carrier: boolean; waybill: boolean };
  submit: (event: Event) => Promise<void>;
}

/** `send` is called with what was typed, without what nobody sees, once both do. */
export function useShipmentEntry(
  send: (shipment: { carrier: string; waybill: string }) => Promise<void>,
): ShipmentEntry {
  const [carrier, setCarrier] = useState('');
  const [waybill, setWaybill] = useState('');
  const [asked, setAsked] = useState(false);
  const given = { carrier: Carrier.safeParse(carrier), waybill: Waybill.safeParse(waybill) };
  const submit = async (event: Event) => {
    event.preventDefault();
    setAsked(true);
    const { carrier, waybill } = given;
    if (carrier.success && waybill.success) await send({ carrier: carrier.data, waybill: waybill.data });
  };
  const wrong = { carrier: asked && !given.carrier.success, waybill: asked && !given.waybill.success };
  return { carrier, waybill, setCarrier, setWaybill, wrong, submit };
}

export function ShipmentFields({ entry }: { entry: ShipmentEntry }) {
  const { t } = useText();
  return (
    <>
      <Field
        label={t('fact.carrier')}
        value={entry.carrier}
        onChange={entry.setCarrier}
        error={entry.wrong.carrier ? t('shipment.carrier_missing') : null}
      />
      <Field
        label={t('fact.waybill')}
        value={entry.waybill}
        onChange={entry.setWaybill}
        error={entry.wrong.waybill ? t('shipment.waybill_wrong') : null}
      />
    </>
  );
}
