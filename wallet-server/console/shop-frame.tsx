import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '#extension/ui/button.tsx';
import { useText } from '#extension/ui/surroundings.tsx';
import { useAnswer } from '#extension/ui/use-answer.ts';
import type { Seller } from '#shared/api/sellers.ts';
import { type Shop, ShopProvider } from './console-context.tsx';
import type { ConsolePorts } from './console-ports.ts';
import { MailboxNotice } from './mailbox.tsx';
import { MessagesScreen } from './messages-screen.tsx';
import { OrderScreen } from './order-screen.tsx';
import { OrdersScreen } from './orders-screen.tsx';
import { HEAD_PLACES, type Place, printPlace, readPlace } from './place.ts';
import { ShopAccountScreen } from './shop-account-screen.tsx';
import { ShopSettingsScreen } from './shop-settings-screen.tsx';
import { TermsNotice, TermsScreen } from './terms-screen.tsx';
import { useOrders } from './use-orders.ts';

interface ShopFrameProps {
  ports: ConsolePorts;
  seller: Seller;
  sellers: readonly Seller[];
  putSeller: (seller: Seller) => void;
  /** Null begins another shop. */
  onChoose: (id: string | null) => void;
  onLeave: () => void;
}

/** One shop: head with its places, and the place that the address names. */
export function ShopFrame(props: ShopFrameProps) {
  const { ports, seller, putSeller } = props;
  const [place, setPlace] = useState(() => readPlace(ports.readPlace()));
  useEffect(() => ports.watchPlace(() => setPlace(readPlace(ports.readPlace()))), [ports]);
  const mailbox = useAnswer(() => ports.call('getMailbox', {}), [ports]);
  const shop: Shop = {
    ...{ ports, seller, putSeller, mailbox },
    call: (operation, input) => ports.call(operation, input, seller.id),
  };
  return (
    <ShopProvider value={shop}>
      <ShopHead {...props} place={place} />
      <ShopPlace place={place} />
    </ShopProvider>
  );
}

/** Which of the head's places a place is found under. */
const UNDER: Record<Place['name'], (typeof HEAD_PLACES)[number]> = {
  ...{ orders: 'orders', order: 'orders', messages: 'messages', account: 'account' },
  ...{ settings: 'settings', terms: 'settings' },
};

function ShopHead({ seller, sellers, onChoose, onLeave, place }: ShopFrameProps & { place: Place }) {
  const { t } = useText();
  const under = UNDER[place.name];
  const places = useRef<HTMLElement>(null);
  // In a narrow window the places scroll sideways: the one that is open is among those in sight.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another place is another link
  useEffect(() => {
    const current = places.current?.querySelector('[aria-current]');
    current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [under]);
  return (
    <header class="console-head">
      <strong>Wayveil</strong>
      <select
        aria-label={t('console.shop')}
        value={seller.id}
        onChange={event => onChoose(event.currentTarget.value || null)}
      >
        {sellers.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
        <option value="">{t('console.another_shop')}</option>
      </select>
      <nav ref={places} aria-label={t('popup.places')}>
        {HEAD_PLACES.map(name => (
          <a key={name} href={`#${printPlace({ name })}`} aria-current={name === under ? 'page' : undefined}>
            {t(`console.place.${name}`)}
          </a>
        ))}
      </nav>
      <Button kind="quiet" onPress={onLeave}>
        {t('settings.sign_out')}
      </Button>
    </header>
  );
}

function ShopPlace({ place }: { place: Place }) {
  const orders = useOrders();
  return (
    <main class="console-main" tabIndex={-1}>
      {place.name === 'orders' || place.name === 'settings' ? <TermsNotice /> : null}
      {place.name === 'orders' || place.name === 'account' ? <MailboxNotice /> : null}
      {place.name === 'orders' ? <OrdersScreen orders={orders} /> : null}
      {place.name === 'order' ? (
        <OrderScreen key={place.orderNumber} orderNumber={place.orderNumber} orders={orders} />
      ) : null}
      {place.name === 'messages' ? <MessagesScreen /> : null}
      {place.name === 'account' ? <ShopAccountScreen /> : null}
      {place.name === 'settings' ? <ShopSettingsScreen /> : null}
      {place.name === 'terms' ? <TermsScreen /> : null}
    </main>
  );
}
