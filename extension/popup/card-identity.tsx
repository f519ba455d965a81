import type { RealData } from '#shared/api/people.ts';
import type { Card } from '#shared/card/card.ts';
import { listAddressLines } from '../ui/identity-lines.ts';
import { useText } from '../ui/surroundings.tsx';
import { useAnswer } from '../ui/use-answer.ts';
import { VeilPair } from '../ui/veil-pair.tsx';
import { usePopup } from './popup-context.tsx';

/** The virtual identity of a card in ink, each line with the true one under the veil. */
export function CardIdentity({ card }: { card: Card }) {
  const { t, countryName } = useText();
  const { ports } = usePopup();
  const real = useAnswer(() => ports.ask('getRealData', {}), []);
  const { name, email, tel, address } = card.virtualIdentity;
  const truth: RealData | null = real.value?.realData ?? null;
  const phone = truth?.mobile ?? truth?.destination1Phone;
  return (
    <div class="stack">
      <VeilPair label={t('identity.name')} virtual={[name]} real={truth && [truth.name]} />
      <VeilPair
        label={t('identity.address')}
        virtual={listAddressLines(address, countryName)}
        real={truth && listAddressLines(truth.destination1, countryName)}
      />
      <VeilPair label={t('identity.email')} virtual={[email]} real={truth && [truth.email]} />
      <VeilPair label={t('identity.tel')} virtual={[tel]} real={phone ? [phone] : null} />
    </div>
  );
}
