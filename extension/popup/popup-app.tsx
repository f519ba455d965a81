import { useEffect, useMemo, useState } from 'preact/hooks';
import type { WalletState } from '../messages/wallet-messages.ts';
import { Loading } from '../ui/loading.tsx';
import { chooseLocale } from '../ui/locale.ts';
import { Surround } from '../ui/surroundings.tsx';
import { needsPasskey, tellSignedOut } from '../ui/tell-signed-out.ts';
import { type Loaded, useAnswer } from '../ui/use-answer.ts';
import { LogAlarmNotice } from './log-alarm-notice.tsx';
import { OpenPopup } from './open-popup.tsx';
import { PopupHead } from './popup-head.tsx';
import type { PopupPorts } from './popup-ports.ts';
import type { Route } from './route.ts';
import { UnlockScreen } from './unlock-screen.tsx';
import { WelcomeScreen } from './welcome-screen.tsx';

/** The popup: which of its faces shows follows from how the wallet on this device stands. */
export function PopupApp({ ports: outer, start }: { ports: PopupPorts; start: Route }) {
  const [given, putWallet] = useState<WalletState | null>(null);
  const ports = useMemo(() => tellSignedOut<WalletState, PopupPorts>(outer, putWallet), [outer]);
  const [changeCount, setChangeCount] = useState(0);
  const loaded = useAnswer(() => ports.ask('getState', {}), [changeCount]);
  useEffect(() => ports.watchChanges(() => setChangeCount(before => before + 1)), [ports]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was just fetched is newer than what was given
  useEffect(() => putWallet(null), [loaded.value]);
  const wallet = given ?? loaded.value;
  const locale = wallet?.member?.locale ?? chooseLocale(ports.languages);
  const shown = useMemo((): Loaded<WalletState> => ({ ...loaded, value: wallet }), [loaded, wallet]);
  return (
    <Surround locale={locale} clock={ports.clock}>
      <Loading loaded={shown} lines={8}>
        {state => (
          <Face ports={ports} wallet={state} changeCount={changeCount} putWallet={putWallet} start={start} />
        )}
      </Loading>
    </Surround>
  );
}

interface FaceProps {
  ports: PopupPorts;
  wallet: WalletState;
  changeCount: number;
  putWallet: (wallet: WalletState) => void;
  start: Route;
}

function Face(props: FaceProps) {
  const { ports, wallet, putWallet } = props;
  const asks = needsPasskey(wallet);
  if (wallet.wallet === 'unlocked' && !asks) {
    return <OpenPopup {...props} />;
  }
  return (
    <div class="popup">
      <PopupHead />
      <main class="popup-main popup-main-alone">
        <LogAlarmNotice {...props} />
        {asks ? (
          <UnlockScreen ports={ports.unlock} wallet={wallet} onUnlocked={putWallet} />
        ) : (
          <WelcomeScreen sealed={wallet.wallet === 'sealed'} onBegin={ports.openOnboarding} />
        )}
      </main>
    </div>
  );
}
