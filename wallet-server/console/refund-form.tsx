import { useState } from 'preact/hooks';
import { readAmountEntry } from '#extension/ui/amount-entry.ts';
import { Button } from '#extension/ui/button.tsx';
import { Field } from '#extension/ui/field.tsx';
import { RefusalNotice } from '#extension/ui/refusal-notice.tsx';
import { useText } from '#extension/ui/surroundings.tsx';
import { useAction } from '#extension/ui/use-action.ts';
import type { OrderView } from '#shared/api/purchase-view.ts';
import { toDecimal } from '#shared/money/amount.ts';
import { useShop } from './console-context.tsx';

interface RefundFormProps {
  order: OrderView;
  onClose: () => void;
  onChanged: (order: OrderView) => void;
}

/** All that is left of the held money, or a part of it. */
export function RefundForm({ order, onClose, onChanged }: RefundFormProps) {
  const text = useText();
  const { call } = useShop();
  const action = useAction();
  const { currency, orderNumber } = order;
  const left = BigInt(order.amountMinor) - BigInt(order.refundedMinor);
  const [entry, setEntry] = useState(() => toDecimal(left, currency));
  const amount = readAmountEntry(entry, currency);
  const fits = amount !== null && amount > 0n && amount <= left;
  const submit = async (event: Event) => {
    event.preventDefault();
    if (!fits) return;
    const body = amount < left ? { amountMinor: amount.toString() } : {};
    const params = { orderNumber: orderNumber ?? '' };
    const done = await action.run(() => call('refundOrder', { params, body }));
    if (done) onChanged(done.order);
  };
  const most = text.money(left.toString(), currency);
  return (
    <form class="stack" onSubmit={submit} noValidate>
      <Field
        label={text.t('refund.amount', { currency })}
        hint={text.t('refund.most', { amount: most })}
        value={entry}
        onChange={setEntry}
        error={fits ? null : text.t('refund.amount_wrong', { amount: most })}
        input={{ inputMode: 'decimal', autocomplete: 'off' }}
      />
      {fits ? <p>{text.t('act.refund_means', { amount: text.money(amount.toString(), currency) })}</p> : null}
      {action.refused ? <RefusalNotice refused={action.refused} /> : null}
      <div class="dialog-acts">
        <Button onPress={onClose}>{text.t('ui.back')}</Button>
        <Button submit kind="danger" busy={action.busy}>
          {text.t('act.refund')}
        </Button>
      </div>
    </form>
  );
}
