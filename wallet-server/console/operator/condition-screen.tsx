import { useEffect } from 'preact/hooks';
import type { Answer } from '#extension/ui/answer.ts';
import { Button } from '#extension/ui/button.tsx';
import { Notice } from '#extension/ui/notice.tsx';
import { RefusalNotice } from '#extension/ui/refusal-notice.tsx';
import { RelativeTime } from '#extension/ui/relative-time.tsx';
import { useText } from '#extension/ui/surroundings.tsx';
import { useAnswer } from '#extension/ui/use-answer.ts';
import type { CallResult } from '#shared/api/call.ts';
import type { Condition } from '#shared/api/operators.ts';
import { JobsTable } from './jobs-table.tsx';
import { OpenPurchasesTable } from './open-purchases-table.tsx';
import { PayoutsTable } from './payouts-table.tsx';

const REFRESH_MS = 10_000;

interface ConditionScreenProps {
  /** What is shown until the first refresh. */
  first: Condition;
  read: () => Promise<Answer<Condition>>;
  readPayouts: () => Promise<Answer<CallResult<'listPayouts'>>>;
  giveUpPayout: (payoutId: string) => Promise<Answer<CallResult<'giveUpPayout'>>>;
  onLeave: () => void;
}

/** Checks, open purchases, queues, payouts and log, read anew every few seconds. */
export function ConditionScreen(props: ConditionScreenProps) {
  const { first, read, readPayouts, giveUpPayout, onLeave } = props;
  const { t } = useText();
  const loaded = useAnswer(read, []);
  const payouts = useAnswer(readPayouts, []);
  const [reload, reloadPayouts] = [loaded.reload, payouts.reload];
  useEffect(() => {
    const timer = setInterval(() => {
      reload();
      reloadPayouts();
    }, REFRESH_MS);
    return () => clearInterval(timer);
  }, [reload, reloadPayouts]);
  const condition = loaded.value ?? first;
  return (
    <main class="console-main stack stack-wide">
      <header class="row row-apart">
        <h1>{t('operator.title')}</h1>
        <Button onPress={onLeave}>{t('operator.leave')}</Button>
      </header>
      {loaded.refused ? <RefusalNotice refused={loaded.refused} moneyless /> : null}
      <Checks checks={condition.checks} />
      <OpenPurchasesTable rows={condition.openPurchases} />
      <JobsTable rows={condition.jobs} />
      <PayoutsTable
        rows={payouts.value?.payouts ?? []}
        giveUp={giveUpPayout}
        onChanged={() => {
          reload();
          reloadPayouts();
        }}
      />
      <section class="stack stack-close">
        <h2>{t('operator.log')}</h2>
        <p>
          {t('operator.leaves', { count: condition.log.leafCount })}{' '}
          {condition.log.newestAtMs === null ? null : <RelativeTime atMs={condition.log.newestAtMs} />}
        </p>
      </section>
    </main>
  );
}

function Checks({ checks }: { checks: Condition['checks'] }) {
  const { t } = useText();
  const wrong = checks.filter(({ state }) => state !== 'passed');
  if (wrong.length === 0)
    return (
      <Notice kind="done" title={t('operator.all_well')}>
        <p>{t('operator.all_well_why', { count: checks.length })}</p>
      </Notice>
    );
  return (
    <section class="stack">
      {wrong.map(({ check, state, count }) => (
        <Notice
          key={check}
          kind={state === 'failed' ? 'refused' : 'held'}
          title={t(`check.${check}`, { count })}
        >
          <p>{t(`check_advice.${check}`)}</p>
        </Notice>
      ))}
    </section>
  );
}
