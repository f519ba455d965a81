import { Empty } from '../ui/empty.tsx';
import { Loading } from '../ui/loading.tsx';
import { Money } from '../ui/money.tsx';
import { PayInFacts } from '../ui/pay-in-facts.tsx';
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
            <section class="stack stack-close">
              <h2>{t('account.pay_in')}</h2>
              <p class="small quiet">{t(payInto ? 'account.pay_in_why' : 'account.pay_in_unnamed')}</p>
              <PayInFacts paymentReference={paymentReference} payInto={payInto} />
            </section>
          </div>
        )}
      </Loading>
    </div>
  );
}
