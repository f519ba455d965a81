import { Field } from './field.tsx';
import { useText } from './surroundings.tsx';

const INPUT = {
  autocomplete: 'one-time-code',
  autocapitalize: 'characters',
  spellcheck: false,
  maxLength: 40,
} as const;

/** The code that was mailed about a removal; without it a removal that was mailed is not taken back. */
export function KeepingCodeField({ value, onChange }: { value: string; onChange: (code: string) => void }) {
  const { t } = useText();
  return (
    <Field
      label={t('passkeys.keep_code')}
      value={value}
      onChange={onChange}
      hint={t('passkeys.keep_code_where')}
      input={INPUT}
    />
  );
}
