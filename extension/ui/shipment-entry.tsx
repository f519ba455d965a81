import type { RefObject } from 'preact';
import { useState } from 'preact/hooks';
import { Carrier, Waybill } from '#shared/api/fields.ts';
import { Field } from './field.tsx';
import { useText } from './surroundings.tsx';
import { useWrongFocus } from './use-wrong-focus.ts';

/** Who carries a parcel, and under which number, while a person types it. */
export interface ShipmentEntry {
  carrier: string;
  waybill: string;
  setCarrier: (carrier: string) => void;
  setWaybill: (waybill: string) => void;
  /** Which of the two does not do; none before it was submitted once. */
  wrong: { carrier: boolean; waybill: boolean };
  submit: (event: Event) => Promise<void>;
  form: RefObject<HTMLFormElement | null>;
}

/** `send` is called with what was typed, without what nobody sees, once both do. */
export function useShipmentEntry(
  send: (shipment: { carrier: string; waybill: string }) => Promise<void>,
): ShipmentEntry {
  const [carrier, setCarrier] = useState('');
  const [waybill, setWaybill] = useState('');
  const [tries, setTries] = useState(0);
  const form = useWrongFocus(tries);
  const given = { carrier: Carrier.safeParse(carrier), waybill: Waybill.safeParse(waybill) };
  const submit = async (event: Event) => {
    event.preventDefault();
    setTries(before => before + 1);
    const { carrier, waybill } = given;
    if (carrier.success && waybill.success) await send({ carrier: carrier.data, waybill: waybill.data });
  };
  const wrong = {
    carrier: tries > 0 && !given.carrier.success,
    waybill: tries > 0 && !given.waybill.success,
  };
  return { carrier, waybill, setCarrier, setWaybill, wrong, submit, form };
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
