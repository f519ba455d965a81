import { useEffect, useRef, useState } from 'preact/hooks';
import type { WalletState } from '../messages/wallet-messages.ts';
import { Button } from '../ui/button.tsx';
import { Icon, type IconName } from '../ui/icon.tsx';
import { useText } from '../ui/surroundings.tsx';
import { AccountScreen } from './account-screen.tsx';
import { CardsScreen } from './cards-screen.tsx';
import { DataScreen } from './data-screen.tsx';
import { DisclosuresScreen } from './disclosures-screen.tsx';
import { EraseScreen } from './erase-screen.tsx';
import { LogAlarmNotice } from './log-alarm-notice.tsx';
import { LogScreen } from './log-screen.tsx';
import { MailsScreen } from './mails-screen.tsx';
import { MoreScreen } from './more-screen.tsx';
import { PageScreen } from './page-screen.tsx';
import { PasskeysScreen } from './passkeys-screen.tsx';
import { PopupProvider } from './popup-context.tsx';
import { PopupHead } from './popup-head.tsx';
import type { PopupPorts } from './popup-ports.ts';
import { PurchaseScreen } from './purchase-screen.tsx';
import { PurchasesScreen } from './purchases-screen.tsx';
import { FOOT_PLACES, type FootPlace, findFootPlace, type Place, type Route } from './route.ts';
import { SettingsScreen } from './settings-screen.tsx';
import { UniteScreen } from './unite-screen.tsx';

interface OpenPopupProps {
  ports: PopupPorts;
  wallet: WalletState;
  changeCount: number;
  putWallet: (wallet: WalletState) => void;
  start: Route;
}

/** The unlocked popup: head, one place, foot. A new place takes the focus to its heading. */
export function OpenPopup(props: OpenPopupProps) {
  const { t } = useText();
  const { ports } = props;
  const [route, setRoute] = useState<Route>(props.start);
  const main = useRef<HTMLElement>(null);
  const entered = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus moves when the place changes
  useEffect(() => {
    if (entered.current) main.current?.focus();
    entered.current = true;
    main.current?.scrollTo(0, 0);
  }, [route]);
  const lock = async () => {
    const answer = await ports.ask('lock', {});
    if ('ok' in answer) props.putWallet(answer.ok);
  };
  return (
    <PopupProvider value={{ ...props, go: setRoute }}>
      <div class="popup">
        <PopupHead>
          <Button kind="quiet" icon="lock" onPress={lock}>
            {t('popup.lock')}
          </Button>
        </PopupHead>
        <main class="popup-main" ref={main} tabIndex={-1}>
          {route.place === 'log' ? null : <LogAlarmNotice {...props} />}
          <Screen route={route} />
        </main>
        <Foot place={route.place} go={setRoute} />
      </div>
    </PopupProvider>
  );
}

function Screen({ route }: { route: Route }) {
  switch (route.place) {
    case 'page':
      return <PageScreen />;
    case 'purchases':
      return <PurchasesScreen />;
    case 'purchase':
      return <PurchaseScreen purchaseId={route.purchaseId} />;
    case 'cards':
      return <CardsScreen />;
    case 'more':
      return <MoreScreen />;
    case 'mails':
      return <MailsScreen />;
    case 'disclosures':
      return <DisclosuresScreen />;
    case 'log':
      return <LogScreen />;
    case 'data':
      return <DataScreen />;
    case 'account':
      return <AccountScreen />;
    case 'settings':
      return <SettingsScreen />;
    case 'erase':
      return <EraseScreen />;
    case 'unite':
      return <UniteScreen />;
    case 'passkeys':
      return <PasskeysScreen />;
  }
}

const FOOT_ICONS: Record<FootPlace, IconName> = {
  page: 'page',
  purchases: 'parcel',
  cards: 'card',
  more: 'more',
};

function Foot({ place, go }: { place: Place; go: (route: Route) => void }) {
  const { t } = useText();
  const chosen = findFootPlace(place);
  return (
    <nav class="popup-foot" aria-label={t('popup.places')}>
      {FOOT_PLACES.map(foot => (
        <button
          key={foot}
          type="button"
          aria-current={foot === chosen ? 'page' : undefined}
          onClick={() => go({ place: foot })}
        >
          <Icon name={FOOT_ICONS[foot]} />
          {t(`popup.place.${foot}`)}
        </button>
      ))}
    </nav>
  );
}
