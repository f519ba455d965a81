import { useState } from 'preact/hooks';
import type { Answer } from '#extension/ui/answer.ts';
import { Button } from '#extension/ui/button.tsx';
import { Field } from '#extension/ui/field.tsx';
import { Money } from '#extension/ui/money.tsx';
import { Notice } from '#extension/ui/notice.tsx';
import { RefusalNotice } from '#extension/ui/refusal-notice.tsx';
import { useText } from '#extension/ui/surroundings.tsx';
import { type Action, useAction } from '#extension/ui/use-action.ts';
import { useWrongFocus } from '#extension/ui/use-wrong-focus.ts';
import type { CallResult } from '#shared/api/call.ts';

export type OpenPayout = CallResult<'listPayouts'>['payouts'][number];

interface GiveUpPayoutProps {
  payout: OpenPayout;
  giveUp: (payoutId: string) => Promise<Answer<CallResult<'giveUpPayout'>>>;
  onClose: () => void;
  onGivenUp: (payout: OpenPayout) => void;
}

/** So many characters of the bank's name of a payout tell it from all others on the page. */
const TYPED = 6;
const POINTS = ['when', 'payable', 'twice'] as const;

/** What giving up means, and the end of the payout's own name as the second step: no slip of the mouse does it. */
export function GiveUpPayout({ payout, giveUp, onClose, onGivenUp }: GiveUpPayoutProps) {
  const { t } = useText();
  const action = useAction();
  const [typed, setTyped] = useState('');
  const [tries, setTries] = useState(0);
  const form = useWrongFocus(tries);
  const named = typed.trim().toLowerCase() === payout.endToEndId.slice(-TYPED).toLowerCase();
  const submit = async (event: Event) => {
    event.preventDefault();
    setTries(before => before + 1);
    if (!named) return;
    const done = await action.run(() => giveUp(payout.payoutId));
    if (done) onGivenUp(payout);
  };
  return (
    <form ref={form} class="stack" onSubmit={submit} noValidate>
      <PayoutFacts payout={payout} />
      <ul class="points">
        {POINTS.map(point => (
          <li key={point}>{t(`give_up.${point}`)}</li>
        ))}
      </ul>
      <Field
        label={t('give_up.type', { count: TYPED })}
        value={typed}
        onChange={setTyped}
        error={tries > 0 && !named ? t('give_up.type_wrong') : null}
        input={{ autocomplete: 'off', spellcheck: false, maxLength: TYPED + 2 }}
      />
      <Refused action={action} />
      <div class="dialog-acts">
        <Button onPress={onClose}>{t('ui.back')}</Button>
        <Button submit kind="danger" busy={action.busy}>
          {t('give_up.act')}
        </Button>
      </div>
    </form>
  );
}

/** The bank may have told of it since the page was read. */
function Refused({ action: { refused } }: { action: Action }) {
  const { t } = useText();
  if (refused === null) return null;
  if (refused !== 'stage_wrong' && refused !== 'not_found') return <RefusalNotice refused={refused} />;
  return (
    <Notice kind="refused" title={t('give_up.answered')}>
      <p>{t('give_up.answered_means')}</p>
    </Notice>
  );
}

function PayoutFacts({ payout }: { payout: OpenPayout }) {
  const { t } = useText();
  return (
    <dl class="facts">
      <dt>{t('pay.amount')}</dt>
      <dd>
        <Money amountMinor={payout.amountMinor} currency={payout.currency} />
      </dd>
      <dt>{t('operator.execution_day')}</dt>
      <dd>{payout.executionDate}</dd>
      <dt>{t('operator.end_to_end_id')}</dt>
      <dd class="mono">{payout.endToEndId}</dd>
    </dl>
  );
}
