import { Empty } from '#extension/ui/empty.tsx';
import { StateBadge } from '#extension/ui/state-badge.tsx';
import { useText } from '#extension/ui/surroundings.tsx';
import type { Condition } from '#shared/api/operators.ts';
import { ScrollingTable } from '../scrolling-table.tsx';

/** How many purchases are in each state that is not the end. */
export function OpenPurchasesTable({ rows }: { rows: Condition['openPurchases'] }) {
  const text = useText();
  const { t } = text;
  return (
    <section class="stack">
      <h2>{t('operator.open_purchases')}</h2>
      {rows.length === 0 ? (
        <Empty icon="parcel" title={t('operator.no_purchases')} />
      ) : (
        <ScrollingTable label={t('operator.open_purchases')}>
          <thead>
            <tr>
              <th scope="col">{t('orders.state')}</th>
              <th scope="col">{t('orders.funding')}</th>
              <th scope="col" class="figure">
                {t('operator.count')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ state, funding, count }) => (
              <tr key={state + funding}>
                <td>
                  <StateBadge state={state} />
                </td>
                <td>{t(`funding_word.${funding}`)}</td>
                <td class="figure">{text.count(count)}</td>
              </tr>
            ))}
          </tbody>
        </ScrollingTable>
      )}
    </section>
  );
}
