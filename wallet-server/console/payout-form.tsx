import { useState } from 'preact/hooks';
import { Button } from '#extension/ui/button.tsx';
import { Dialog } from '#extension/ui/dialog.tsx';
import { Field } from '#extension/ui/field.tsx';
import { Notice } from '#extension/ui/notice.tsx';
import { RefusalNotice } from '#extension/ui/refusal-notice.tsx';
import { useNow, useText } from '#extension/ui/surroundings.tsx';
import { useAction } from '#extension/ui/use-action.ts';
import { useWrongFocus } from '#extension/ui/use-wrong-focus.ts';
import { type KeptPayoutAccount, PayoutAccount } from '#shared/api/accounts.ts';
import type { CallResult } from '#shared/api/call.ts';
import { useShop } from './console-context.tsx';
import { PayoutChange } from './payout-change.tsx';

const { name: Name, iban: Iban, bic: Bic } = PayoutAccount.shape;
const NOTHING = { name: '', iban: '', bic: '' };

/**
 * The bank account that payouts go to: entered, looked over, signed by passkey. What is kept is told by its last digits
 * only, and never comes back whole.
 */
export function PayoutForm(props: { kept: KeptPayoutAccount | null }) {
  const { t } = useText();
  const { call, seller } = useShop();
  const action = useAction();
  const [entry, setEntry] = useState(NOTHING);
  const [tries, setTries] = useState(0);
  const form = useWrongFocus(tries);
  const [change, setChange] = useState<CallResult<'beginPayoutChange'> | null>(null);
  const [saved, setSaved] = useState<KeptPayoutAccount | null>(null);
  const bic = entry.bic.trim() === '' ? null : entry.bic.trim().toUpperCase();
  const fits = {
    name: Name.safeParse(entry.name).success,
    iban: Iban.safeParse(entry.iban).success,
    bic: Bic.safeParse(bic).success,
  };
  const submit = async (event: Event) => {
    event.preventDefault();
    setTries(before => before + 1);
    setSaved(null);
    if (!fits.name || !fits.iban || !fits.bic) return;
    const input = { params: { sellerId: seller.id }, body: { name: entry.name, iban: entry.iban, bic } };
    setChange(await action.run(() => call('beginPayoutChange', input)));
  };
  const finish = (account: KeptPayoutAccount) => {
    setChange(null);
    setSaved(account);
    setTries(0);
    setEntry(NOTHING);
  };
  const parts = ['name', 'iban', 'bic'] as const;
  return (
    <form ref={form} class="stack console-settings" onSubmit={submit} noValidate>
      <h2>{t('payout.title')}</h2>
      <KeptAccount account={saved ?? props.kept} />
      {parts.map(part => (
        <Field
          key={part}
          label={t(`payout.${part}`)}
          value={entry[part]}
          onChange={value => setEntry({ ...entry, [part]: value })}
          error={tries > 0 && !fits[part] ? t(`payout.${part}_wrong`) : null}
          input={{ autocomplete: part === 'name' ? 'organization' : 'off', spellcheck: false }}
        />
      ))}
      {action.refused ? <RefusalNotice refused={action.refused} /> : null}
      {saved === null ? null : <Notice kind="done" title={t('payout.saved')} />}
      <div>
        <Button submit busy={action.busy}>
          {t('payout.save')}
        </Button>
      </div>
      <Dialog open={change !== null} title={t('payout.sign_title')} onClose={() => setChange(null)}>
        {change ? <PayoutChange change={change} onClose={() => setChange(null)} onChanged={finish} /> : null}
      </Dialog>
    </form>
  );
}

function KeptAccount({ account }: { account: KeptPayoutAccount | null }) {
  const { t, exact } = useText();
  const nowMs = useNow();
  if (account === null) return <p>{t('payout.none')}</p>;
  const { lastDigits, changedAtMs, paysFromMs } = account;
  return (
    <>
      <p>
        {t('payout.kept', { digits: lastDigits })} {t('payout.named', { at: exact(changedAtMs) })}
      </p>
      {paysFromMs > Math.max(nowMs, changedAtMs) ? (
        <Notice kind="held" title={t('payout.rests', { from: exact(paysFromMs) })}>
          <p>{t('payout.rests_why')}</p>
        </Notice>
      ) : null}
    </>
  );
}
