import type { CallResult } from '#shared/api/call.ts';
import { Empty } from '../ui/empty.tsx';
import { Loading } from '../ui/loading.tsx';
import { Money } from '../ui/money.tsx';
import { useText } from '../ui/surroundings.tsx';
import { useAnswer } from '../ui/use-answer.ts';
import { PlaceHead } from './place-head.tsx';
import { usePopup } from './popup-context.tsx';

const PARTS = ['available', 'held', 'owed'] as const;

/** Money as it stands with Wayveil, and how to pay in. */
export function AccountScreen() {
  const { t } = useText();
  const { ports, changeCount } = usePopup();
  const loaded = useAnswer(() => ports.ask('getAccount', {}), [changeCount]);
  return (
    <div class="stack">
      <PlaceHead title={t('popup.place.account')} back="more" />
      <Loading loaded={loaded} lines={8}>
        {({ paymentReference, payInto, balances }) => (
          <div class="stack stack-wide">
            {balances.length === 0 ? (
              <Empty icon="account" title={t('account.empty')}>
                <p>{t('account.empty_why')}</p>
              </Empty>
            ) : null}
            {balances.map(balance => (
              <section key={balance.currency} class="sheet stack" aria-label={balance.currency}>
                <h2>{balance.currency}</h2>
                <dl class="facts">
                  {PARTS.map(part => (
                    <div key={part} style={{ display: 'contents' }}>
                      <dt>{t(`account.${part}`)}</dt>
                      <dd class="figure">
                        <Money amountMinor={balance[`${part}Minor`]} currency={balance.currency} />
                      </dd>
                    </div>
                  ))}
                </dl>
              </section>
            ))}
            <PayIn paymentReference={paymentReference} payInto={payInto} />
          </div>
        )}
      </Loading>
    </div>
  );
}

/** Whom and where to pay, and with which reference. */
function PayIn({ paymentReference, payInto }: Omit<CallResult<'getAccount'>, 'balances'>) {
  const { t } = useText();
  return (
    <section class="stack stack-close">
      <h2>{t('account.pay_in')}</h2>
      <p class="small quiet">{t(payInto ? 'account.pay_in_why' : 'account.pay_in_unnamed')}</p>
      <dl class="facts">
        {payInto ? (
          <>
            <dt>{t('account.holder')}</dt>
            <dd>{payInto.name}</dd>
            <dt>{t('account.iban')}</dt>
            <dd class="mono">{groupIban(payInto.iban)}</dd>
          </>
        ) : null}
        {payInto?.bic ? (
          <>
            <dt>{t('account.bic')}</dt>
            <dd class="mono">{payInto.bic}</dd>
          </>
        ) : null}
        <dt>{t('account.reference')}</dt>
        <dd class="mono payment-reference">{paymentReference}</dd>
      </dl>
    </section>
  );
}

/** Groups of four, as IBANs are printed; banks take the spaces along. */
function groupIban(iban: string): string {
  return iban.replace(/.{4}(?=.)/g, '$& ');
}
