import { useState } from 'preact/hooks';
import type { WalletState } from '../messages/wallet-messages.ts';
import { Button } from '../ui/button.tsx';
import { RefusalNotice } from '../ui/refusal-notice.tsx';
import { RestingPasskey } from '../ui/resting-passkey.tsx';
import { useText } from '../ui/surroundings.tsx';
import { useAction } from '../ui/use-action.ts';
import { keepByPasskey } from './passkey-acts.ts';
import { PassphraseForm } from './passphrase-form.tsx';
import { ServerAccessNote } from './server-access-note.tsx';
import { type UnlockPorts, unlockByPasskey } from './unlock.ts';

interface UnlockScreenProps {
  ports: UnlockPorts;
  wallet: WalletState;
  onUnlocked: (wallet: WalletState) => void;
}

/** Opens the keyring: by passkey, or by pass phrase where the passkey cannot. Keys that are open still need a session. */
export function UnlockScreen({ ports, wallet, onUnlocked }: UnlockScreenProps) {
  const { t } = useText();
  const action = useAction();
  const [restingId, setRestingId] = useState<string | null>(null);
  const byPasskey = wallet.unlockBy.includes('prf') || wallet.session === 'ended';
  const signedOut = wallet.wallet === 'unlocked';
  const unlock = async () => {
    setRestingId(null);
    const state = await action.run(() => unlockByPasskey(ports, setRestingId));
    if (state) onUnlocked(state);
  };
  return (
    <div class="stack stack-wide">
      <div class="stack stack-close">
        <h1>{t(signedOut ? 'refusal.session_expired' : 'unlock.title')}</h1>
        <p class="quiet">{t(signedOut ? 'unlock.signed_out_why' : 'unlock.why')}</p>
        {wallet.typedHost ? <p>{t('unlock.typed', { host: wallet.typedHost })}</p> : null}
      </div>
      {action.refused && restingId === null ? <RefusalNotice refused={action.refused} moneyless /> : null}
      {restingId === null ? null : (
        <RestingPasskey
          keep={keeping => keepByPasskey(ports, keeping)}
          credentialId={restingId}
          onKept={() => {
            setRestingId(null);
            action.forget();
          }}
        />
      )}
      {byPasskey ? <ServerAccessNote access={ports.serverAccess} /> : null}
      {byPasskey ? (
        <Button kind="main" large wide icon="key" busy={action.busy} onPress={unlock}>
          {t(signedOut ? 'console.sign_in' : 'unlock.by_passkey')}
        </Button>
      ) : null}
      {wallet.unlockBy.includes('passphrase') && !signedOut ? (
        <PassphraseForm ports={ports} onUnlocked={onUnlocked} />
      ) : null}
    </div>
  );
}
