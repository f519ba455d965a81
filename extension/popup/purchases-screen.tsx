import type { PurchaseView } from '#shared/api/purchase-view.ts';
import { Empty } from '../ui/empty.tsx';
import { Loading } from '../ui/loading.tsx';
import { Money } from '../ui/money.tsx';
import { OlderButton } from '../ui/older-button.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import { useText } from '../ui/surroundings.tsx';
import { useAnswer } from '../ui/use-answer.ts';
import { usePages } from '../ui/use-pages.ts';
import { usePopup } from './popup-context.tsx';

const PAGE = 20;

/** All purchases, newest first. */
export function PurchasesScreen() {
  const { t } = useText();
  const { ports, changeCount } = usePopup();
  const loaded = useAnswer(() => ports.ask('listPurchases', { limit: PAGE }), [changeCount]);
  const pages = usePages(loaded.value?.purchases ?? null, PAGE, async before => {
    const listed = await ports.ask('listPurchases', { before, limit: PAGE });
    return 'ok' in listed ? { ok: listed.ok.purchases } : listed;
  });
  return (
    <div class="stack">
      <h1>{t('popup.place.purchases')}</h1>
      <Loading loaded={loaded} lines={8}>
        {({ purchases }) =>
          purchases.length === 0 ? (
            <Empty icon="parcel" title={t('purchases.empty')}>
              <p>{t('purchases.empty_why')}</p>
            </Empty>
          ) : (
            <>
              <ul class="list">
                {pages.items.map(purchase => (
                  <PurchaseLine key={purchase.id} purchase={purchase} />
                ))}
              </ul>
              <OlderButton pages={pages} />
            </>
          )
        }
      </Loading>
    </div>
  );
}

function PurchaseLine({ purchase }: { purchase: PurchaseView }) {
  const { go } = usePopup();
  const { id, payee, amountMinor, currency, state, enteredAtMs } = purchase;
  const sinceMs = enteredAtMs[state];
  return (
    <li>
      <button type="button" class="purchase-line" onClick={() => go({ place: 'purchase', purchaseId: id })}>
        <strong>{payee.name}</strong>
        <Money amountMinor={amountMinor} currency={currency} />
        <StateBadge state={state} />
        <span class="small quiet">{sinceMs === undefined ? null : <RelativeTime atMs={sinceMs} />}</span>
      </button>
    </li>
  );
}
