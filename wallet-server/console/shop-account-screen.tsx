import { Empty } from '#extension/ui/empty.tsx';
import { Loading } from '#extension/ui/loading.tsx';
import { Money } from '#extension/ui/money.tsx';
import { useText } from '#extension/ui/surroundings.tsx';
import { useAnswer } from '#extension/ui/use-answer.ts';
import type { CallResult } from '#shared/api/call.ts';
import { useShop } from './console-context.tsx';
import { PayoutForm } from './payout-form.tsx';
import { ScrollingTable } from './scrolling-table.tsx';

/** What is payable to the shop, what is set aside for it, and where it is paid. */
export function ShopAccountScreen() {
  const { t } = useText();
  const { call, seller } = useShop();
  const loaded = useAnswer(() => call('getSellerAccount', {}), [seller.id]);
  return (
    <div class="stack">
      <h1>{t('console.place.account')}</h1>
      <Loading loaded={loaded} lines={4}>
        {({ balances, feeBasisPoints, payoutAccount }) => (
          <>
            {balances.length === 0 ? (
              <Empty icon="account" title={t('shop_account.empty')} />
            ) : (
              <Balances balances={balances} />
            )}
            <p class="small quiet">
              {feeBasisPoints === 0
                ? t('shop_account.no_fee')
                : t('shop_account.fee', { rate: feeBasisPoints / 10_000 })}
            </p>
            <PayoutForm kept={payoutAccount} />
          </>
        )}
      </Loading>
    </div>
  );
}

function Balances({ balances }: { balances: CallResult<'getSellerAccount'>['balances'] }) {
  const { t } = useText();
  return (
    <ScrollingTable label={t('console.place.account')}>
      <thead>
        <tr>
          <th scope="col">{t('pay.currency')}</th>
          <th scope="col" class="figure">
            {t('shop_account.payable')}
          </th>
          <th scope="col" class="figure">
            {t('shop_account.pending')}
          </th>
        </tr>
      </thead>
      <tbody>
        {balances.map(({ currency, payableMinor, pendingMinor }) => (
          <tr key={currency}>
            <td>{currency}</td>
            <td class="figure">
              <Money amountMinor={payableMinor} currency={currency} />
            </td>
            <td class="figure">
              <Money amountMinor={pendingMinor} currency={currency} />
            </td>
          </tr>
        ))}
      </tbody>
    </ScrollingTable>
  );
}
