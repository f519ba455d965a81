import { useState } from 'preact/hooks';
import { keepVisible } from '#shared/api/visible-text.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { RefusalNotice } from '../ui/refusal-notice.tsx';
import { useText } from '../ui/surroundings.tsx';
import { useAction } from '../ui/use-action.ts';
import { useWrongFocus } from '../ui/use-wrong-focus.ts';
import { usePopup } from './popup-context.tsx';
import type { ActProps } from './purchase-acts.tsx';

/** Says what is wrong; the clocks of the purchase stop. */
export function DisputeForm({ purchase, onDone, onClose }: ActProps) {
  const { t } = useText();
  const { ports } = usePopup();
  const action = useAction();
  const [reason, setReason] = useState('');
  const [tries, setTries] = useState(0);
  const form = useWrongFocus(tries);
  const submit = async (event: Event) => {
    event.preventDefault();
    setTries(before => before + 1);
    if (keepVisible(reason) === '') return;
    const done = await action.run(() =>
      ports.ask('disputePurchase', { purchaseId: purchase.id, reason: keepVisible(reason) }),
    );
    if (done) onDone(done.purchase);
  };
  return (
    <form ref={form} class="stack" onSubmit={submit} noValidate>
      <p>{t('act.dispute_means')}</p>
      <TextField
        label={t('dispute.reason')}
        hint={t('dispute.reason_hint')}
        value={reason}
        onChange={setReason}
        maxLength={500}
        error={tries > 0 && keepVisible(reason) === '' ? t('dispute.reason_missing') : null}
      />
      {action.refused ? <RefusalNotice refused={action.refused} /> : null}
      <div class="dialog-acts">
        <Button onPress={onClose}>{t('ui.back')}</Button>
        <Button submit kind="main" busy={action.busy}>
          {t('act.dispute')}
        </Button>
      </div>
    </form>
  );
}
