import { useState } from 'preact/hooks';
import type { WalletState } from '../messages/wallet-messages.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { RefusalNotice } from '../ui/refusal-notice.tsx';
import { useText } from '../ui/surroundings.tsx';
import { useAction } from '../ui/use-action.ts';
import type { OnboardingPorts } from './onboarding-ports.ts';

interface SealedStepProps {
  ports: OnboardingPorts;
  onState: (state: WalletState) => void;
  onReplace: () => void;
}

/** Signed in on a new device, but the keys are still wrapped: the pass phrase opens them, or new ones are made. */
export function SealedStep({ ports, onState, onReplace }: SealedStepProps) {
  const { t } = useText();
  const action = useAction();
  const [passphrase, setPassphrase] = useState('');
  const submit = async (event: Event) => {
    event.preventDefault();
    const state = await action.run(() => ports.unlock.unlockByPassphrase(passphrase));
    if (state) onState(state);
  };
  const input = { type: 'password', autocomplete: 'current-password', required: true } as const;
  return (
    <form class="stack stack-wide" onSubmit={submit}>
      <div class="stack stack-close">
        <h1>{t('welcome.sealed_title')}</h1>
        <p class="quiet">{t('welcome.sealed_why')}</p>
      </div>
      <Field label={t('unlock.passphrase')} value={passphrase} onChange={setPassphrase} input={input} />
      {action.refused ? <RefusalNotice refused={action.refused} /> : null}
      <Button submit kind="main" large wide busy={action.busy}>
        {t('unlock.by_passphrase')}
      </Button>
      <details class="fold">
        <summary>{t('sealed.replace')}</summary>
        <div class="stack">
          <p class="small">{t('sealed.replace_means')}</p>
          <Button kind="danger" onPress={onReplace}>
            {t('sealed.replace')}
          </Button>
        </div>
      </details>
    </form>
  );
}
