/** @jsxImportSource react */
import { useId } from 'react';
import { maskCardNumber, maskExpiry } from './format.ts';
import { type CheckoutData, COUNTRIES, type Step } from './steps.ts';
import { type FormState, TextField } from './text-field.tsx';

export function ContactStep({ form }: { form: FormState }) {
  return (
    <fieldset>
      <legend>Ihre Kontaktdaten</legend>
      <TextField form={form} name="email" label="E-Mail-Adresse" type="email" autoComplete="email" />
      <div className="two">
        <TextField form={form} name="vorname" label="Vorname" autoComplete="given-name" />
        <TextField form={form} name="nachname" label="Nachname" autoComplete="family-name" />
      </div>
      <TextField form={form} name="telefon" label="Telefon (für Rückfragen)" type="tel" autoComplete="tel" />
    </fieldset>
  );
}

export function DeliveryStep({ form }: { form: FormState }) {
  const id = useId();
  return (
    <fieldset>
      <legend>Lieferadresse</legend>
      <div className="two wide">
        <TextField form={form} name="strasse" label="Straße" />
        <TextField form={form} name="hausnummer" label="Hausnummer" />
      </div>
      <TextField form={form} name="zusatz" label="Adresszusatz (optional)" autoComplete="address-line2" />
      <div className="two narrow">
        <TextField form={form} name="plz" label="PLZ" autoComplete="postal-code" />
        <TextField form={form} name="ort" label="Ort" autoComplete="address-level2" />
      </div>
      <div className="field">
        <label htmlFor={id}>Land</label>
        <select
          id={id}
          autoComplete="country"
          value={form.data.land}
          onChange={event => form.onChange('land', event.target.value)}
        >
          {COUNTRIES.map(([code, name]) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </div>
    </fieldset>
  );
}

export function PaymentStep({ form }: { form: FormState }) {
  return (
    <fieldset>
      <legend>Kredit- oder Debitkarte</legend>
      <TextField form={form} name="karteninhaber" label="Karteninhaber" autoComplete="cc-name" />
      <TextField
        form={form}
        name="kartennummer"
        label="Kartennummer"
        autoComplete="cc-number"
        placeholder="0000 0000 0000 0000"
        mask={maskCardNumber}
      />
      <div className="two">
        <TextField form={form} name="gueltigBis" label="Gültig bis" placeholder="MM / JJ" mask={maskExpiry} />
        <TextField form={form} name="pruefziffer" label="Prüfziffer (CVC)" autoComplete="cc-csc" />
      </div>
    </fieldset>
  );
}

export function ReviewStep({ data, onBack }: { data: CheckoutData; onBack: (step: Step) => void }) {
  return (
    <fieldset>
      <legend>Bitte prüfen Sie Ihre Angaben</legend>
      <dl>
        <dt>Lieferung an</dt>
        <dd>
          {data.vorname} {data.nachname}
          <br />
          {data.strasse} {data.hausnummer}
          {data.zusatz !== '' && `, ${data.zusatz}`}
          <br />
          {data.plz} {data.ort}
          <button type="button" className="link" onClick={() => onBack('lieferung')}>
            ändern
          </button>
        </dd>
        <dt>E-Mail</dt>
        <dd>{data.email}</dd>
        <dt>Zahlung</dt>
        <dd>
          Karte mit Endziffern {data.kartennummer.slice(-4)}
          <button type="button" className="link" onClick={() => onBack('zahlung')}>
            ändern
          </button>
        </dd>
      </dl>
    </fieldset>
  );
}
