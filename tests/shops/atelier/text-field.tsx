/** @jsxImportSource react */
import { useId } from 'react';
import type { CheckoutData, Errors } from './steps.ts';

/** What every field of the checkout reads and writes. */
export interface FormState {
  readonly data: CheckoutData;
  readonly errors: Errors;
  readonly onChange: (field: keyof CheckoutData, value: string) => void;
}

interface TextFieldProps {
  readonly form: FormState;
  readonly name: keyof CheckoutData;
  readonly label: string;
  readonly autoComplete?: string;
  readonly type?: string;
  readonly placeholder?: string;
  readonly mask?: (text: string) => string;
}

export function TextField({
  form,
  name,
  label,
  autoComplete,
  type = 'text',
  placeholder,
  mask,
}: TextFieldProps) {
  const id = useId();
  const error = form.errors[name];
  return (
    <div className={`field ${error === undefined ? '' : 'wrong'} f-${name}`}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type={type}
        value={form.data[name]}
        autoComplete={autoComplete}
        placeholder={placeholder}
        aria-invalid={error !== undefined}
        onChange={event => form.onChange(name, mask ? mask(event.target.value) : event.target.value)}
      />
      {error !== undefined && <span className="error">{error}</span>}
    </div>
  );
}
