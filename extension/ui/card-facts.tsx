import type { CardData } from '#shared/card/card.ts';
import { NumberText } from './number-text.tsx';
import { useText } from './surroundings.tsx';

/** Number, expiry and security code, as their owner asked to see them. */
export function CardFacts({ data }: { data: CardData }) {
  const { t } = useText();
  return (
    <dl class="facts">
      <dt>{t('cards.number')}</dt>
      <dd>
        <NumberText number={data.primaryAccountNumber} />
      </dd>
      <dt>{t('cards.expiry')}</dt>
      <dd class="mono">
        {data.expiryMonth}/{data.expiryYear.slice(-2)}
      </dd>
      <dt>{t('cards.security_code')}</dt>
      <dd class="mono">{data.cardSecurityCode}</dd>
    </dl>
  );
}
