import { useState } from 'preact/hooks';
import type { Card, CardData } from '#shared/card/card.ts';
import { Button } from '../ui/button.tsx';
import { CardFacts } from '../ui/card-facts.tsx';
import { CardForm } from '../ui/card-form.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Empty } from '../ui/empty.tsx';
import { Loading } from '../ui/loading.tsx';
import { RefusalNotice } from '../ui/refusal-notice.tsx';
import { useText } from '../ui/surroundings.tsx';
import { useAction } from '../ui/use-action.ts';
import { useAnswer } from '../ui/use-answer.ts';
import { CardIdentity } from './card-identity.tsx';
import { usePopup } from './popup-context.tsx';
import { RemoveCard } from './remove-card.tsx';

/** The cards, each with its virtual identity, and how to get another. */
export function CardsScreen() {
  const { t } = useText();
  const { ports } = usePopup();
  const [issuing, setIssuing] = useState(false);
  const loaded = useAnswer(() => ports.ask('listCards', {}), []);
  // What this device has is shown at once; what another one changed comes after it, if the server can be reached.
  const fresh = useAnswer(() => ports.ask('refreshCards', {}), []);
  const reload = () => {
    loaded.reload();
    fresh.reload();
  };
  return (
    <div class="stack">
      <h1>{t('popup.place.cards')}</h1>
      <Loading loaded={{ ...loaded, value: fresh.value ?? loaded.value }} lines={6}>
        {({ cards }) =>
          cards.length === 0 ? (
            <Empty icon="card" title={t('cards.empty')}>
              <p>{t('cards.empty_why')}</p>
            </Empty>
          ) : (
            <div class="stack">
              {cards.map(card => (
                <CardPlate key={card.id} card={card} onRemoved={reload} />
              ))}
            </div>
          )
        }
      </Loading>
      <Button wide icon="card" onPress={() => setIssuing(true)}>
        {t('cards.issue')}
      </Button>
      <Dialog open={issuing} title={t('cards.issue')} onClose={() => setIssuing(false)}>
        <CardForm
          listHubs={() => ports.ask('listHubs', {})}
          issueCard={wish => ports.ask('issueCard', wish)}
          onIssued={() => {
            setIssuing(false);
            reload();
          }}
        />
        <Button wide onPress={() => setIssuing(false)}>
          {t('ui.back')}
        </Button>
      </Dialog>
    </div>
  );
}

function CardPlate({ card, onRemoved }: { card: Card; onRemoved: () => void }) {
  const { t, countryName } = useText();
  return (
    <section class="card-plate" aria-label={card.label}>
      <div class="row row-apart">
        <strong>{card.label}</strong>
        <span class="mono">·· {card.lastDigits}</span>
      </div>
      <p class="small quiet">
        {countryName(card.virtualIdentity.address.country)} · {card.currency}
      </p>
      <details class="fold">
        <summary>{t('page.what_shop_sees')}</summary>
        <CardIdentity card={card} />
      </details>
      <CardNumber card={card} />
      <RemoveCard card={card} onRemoved={onRemoved} />
    </section>
  );
}

/** The number pays nothing by itself: it tells the payment field which card is meant. */
function CardNumber({ card }: { card: Card }) {
  const { t } = useText();
  const { ports } = usePopup();
  const action = useAction();
  const [data, setData] = useState<CardData | null>(null);
  const reveal = async () => {
    const shown = await action.run(() => ports.ask('revealCard', { cardId: card.id }));
    if (shown) setData(shown.cardData);
  };
  if (!data) {
    return (
      <div class="stack stack-close">
        <Button kind="quiet" icon="eye" busy={action.busy} onPress={reveal}>
          {t('cards.reveal')}
        </Button>
        {action.refused ? <RefusalNotice refused={action.refused} moneyless /> : null}
      </div>
    );
  }
  return <CardFacts data={data} />;
}
