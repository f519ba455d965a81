import type { ComponentChild } from 'preact';
import { Dialog } from '#extension/ui/dialog.tsx';
import { Surround } from '#extension/ui/surroundings.tsx';
import { makeText } from '#extension/ui/text.ts';
import { ConditionScreen } from '#server/console/operator/condition-screen.tsx';
import { GiveUpPayout, type OpenPayout } from '#server/console/operator/give-up-payout.tsx';
import { OperatorApp } from '#server/console/operator/operator-app.tsx';
import type { Locale } from '#shared/api/locale.ts';
import { CHECKS, type Condition } from '#shared/api/operators.ts';
import { makeId, NOW_MS } from './made-up-views.ts';

/** A server with something to do. */
export const CONDITION: Condition = {
  atMs: NOW_MS,
  openPurchases: [
    { state: 'disputed', funding: 'held', count: 3 },
    { state: 'identity_confirmed', funding: 'advanced', count: 12 },
    { state: 'shipped', funding: 'held', count: 1840 },
  ],
  jobs: [
    { kind: 'pay_open_bills', waiting: 0, dead: 2, oldestDueAtMs: null },
    { kind: 'webhook', waiting: 7, dead: 0, oldestDueAtMs: NOW_MS - 25 * 60_000 },
  ],
  log: { leafCount: 21_904, newestAtMs: NOW_MS - 40_000 },
  checks: CHECKS.map(check => {
    if (check === 'jobs_timely') return { check, state: 'failed', count: 7 };
    if (check === 'jobs_alive') return { check, state: 'warned', count: 2 };
    return { check, state: 'passed', count: 0 };
  }),
};

const PAYOUT = { batchId: makeId(70), sellerId: makeId(50), currency: 'USD' as const };
const PAYOUTS = [
  {
    ...{ ...PAYOUT, payoutId: makeId(71), endToEndId: makeId(71).replaceAll('-', '') },
    ...{ amountMinor: '128000', executionDate: '2026-11-13', state: 'unanswered' as const },
  },
  {
    ...{ ...PAYOUT, payoutId: makeId(72), endToEndId: makeId(72).replaceAll('-', '') },
    ...{ amountMinor: '4800', executionDate: '2026-11-20', state: 'pending' as const },
  },
] as const satisfies readonly OpenPayout[];

/** The operator's page over `condition`; without one, the question for the key. */
export function showOperator(locale: Locale, condition?: Condition): ComponentChild {
  if (!condition) {
    const readCondition = async () => ({ refused: 'key_invalid' as const });
    const listPayouts = async () => ({ refused: 'key_invalid' as const });
    const giveUpPayout = async () => ({ refused: 'key_invalid' as const });
    const ports = { readCondition, listPayouts, giveUpPayout, clock: () => NOW_MS, languages: [locale] };
    return <OperatorApp ports={ports} />;
  }
  return (
    <Surround locale={locale} clock={() => NOW_MS}>
      <ConditionScreen
        first={condition}
        read={async () => ({ ok: condition })}
        readPayouts={async () => ({ ok: { payouts: [...PAYOUTS] } })}
        giveUpPayout={async () => ({ refused: 'stage_wrong' })}
        onLeave={() => undefined}
      />
    </Surround>
  );
}

/** The question before a payout is given up. */
export function showGiveUp(locale: Locale): ComponentChild {
  const { t } = makeText(locale);
  const [payout] = PAYOUTS;
  return (
    <Surround locale={locale} clock={() => NOW_MS}>
      <main class="console-main">
        <h1>{t('operator.title')}</h1>
        <Dialog open title={t('give_up.title')} onClose={() => undefined}>
          <GiveUpPayout
            payout={payout}
            giveUp={async () => ({ refused: 'stage_wrong' })}
            onClose={() => undefined}
            onGivenUp={() => undefined}
          />
        </Dialog>
      </main>
    </Surround>
  );
}
