import type { Card } from '#shared/card/card.ts';
import { isCurrency } from '#shared/money/currency.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { useText } from '../ui/surroundings.tsx';
import { usePopup } from './popup-context.tsx';

interface CurrencyNoteProps {
  /** What the page asks to be paid in, where it says so. */
  asked: string | null | undefined;
  card: Card;
  cards: readonly Card[];
  onChoose: (cardId: string) => void;
}

/**
 * A card pays in one currency, and its address is in that country: another one is offered before anything is filled,
 * or it is told that no card pays in what the page asks for.
 */
export function CurrencyNote({ asked, card, cards, onChoose }: CurrencyNoteProps) {
  const { t } = useText();
  const { go } = usePopup();
  if (!asked || asked === card.currency) return null;
  if (!isCurrency(asked)) {
    return (
      <Notice kind="held" title={t('page.unserved_currency', { asked })}>
        <p>{t('page.unserved_currency_what', { own: card.currency })}</p>
      </Notice>
    );
  }
  const fitting = cards.filter(({ currency }) => currency === asked);
  return (
    <Notice kind="held" title={t('page.other_currency', { asked, own: card.currency })}>
      <p>{t(fitting.length > 0 ? 'page.other_currency_why' : 'page.other_currency_none')}</p>
      {fitting.slice(0, 3).map(({ id, label, lastDigits }) => (
        <Button key={id} icon="card" onPress={() => onChoose(id)}>
          {t('page.use_card', { card: `${label} ·· ${lastDigits}` })}
        </Button>
      ))}
      {fitting.length === 0 ? (
        <Button icon="card" onPress={() => go({ place: 'cards' })}>
          {t('cards.issue')}
        </Button>
      ) : null}
    </Notice>
  );
}
