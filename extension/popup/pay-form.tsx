import { useState } from 'preact/hooks';
import type { PurchaseView } from '#shared/api/purchase-view.ts';
import { keepVisible } from '#shared/api/visible-text.ts';
import type { Card } from '#shared/card/card.ts';
import { CURRENCIES, type Currency, isCurrency } from '#shared/money/currency.ts';
import type { TabPreview } from '../messages/popup-map.ts';
import { readAmountEntry } from '../ui/amount-entry.ts';
import { Button } from '../ui/button.tsx';
import { Field, SelectField } from '../ui/field.tsx';
import { RefusalNotice } from '../ui/refusal-notice.tsx';
import { useNow, useText } from '../ui/surroundings.tsx';
import { useAction } from '../ui/use-action.ts';
import { useWrongFocus } from '../ui/use-wrong-focus.ts';
import { listWaiting } from './list-waiting.ts';
import { usePopup } from './popup-context.tsx';
import { ReadHint } from './read-hint.tsx';

const CURRENCY_OPTIONS = Object.keys(CURRENCIES).map(code => ({ value: code, label: code }));

interface PayFormProps {
  page: TabPreview;
  card: Card;
  /** What was bought so far; null until it is known. */
  purchases: PurchaseView[] | null;
}

/**
 * What to pay here: as the page shows it, to be put right by the person before anything is asked of the server. It
 * stands open where the page shows a sum, unless an order of this shop's waits to be confirmed.
 */
export function PayForm({ page, card, purchases }: PayFormProps) {
  const { t } = useText();
  const nowMs = useNow();
  const [chosen, setChosen] = useState<boolean | null>(null);
  const waits = purchases && listWaiting(purchases, nowMs).some(({ payee }) => payee.host === page.host);
  const open = chosen ?? (dropUnserved(page.checkout)?.amount != null && waits === false);
  const toggle = (nowOpen: boolean) => {
    if (nowOpen !== open) setChosen(nowOpen);
  };
  return (
    <details class="fold sheet" open={open} onToggle={event => toggle(event.currentTarget.open)}>
      <summary>{t('pay.title')}</summary>
      {open ? <PayFields key={card.id} page={page} card={card} /> : null}
    </details>
  );
}

function PayFields({ page, card }: { page: TabPreview; card: Card }) {
  const { t } = useText();
  const { ports } = usePopup();
  const action = useAction();
  const { host, tabId } = page;
  const checkout = dropUnserved(page.checkout);
  const [payeeName, setPayeeName] = useState(checkout?.payeeName ?? '');
  const [entry, setEntry] = useState(checkout?.amount ?? '');
  const [currency, setCurrency] = useState<Currency>(() => chooseCurrency(checkout?.currency, card.currency));
  const [orderNumber, setOrderNumber] = useState(checkout?.orderNumber ?? '');
  const [tries, setTries] = useState(0);
  const form = useWrongFocus(tries);
  const amount = readAmountEntry(entry, currency);
  const submit = async (event: Event) => {
    event.preventDefault();
    setTries(before => before + 1);
    if (amount === null) return;
    const order = {
      payeeName: keepVisible(payeeName) || host,
      amountMinor: amount.toString(),
      ...{ currency, orderNumber: keepVisible(orderNumber) || null, description: '' },
    };
    const placed = await action.run(() => ports.ask('startPayment', { tabId, cardId: card.id, ...order }));
    if (placed) ports.closePopup();
  };
  const input = { inputMode: 'decimal', autocomplete: 'off' } as const;
  return (
    <form ref={form} class="stack" onSubmit={submit} noValidate>
      <Field
        label={t('pay.payee')}
        value={payeeName}
        onChange={setPayeeName}
        hint={
          checkout?.payeeName || keepVisible(payeeName) ? (
            <ReadHint read={checkout?.payeeName} from={checkout?.payeeFrom} entry={payeeName} />
          ) : (
            t('pay.payee_untold', { host })
          )
        }
        input={{ autocomplete: 'off', maxLength: 80 }}
      />
      <dl class="facts">
        <dt>{t('pay.host')}</dt>
        <dd>{host}</dd>
      </dl>
      <div class="pay-line">
        <Field
          label={t('pay.amount')}
          value={entry}
          onChange={setEntry}
          hint={<ReadHint read={checkout?.amount} from={checkout?.amountFrom} entry={entry} />}
          error={tries > 0 && amount === null ? t('pay.amount_wrong') : null}
          input={input}
        />
        <SelectField
          label={t('pay.currency')}
          value={currency}
          onChange={code => isCurrency(code) && setCurrency(code)}
          options={CURRENCY_OPTIONS}
        />
      </div>
      <Field
        label={t('pay.order_number')}
        value={orderNumber}
        onChange={setOrderNumber}
        hint={
          checkout?.orderNumber ? (
            <ReadHint read={checkout.orderNumber} from={checkout.orderNumberFrom} entry={orderNumber} />
          ) : (
            t('pay.order_number_hint')
          )
        }
        input={{ autocomplete: 'off', maxLength: 64 }}
      />
      {action.refused ? <RefusalNotice refused={action.refused} /> : null}
      <Button submit wide icon="card" busy={action.busy}>
        {t('pay.go')}
      </Button>
      <p class="small quiet">{t('pay.what_next')}</p>
    </form>
  );
}

// The same number in another currency would be another sum.
function dropUnserved(checkout: TabPreview['checkout']): TabPreview['checkout'] {
  if (!checkout?.currency || isCurrency(checkout.currency)) return checkout;
  return { ...checkout, amount: null, amountFrom: null };
}

function chooseCurrency(read: string | null | undefined, own: string): Currency {
  if (read && isCurrency(read)) return read;
  return isCurrency(own) ? own : 'USD';
}
