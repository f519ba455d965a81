import { useState } from 'preact/hooks';
import { Button } from '#extension/ui/button.tsx';
import { Field } from '#extension/ui/field.tsx';
import { Notice } from '#extension/ui/notice.tsx';
import { RefusalNotice } from '#extension/ui/refusal-notice.tsx';
import { useText } from '#extension/ui/surroundings.tsx';
import { useAction } from '#extension/ui/use-action.ts';
import { putPayoutAccount } from '#shared/api/accounts.ts';
import { useShop } from './console-context.tsx';

const { name: Name, iban: Iban, bic: Bic } = putPayoutAccount.body.shape;

/** The bank account that payouts go to. What is kept is told by its last digits only, and never comes back whole. */
export function PayoutForm({ kept }: { kept: string | null }) {
  const { t } = useText();
  const { call } = useShop();
  const action = useAction();
  const [entry, setEntry] = useState({ name: '', iban: '', bic: '' });
  const [asked, setAsked] = useState(false);
  const [saved, setSaved] = useState<string | null>(null);
  const bic = entry.bic.trim() === '' ? null : entry.bic.trim().toUpperCase();
  const fits = {
    name: Name.safeParse(entry.name).success,
    iban: Iban.safeParse(entry.iban).success,
    bic: Bic.safeParse(bic).success,
  };
  const submit = async (event: Event) => {
    event.preventDefault();
    setAsked(true);
    setSaved(null);
    if (!fits.name || !fits.iban || !fits.bic) return;
    const body = { name: entry.name, iban: entry.iban, bic };
    const done = await action.run(() => call('putPayoutAccount', { body }));
    if (!done) return;
    setSaved(done.lastDigits);
    setAsked(false);
    setEntry({ name: '', iban: '', bic: '' });
  };
  const put = (part: keyof typeof entry) => (value: string) => setEntry({ ...entry, [part]: value });
  const wrong = (part: keyof typeof entry) => (asked && !fits[part] ? t(`payout.${part}_wrong`) : null);
  const digits = saved ?? kept;
  return (
    <form class="stack console-settings" onSubmit={submit} noValidate>
      <h2>{t('payout.title')}</h2>
      <p>{digits === null ? t('payout.none') : t('payout.kept', { digits })}</p>
      <Field
        label={t('payout.name')}
        value={entry.name}
        onChange={put('name')}
        error={wrong('name')}
        input={{ autocomplete: 'organization' }}
      />
      <Field
        label={t('payout.iban')}
        value={entry.iban}
        onChange={put('iban')}
        error={wrong('iban')}
        input={{ autocomplete: 'off', spellcheck: false }}
      />
      <Field
        label={t('payout.bic')}
        value={entry.bic}
        onChange={put('bic')}
        error={wrong('bic')}
        input={{ autocomplete: 'off', spellcheck: false }}
      />
      {action.refused ? <RefusalNotice refused={action.refused} /> : null}
      {saved === null ? null : <Notice kind="done" title={t('payout.saved')} />}
      <div>
        <Button submit busy={action.busy}>
          {t('payout.save')}
        </Button>
      </div>
    </form>
  );
}
