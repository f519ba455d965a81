import type { Explanation, Signal } from '../detect/explain-field.ts';
import type { FieldDescription } from '../detect/field-description.ts';
import { SelectField } from '../ui/field.tsx';
import { Icon } from '../ui/icon.tsx';
import { useText } from '../ui/surroundings.tsx';
import { MEANINGS, type Meaning, toMeaning } from './meanings.ts';

interface FieldWhyProps {
  field: FieldDescription;
  why: Explanation;
  meaning: Meaning;
  changed: boolean;
  onChange: (meaning: Meaning) => void;
}

/** One field: what it was taken for, what led there, and what its owner says instead. */
export function FieldWhy({ field, why, meaning, changed, onChange }: FieldWhyProps) {
  const { t } = useText();
  const label = field.texts[0]?.text ?? (field.name || field.id || t('why.nameless'));
  const refused = toMeaning(why.token) !== 'none' && meaning === 'none' && !changed;
  return (
    <article class="sheet why-field">
      <h3>{label}</h3>
      <SelectField
        label={t('why.meaning')}
        value={meaning}
        onChange={value => onChange(MEANINGS.find(one => one === value) ?? 'none')}
        options={MEANINGS.map(one => ({ value: one, label: t(`meaning.${one}`) }))}
        hint={changed ? t('why.changed') : refused ? t('why.kind') : null}
      />
      {why.signals.length === 0 ? <p class="small quiet">{t('why.silent')}</p> : null}
      <ul class="why-signals small">
        {why.signals.map(signal => (
          <SignalLine key={`${signal.source} ${signal.text}`} signal={signal} alone={why.alone} />
        ))}
      </ul>
    </article>
  );
}

function SignalLine({ signal, alone }: { signal: Signal; alone: Explanation['alone'] }) {
  const { t } = useText();
  const { source, text, token, confidence } = signal;
  const meaning = t(`meaning.${toMeaning(token)}`);
  return (
    <li>
      <span class="why-source quiet">{t(`why.source.${source}`)}</span>
      <span class="why-said">
        {source === 'neighbours' ? t('why.alone', { meaning: t(`meaning.${toMeaning(alone)}`) }) : text}
      </span>
      <span class="why-means">
        <Icon name="forward" /> {meaning}
      </span>
      <meter min={0} max={1} value={confidence} aria-label={t('why.sureness')} />
    </li>
  );
}
