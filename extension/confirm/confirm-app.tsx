import { useMemo, useState } from 'preact/hooks';
import type { Confirmation } from '../messages/confirm-map.ts';
import type { WalletState } from '../messages/wallet-messages.ts';
import { UnlockScreen } from '../popup/unlock-screen.tsx';
import { Loading } from '../ui/loading.tsx';
import { chooseLocale } from '../ui/locale.ts';
import { Surround } from '../ui/surroundings.tsx';
import { needsPasskey, tellSignedOut } from '../ui/tell-signed-out.ts';
import { useAnswer } from '../ui/use-answer.ts';
import type { ConfirmPorts } from './confirm-ports.ts';
import { ConfirmWindow } from './confirm-window.tsx';

interface ConfirmAppProps {
  ports: ConfirmPorts;
  purchaseId: string;
}

/** The confirm window: unlocks first where it must, then shows one purchase until it is decided. */
export function ConfirmApp({ ports: outer, purchaseId }: ConfirmAppProps) {
  const [given, putWallet] = useState<WalletState | null>(null);
  const ports = useMemo(() => tellSignedOut<WalletState, ConfirmPorts>(outer, putWallet), [outer]);
  const loaded = useAnswer(() => ports.ask('getState', {}), []);
  const wallet = given ?? loaded.value;
  const locale = wallet?.member?.locale ?? chooseLocale(ports.languages);
  return (
    <Surround locale={locale} clock={ports.clock}>
      <Loading loaded={{ ...loaded, value: wallet }} lines={12}>
        {state =>
          needsPasskey(state) ? (
            <main class="confirm-alone">
              <UnlockScreen ports={ports.unlock} wallet={state} onUnlocked={putWallet} />
            </main>
          ) : (
            <OnePurchase ports={ports} purchaseId={purchaseId} />
          )
        }
      </Loading>
    </Surround>
  );
}

/** What was fetched stays as it is shown: only the person's own press fetches it anew. */
function OnePurchase({ ports, purchaseId }: ConfirmAppProps) {
  const loaded = useAnswer<Confirmation>(() => ports.ask('getConfirmation', { purchaseId }), [purchaseId]);
  return (
    <Loading loaded={loaded} lines={12}>
      {confirmation => (
        <ConfirmWindow
          key={`${confirmation.purchase.version} ${confirmation.purchase.nonce}`}
          ports={ports}
          confirmation={confirmation}
          onLookAgain={loaded.reload}
        />
      )}
    </Loading>
  );
}
