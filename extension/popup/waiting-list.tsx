import type { PurchaseView } from '#shared/api/purchase-view.ts';
import { Button } from '../ui/button.tsx';
import { Money } from '../ui/money.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { useNow, useText } from '../ui/surroundings.tsx';
import { listWaiting } from './list-waiting.ts';
import { usePopup } from './popup-context.tsx';

/** Those of `purchases` that wait for this person's confirmation; nothing where none does. */
export function WaitingList({ purchases }: { purchases: readonly PurchaseView[] }) {
  const { ports } = usePopup();
  const text = useText();
  const nowMs = useNow();
  const waiting = listWaiting(purchases, nowMs);
  if (waiting.length === 0) return null;
  return (
    <section class="stack" aria-label={text.t('waiting.title')}>
      <h2>{text.t('waiting.title')}</h2>
      {waiting.map(({ id, payee, amountMinor, currency, confirmByMs }) => (
        <div key={id} class="sheet waiting stack">
          <div class="row row-apart">
            <strong>{payee.name}</strong>
            <strong>
              <Money amountMinor={amountMinor} currency={currency} />
            </strong>
          </div>
          <div class="row row-apart waiting-act">
            <p class="small quiet">{text.t('waiting.until', { until: text.when(confirmByMs, nowMs) })}</p>
            <Button
              kind="main"
              onPress={() => ports.ask('openConfirmWindow', { purchaseId: id }).then(ports.closePopup)}
            >
              {text.t('waiting.look')}
            </Button>
          </div>
        </div>
      ))}
    </section>
  );
}

/** Keeps the place of `count` that wait, until they are known: nothing may jump under a finger that is about to press. */
export function WaitingPlace({ count }: { count: number }) {
  const { t } = useText();
  if (count === 0) return null;
  return (
    <section class="stack" aria-label={t('waiting.title')}>
      <h2>{t('waiting.title')}</h2>
      {Array.from({ length: count }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: places are all alike
        <div key={index} class="sheet waiting waiting-place">
          <Skeleton lines={2} />
        </div>
      ))}
    </section>
  );
}
