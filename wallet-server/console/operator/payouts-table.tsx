import { Money } from '#extension/ui/money.tsx';
import { useText } from '#extension/ui/surroundings.tsx';
import type { CallResult } from '#shared/api/call.ts';
import { ScrollingTable } from '../scrolling-table.tsx';

/** Payouts under way, as the bank names them: those past their time first. */
export function PayoutsTable({ rows }: { rows: CallResult<'listPayouts'>['payouts'] }) {
  const { t } = useText();
  if (rows.length === 0) return null;
  return (
    <section class="stack">
      <h2>{t('operator.payouts')}</h2>
      <ScrollingTable label={t('operator.payouts')}>
        <thead>
          <tr>
            <th scope="col">{t('operator.execution_day')}</th>
            <th scope="col">{t('orders.state')}</th>
            <th scope="col" class="figure">
              {t('pay.amount')}
            </th>
            <th scope="col">{t('operator.end_to_end_id')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ payoutId, executionDate, state, amountMinor, currency, endToEndId }) => (
            <tr key={payoutId}>
              <td>{executionDate}</td>
              <td>{t(`operator.payout_${state}`)}</td>
              <td class="figure">
                <Money amountMinor={amountMinor} currency={currency} />
              </td>
              <td>
                <code>{endToEndId}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </ScrollingTable>
    </section>
  );
}
