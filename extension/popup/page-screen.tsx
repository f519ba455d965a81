import { useState } from 'preact/hooks';
import type { PurchaseView } from '#shared/api/purchase-view.ts';
import type { Card } from '#shared/card/card.ts';
import { Button } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { SelectField } from '../ui/field.tsx';
import { Loading } from '../ui/loading.tsx';
import { useText } from '../ui/surroundings.tsx';
import { useAnswer } from '../ui/use-answer.ts';
import { CardIdentity } from './card-identity.tsx';
import { CurrencyNote } from './currency-note.tsx';
import { PageFill } from './page-fill.tsx';
import { usePopup } from './popup-context.tsx';
import { WaitingList, WaitingPlace } from './waiting-list.tsx';

/** What waits for the person, and what will be filled into the page under the popup. */
export function PageScreen() {
  const { ports, wallet, changeCount } = usePopup();
  const cards = useAnswer(() => ports.ask('listCards', {}), [changeCount]);
  const bought = useAnswer(() => ports.ask('listPurchases', {}), [changeCount, wallet.waitingCount]);
  const tab = useAnswer(() => ports.ask('getCurrentTab', {}), []);
  // What was bought is beside the point where it cannot be read: the page is shown without it.
  const purchases = bought.value?.purchases ?? (bought.refused ? [] : null);
  return (
    <div class="stack stack-wide">
      {purchases ? <WaitingList purchases={purchases} /> : <WaitingPlace count={wallet.waitingCount} />}
      <Loading loaded={cards} lines={9}>
        {({ cards }) => (
          <Loading loaded={tab} lines={9}>
            {({ tabId, cardId }) => <CardAtPage {...{ cards, tabId, purchases }} typedCardId={cardId} />}
          </Loading>
        )}
      </Loading>
    </div>
  );
}

interface CardAtPageProps {
  cards: Card[];
  tabId: number;
  typedCardId: string | null;
  /** Null until they are known. */
  purchases: PurchaseView[] | null;
}

/** The card whose number was typed into the page comes first; without one, the first. */
function CardAtPage(props: CardAtPageProps) {
  const { cards, tabId, typedCardId, purchases } = props;
  const { t } = useText();
  const { go } = usePopup();
  const [cardId, setCardId] = useState(typedCardId ?? cards[0]?.id);
  const card = cards.find(({ id }) => id === cardId) ?? cards[0];
  if (!card) {
    return (
      <Empty icon="card" title={t('cards.empty')}>
        <p>{t('cards.empty_why')}</p>
        <Button kind="main" onPress={() => go({ place: 'cards' })}>
          {t('cards.issue')}
        </Button>
      </Empty>
    );
  }
  const options = cards.map(({ id, label, lastDigits, currency }) => ({
    value: id,
    label: `${label} ·· ${lastDigits} · ${currency}`,
  }));
  return (
    <PageFill
      card={card}
      tabId={tabId}
      purchases={purchases}
      note={asked => <CurrencyNote asked={asked} card={card} cards={cards} onChoose={setCardId} />}
    >
      <SelectField label={t('page.card')} value={card.id} onChange={setCardId} options={options} />
      <details class="fold">
        <summary>{t('page.what_shop_sees')}</summary>
        <CardIdentity card={card} />
      </details>
    </PageFill>
  );
}
