import type { InputHTMLAttributes } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../ui/button.tsx';
import { Field, SelectField } from '../ui/field.tsx';
import { Notice } from '../ui/notice.tsx';
import { RefusalNotice } from '../ui/refusal-notice.tsx';
import { useText } from '../ui/surroundings.tsx';
import { useAction } from '../ui/use-action.ts';
import { COUNTRY_CODES } from './country-codes.ts';
import { type DataEntry, type DataProblems, readDataEntry } from './data-entry.ts';
import type { OnboardingPorts } from './onboarding-ports.ts';

/** Each field with its WHATWG autocomplete token. */
const FIELDS = [
  ['name', 'name'],
  ['email', 'email'],
  ['tel', 'tel'],
  ['line1', 'address-line1'],
  ['line2', 'address-line2'],
  ['city', 'address-level2'],
  ['region', 'address-level1'],
  ['postalCode', 'postal-code'],
] as const;

type Token = (typeof FIELDS)[number][1];
function makeInput(autocomplete: Token): InputHTMLAttributes<HTMLInputElement> {
  if (autocomplete === 'email') return { type: 'email', autocomplete };
  if (autocomplete === 'tel') return { type: 'tel', autocomplete };
  return { type: 'text', autocomplete };
}

const HOME_COUNTRY = { en: 'US', ko: 'KR', ja: 'JP' } as const;

/** What is true goes to the vault, and the screen says who can ever see it. */
export function DataStep({ ports, onDone }: { ports: OnboardingPorts; onDone: () => void }) {
  const { t, locale } = useText();
  const action = useAction();
  const [problems, setProblems] = useState<DataProblems>({});
  const [entry, setEntry] = useState<DataEntry>({
    ...{ name: '', email: '', tel: '', line1: '', line2: '', city: '', region: '', postalCode: '' },
    country: HOME_COUNTRY[locale],
  });
  const change = (field: keyof DataEntry) => (value: string) =>
    setEntry(before => ({ ...before, [field]: value }));
  const submit = async (event: Event) => {
    event.preventDefault();
    const read = readDataEntry(entry);
    setProblems('problems' in read ? read.problems : {});
    if ('problems' in read) return;
    if (await action.run(() => ports.ask('putRealData', read))) onDone();
  };
  return (
    <form class="stack stack-wide" onSubmit={submit} noValidate>
      <div class="stack stack-close">
        <h1>{t('data.title')}</h1>
        <p class="quiet">{t('data.why')}</p>
      </div>
      <Notice title={t('data.who')}>
        <p>{t('data.who_why')}</p>
      </Notice>
      <div class="stack">
        <CountryField value={entry.country} onChange={change('country')} />
        {FIELDS.map(([field, autocomplete]) => (
          <Field
            key={field}
            label={t(`data.${field}`)}
            value={entry[field]}
            onChange={change(field)}
            error={problems[field] ? t(field === 'tel' ? 'data.tel_wrong' : 'data.wrong') : null}
            input={makeInput(autocomplete)}
          />
        ))}
      </div>
      {action.refused ? <RefusalNotice refused={action.refused} /> : null}
      <Button submit kind="main" large wide icon="lock" busy={action.busy}>
        {t('data.keep')}
      </Button>
      <Button kind="quiet" onPress={onDone}>
        {t('data.later')}
      </Button>
    </form>
  );
}

function CountryField({ value, onChange }: { value: string; onChange: (code: string) => void }) {
  const { t, countryName, locale } = useText();
  const options = COUNTRY_CODES.map(code => ({ value: code, label: countryName(code) }));
  options.sort((a, b) => a.label.localeCompare(b.label, locale));
  return <SelectField label={t('data.country')} value={value} onChange={onChange} options={options} />;
}
