import type { ComponentChildren, InputHTMLAttributes } from 'preact';
import { useId } from 'preact/hooks';

interface FieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  hint?: ComponentChildren;
  /** What is wrong with the value, in words; null where nothing is. */
  error?: string | null;
}

/** A labelled input; what is wrong with it stands under it and is read out with it. */
export function Field(props: FieldProps & { input?: InputHTMLAttributes<HTMLInputElement> }) {
  const id = useId();
  const { label, value, onChange, hint, error, input } = props;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        {...input}
        id={id}
        value={value}
        aria-invalid={error ? true : undefined}
        aria-describedby={`${id}-hint ${id}-error`}
        onInput={event => onChange(event.currentTarget.value)}
      />
      <Below id={id} hint={hint} error={error} />
    </div>
  );
}

/** A labelled choice of one among few. */
export function SelectField(props: FieldProps & { options: readonly { value: string; label: string }[] }) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{props.label}</label>
      <select
        id={id}
        value={props.value}
        aria-describedby={`${id}-hint ${id}-error`}
        onChange={event => props.onChange(event.currentTarget.value)}
      >
        {props.options.map(option => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <Below id={id} hint={props.hint} error={props.error} />
    </div>
  );
}

/** A labelled text of several lines. */
export function TextField(props: FieldProps & { maxLength: number; rows?: number }) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{props.label}</label>
      <textarea
        id={id}
        rows={props.rows ?? 3}
        maxLength={props.maxLength}
        value={props.value}
        aria-invalid={props.error ? true : undefined}
        aria-describedby={`${id}-hint ${id}-error`}
        onInput={event => props.onChange(event.currentTarget.value)}
      />
      <Below id={id} hint={props.hint} error={props.error} />
    </div>
  );
}

function Below(props: { id: string; hint: ComponentChildren; error: string | null | undefined }) {
  return (
    <>
      <div id={`${props.id}-hint`} class="small quiet" hidden={!props.hint}>
        {props.hint}
      </div>
      <div id={`${props.id}-error`} class="small field-error" aria-live="polite">
        {props.error}
      </div>
    </>
  );
}
