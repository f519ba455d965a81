import { useState } from 'preact/hooks';
import { toDecimal } from '#shared/money/amount.ts';
import { CURRENCIES, type Currency, isCurrency } from '#shared/money/currency.ts';
import { readAmountEntry } from '../ui/amount-entry.ts';
import { Button } from '../ui/button.tsx';
import { Field, SelectField } from '../ui/field.tsx';
import { RefusalNotice } from '../ui/refusal-notice.tsx';
import { useText } from '../ui/surroundings.tsx';
import { useAction } from '../ui/use-action.ts';
import { usePopup } from './popup-context.tsx';

/** Up to what amount an e-mail code is enough, by currency. */
export function CodeLimitForm() {
  const { t } = useText();
  const { ports, wallet, putWallet } = usePopup();
  const action = useAction();
  const limits = wallet.member?.codeLimits ?? {};
  const print = (code: Currency) => toDecimal(BigInt(limits[code] ?? '0'), code);
  const [currency, setCurrency] = useState<Currency>('USD');
  const [entry, setEntry] = useState(() => print('USD'));
  const isNothing = /^0+([.,]0+)?$/.test(entry.trim());
  const amount = isNothing ? 0n : readAmountEntry(entry, currency);
  const choose = (code: string) => {
    if (!isCurrency(code)) return;
    setCurrency(code);
    setEntry(print(code));
  };
  const submit = async (event: Event) => {
    event.preventDefault();
    if (amount === null) return;
    const codeLimits = { ...limits, [currency]: amount.toString() };
    const state = await action.run(() => ports.ask('changeSettings', { codeLimits }));
    if (state) putWallet(state);
  };
  return (
    <form class="settings-group" onSubmit={submit} noValidate>
      <h2>{t('settings.code_limit')}</h2>
      <p class="small">{t('settings.code_limit_what')}</p>
      <div class="pay-line">
        <Field
          label={t('pay.amount')}
          value={entry}
          onChange={setEntry}
          error={amount === null ? t('pay.amount_wrong') : null}
          input={{ inputMode: 'decimal', autocomplete: 'off' }}
        />
        <SelectField
          label={t('pay.currency')}
          value={currency}
          onChange={choose}
          options={Object.keys(CURRENCIES).map(code => ({ value: code, label: code }))}
        />
      </div>
      {action.refused ? <RefusalNotice refused={action.refused} moneyless /> : null}
      <Button submit busy={action.busy}>
        {t('settings.code_limit_save')}
      </Button>
    </form>
  );
}
