/** @jsxImportSource react */
import { type FormEvent, useState } from 'react';
import { PRODUCTS } from './catalogue.ts';
import { formatEuro } from './format.ts';
import { ContactStep, DeliveryStep, PaymentStep, ReviewStep } from './step-views.tsx';
import { type CheckoutData, EMPTY, type Errors, SHIPPING_MINOR, STEPS, type Step } from './steps.ts';

interface CheckoutProps {
  readonly basket: Readonly<Record<string, number>>;
  readonly onOrdered: (orderNumber: string) => void;
}

const TITLES: Readonly<Record<Step, string>> = {
  kontakt: 'Kontakt',
  lieferung: 'Lieferung',
  zahlung: 'Zahlung',
  pruefen: 'Prüfen',
};

export function Checkout({ basket, onOrdered }: CheckoutProps) {
  const [step, setStep] = useState<Step>('kontakt');
  const [data, setData] = useState<CheckoutData>(EMPTY);
  const [errors, setErrors] = useState<Errors>({});
  const [busy, setBusy] = useState(false);
  const form = {
    data,
    errors,
    onChange: (field: keyof CheckoutData, value: string) =>
      setData(before => ({ ...before, [field]: value })),
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    const answer = await send(step, data, basket);
    setBusy(false);
    setErrors(answer.errors ?? {});
    if (answer.orderNumber !== undefined) onOrdered(answer.orderNumber);
    else if (answer.errors === undefined) setStep(STEPS[STEPS.indexOf(step) + 1] ?? 'pruefen');
  };
  return (
    <div className="checkout">
      <form onSubmit={submit} noValidate>
        <ol className="steps">
          {STEPS.map(name => (
            <li key={name} aria-current={name === step ? 'step' : undefined}>
              {TITLES[name]}
            </li>
          ))}
        </ol>
        {errors.form !== undefined && <p className="error">{errors.form}</p>}
        {step === 'kontakt' && <ContactStep form={form} />}
        {step === 'lieferung' && <DeliveryStep form={form} />}
        {step === 'zahlung' && <PaymentStep form={form} />}
        {step === 'pruefen' && <ReviewStep data={data} onBack={setStep} />}
        <button type="submit" disabled={busy}>
          {step === 'pruefen' ? 'Zahlungspflichtig bestellen' : 'Weiter'}
        </button>
      </form>
      <Summary basket={basket} />
    </div>
  );
}

function Summary({ basket }: { basket: CheckoutProps['basket'] }) {
  const lines = PRODUCTS.filter(({ sku }) => basket[sku] !== undefined);
  const goods = lines.reduce((sum, { sku, priceMinor }) => sum + priceMinor * (basket[sku] ?? 0), 0);
  return (
    <aside className="panel">
      <h2>Ihre Bestellung</h2>
      <ul className="lines">
        {lines.map(({ sku, name, priceMinor }) => (
          <li key={sku}>
            <span>
              {basket[sku]} × {name}
            </span>
            <span>{formatEuro(priceMinor * (basket[sku] ?? 0))}</span>
          </li>
        ))}
        <li>
          <span>Versand</span>
          <span>{formatEuro(SHIPPING_MINOR)}</span>
        </li>
        <li className="sum">
          <span>Gesamtsumme</span>
          <span>{formatEuro(goods + SHIPPING_MINOR)}</span>
        </li>
      </ul>
      <small>inkl. MwSt.</small>
    </aside>
  );
}

interface Answer {
  readonly errors?: Errors;
  readonly orderNumber?: string;
}

async function send(step: Step, data: CheckoutData, basket: CheckoutProps['basket']): Promise<Answer> {
  const path = step === 'pruefen' ? '/api/bestellungen' : `/api/kasse/${step}`;
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ data, basket }),
  });
  return (await response.json()) as Answer;
}
