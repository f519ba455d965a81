import type { ComponentChildren, InputHTMLAttributes } from 'preact';
import { useState } from 'preact/hooks';
import type { RealData } from '#shared/api/people.ts';
import { COUNTRY_CODES } from './country-codes.ts';
import { type DataEntry, type DataProblems, readDataEntry } from './data-entry.ts';
import { listDataFields } from './data-fields.ts';
import { Field, SelectField } from './field.tsx';
import { useText } from './surroundings.tsx';
import { useWrongFocus } from './use-wrong-focus.ts';

type Token = ReturnType<typeof listDataFields>[number][1];
function makeInput(autocomplete: Token): InputHTMLAttributes<HTMLInputElement> {
  if (autocomplete === 'email') return { type: 'email', autocomplete };
  if (autocomplete === 'tel') return { type: 'tel', autocomplete };
  return { type: 'text', autocomplete };
}

interface DataFormProps {
  /** What is kept. */
  first: DataEntry;
  /** What was typed over other data than `first`: it stands in its fields, with what is kept beside it. */
  typed?: Partial<DataEntry>;
  onEntry?: (entry: DataEntry) => void;
  /** Real data that is complete and in form. */
  onSubmit: (realData: RealData) => void;
  /** The buttons, one of which submits. */
  children: ComponentChildren;
}

/** The form of what is true: name, mail, telephone, and where parcels really go. */
export function DataForm({ first, typed = {}, onEntry, onSubmit, children }: DataFormProps) {
  const { t, countryName } = useText();
  const [entry, setEntry] = useState({ ...first, ...typed });
  const change = (field: keyof DataEntry) => (value: string) => {
    const changed = { ...entry, [field]: value };
    setEntry(changed);
    onEntry?.(changed);
  };
  const tellKept = (field: keyof DataEntry) => {
    if (typed[field] === undefined || typed[field] === first[field]) return null;
    const kept = field === 'country' ? countryName(first.country) : first[field];
    return kept === '' ? t('data.empty_now') : t('data.kept_now', { kept });
  };
  const [tries, setTries] = useState(0);
  const read = readDataEntry(entry);
  const problems: DataProblems = tries > 0 && 'problems' in read ? read.problems : {};
  const form = useWrongFocus(tries);
  const tellProblem = (field: keyof DataEntry, problem: DataProblems[keyof DataEntry]) => {
    if (!problem) return null;
    if (problem === 'missing') return t('data.missing');
    return t(field === 'tel' || field === 'email' ? `data.${field}_wrong` : 'data.wrong');
  };
  const submit = (event: Event) => {
    event.preventDefault();
    setTries(before => before + 1);
    if ('realData' in read) onSubmit(read.realData);
  };
  return (
    <form ref={form} class="stack stack-wide" onSubmit={submit} noValidate>
      <div class="stack">
        <CountryField value={entry.country} onChange={change('country')} hint={tellKept('country')} />
        {listDataFields(entry.country).map(([field, autocomplete]) => (
          <Field
            key={field}
            label={t(`data.${field}`)}
            value={entry[field]}
            onChange={change(field)}
            hint={tellKept(field)}
            error={tellProblem(field, problems[field])}
            input={makeInput(autocomplete)}
          />
        ))}
      </div>
      {children}
    </form>
  );
}

interface CountryFieldProps {
  value: string;
  onChange: (code: string) => void;
  hint: string | null;
}

function CountryField({ value, onChange, hint }: CountryFieldProps) {
  const { t, countryName, locale } = useText();
  const options = COUNTRY_CODES.map(code => ({ value: code, label: countryName(code) }));
  options.sort((a, b) => a.label.localeCompare(b.label, locale));
  return (
    <SelectField label={t('data.country')} value={value} onChange={onChange} options={options} hint={hint} />
  );
}
