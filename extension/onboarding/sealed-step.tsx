import { useState } from 'preact/hooks';
import type { WalletState } from '../messages/wallet-messages.ts';
import { PassphraseForm } from '../popup/passphrase-form.tsx';
import { ServerAccessNote } from '../popup/server-access-note.tsx';
import { Button } from '../ui/button.tsx';
import { Loading } from '../ui/loading.tsx';
import { Notice } from '../ui/notice.tsx';
import { RefusalNotice } from '../ui/refusal-notice.tsx';
import { useText } from '../ui/surroundings.tsx';
import { useAction } from '../ui/use-action.ts';
import { useAnswer } from '../ui/use-answer.ts';
import { type Finish, replaceKeys, signIn } from './join.ts';
import type { OnboardingPorts } from './onboarding-ports.ts';

interface SealedStepProps {
  ports: OnboardingPorts;
  onState: (state: WalletState) => void;
  onPassphrase: (finish: Finish) => void;
}

/** Signed in on a new device, but the keys are still wrapped: what they were wrapped by opens them, or new ones are made. */
export function SealedStep(props: SealedStepProps) {
  const { ports, onState } = props;
  const { t } = useText();
  const loaded = useAnswer(() => ports.ask('getKeptOpeners', {}), []);
  return (
    <div class="stack stack-wide">
      <Loading loaded={loaded} lines={8}>
        {({ openers }) => (
          <>
            <div class="stack stack-close">
              <h1>{t(openers ? 'welcome.sealed_title' : 'sealed.none_title')}</h1>
              <p class="quiet">{t(chooseReason(openers))}</p>
            </div>
            {openers?.includes('passphrase') ? (
              <PassphraseForm ports={ports.unlock} main onUnlocked={onState} />
            ) : null}
            {openers?.includes('prf') ? (
              <PasskeyOpening ports={ports} onState={onState} main={!openers.includes('passphrase')} />
            ) : null}
            {openers ? null : (
              <Button kind="main" large wide onPress={loaded.reload}>
                {t('ui.try_again')}
              </Button>
            )}
          </>
        )}
      </Loading>
      {loaded.value ? <Replacing {...props} /> : null}
    </div>
  );
}

function chooseReason(openers: WalletState['unlockBy'] | null) {
  if (!openers) return 'sealed.none_why';
  if (!openers.includes('prf')) return 'sealed.by_passphrase_why';
  return openers.includes('passphrase') ? 'sealed.by_either_why' : 'sealed.by_passkey_why';
}

function PasskeyOpening(props: Pick<SealedStepProps, 'ports' | 'onState'> & { main: boolean }) {
  const { ports, onState, main } = props;
  const { t } = useText();
  const action = useAction();
  const [missed, setMissed] = useState(false);
  const open = async () => {
    setMissed(false);
    const state = await action.run(() => signIn(ports));
    if (!state) return;
    if (state.wallet === 'sealed') setMissed(true);
    else onState(state);
  };
  return (
    <>
      {missed ? <Notice kind="refused" title={t('sealed.missed')} /> : null}
      {action.refused ? <RefusalNotice refused={action.refused} moneyless /> : null}
      <ServerAccessNote access={ports.unlock.serverAccess} />
      <Button kind={main ? 'main' : 'plain'} large={main} wide icon="key" busy={action.busy} onPress={open}>
        {t('sealed.by_passkey')}
      </Button>
    </>
  );
}

function Replacing({ ports, onState, onPassphrase }: SealedStepProps) {
  const { t } = useText();
  const action = useAction();
  const replace = async () => {
    const begun = await action.run(() => replaceKeys(ports));
    if (!begun) return;
    if ('state' in begun) onState(begun.state);
    else onPassphrase(begun.needsPassphrase);
  };
  return (
    <details class="fold">
      <summary>{t('sealed.replace')}</summary>
      <div class="stack">
        <p class="small">{t('sealed.replace_means')}</p>
        {action.refused ? <RefusalNotice refused={action.refused} moneyless /> : null}
        <Button kind="danger" busy={action.busy} onPress={replace}>
          {t('sealed.replace')}
        </Button>
      </div>
    </details>
  );
}
