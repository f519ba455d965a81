import { useState } from 'preact/hooks';
import { Button } from '#extension/ui/button.tsx';
import { Dialog } from '#extension/ui/dialog.tsx';
import { Money } from '#extension/ui/money.tsx';
import { Notice } from '#extension/ui/notice.tsx';
import { useText } from '#extension/ui/surroundings.tsx';
import { ScrollingTable } from '../scrolling-table.tsx';
import { GiveUpPayout, type OpenPayout } from './give-up-payout.tsx';
import type { OperatorPorts } from './operator-ports.ts';

interface PayoutsTableProps {
  rows: readonly OpenPayout[];
  giveUp: (payoutId: string) => ReturnType<OperatorPorts['giveUpPayout']>;
  /** After a payout was given up. */
  onChanged: () => void;
}

/** Payouts under way, as the bank names them: those past their time first, which can be given up. */
export function PayoutsTable({ rows, giveUp, onChanged }: PayoutsTableProps) {
  const { t, money } = useText();
  const [asked, setAsked] = useState<OpenPayout | null>(null);
  const [givenUp, setGivenUp] = useState<OpenPayout | null>(null);
  if (rows.length === 0 && givenUp === null) return null;
  const finish = (payout: OpenPayout) => {
    setAsked(null);
    setGivenUp(payout);
    onChanged();
  };
  return (
    <section class="stack">
      <h2>{t('operator.payouts')}</h2>
      {givenUp ? (
        <Notice
          kind="done"
          title={t('give_up.done', { amount: money(givenUp.amountMinor, givenUp.currency) })}
        >
          <p>{t('give_up.done_means')}</p>
        </Notice>
      ) : null}
      {rows.length === 0 ? null : <Rows rows={rows} onAsk={setAsked} />}
      <Dialog open={asked !== null} title={t('give_up.title')} onClose={() => setAsked(null)}>
        {asked ? (
          <GiveUpPayout payout={asked} giveUp={giveUp} onClose={() => setAsked(null)} onGivenUp={finish} />
        ) : null}
      </Dialog>
    </section>
  );
}

function Rows({ rows, onAsk }: Pick<PayoutsTableProps, 'rows'> & { onAsk: (payout: OpenPayout) => void }) {
  const { t } = useText();
  return (
    <ScrollingTable label={t('operator.payouts')}>
      <thead>
        <tr>
          <th scope="col">{t('operator.execution_day')}</th>
          <th scope="col">{t('orders.state')}</th>
          <th scope="col" class="figure">
            {t('pay.amount')}
          </th>
          <th scope="col">{t('operator.end_to_end_id')}</th>
          <th scope="col">{t('give_up.column')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(payout => (
          <tr key={payout.payoutId}>
            <td>{payout.executionDate}</td>
            <td>{t(`operator.payout_${payout.state}`)}</td>
            <td class="figure">
              <Money amountMinor={payout.amountMinor} currency={payout.currency} />
            </td>
            <td>
              <code class="end-to-end-id">{payout.endToEndId}</code>
            </td>
            <td>
              {payout.state === 'unanswered' ? (
                <Button kind="danger" onPress={() => onAsk(payout)}>
                  {t('give_up.open')}
                </Button>
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </ScrollingTable>
  );
}
