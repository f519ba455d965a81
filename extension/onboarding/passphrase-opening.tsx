import { useState } from 'preact/hooks';
import type { WalletState } from '../messages/wallet-messages.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { RefusalNotice } from '../ui/refusal-notice.tsx';
import { useText } from '../ui/surroundings.tsx';
import { useAction } from '../ui/use-action.ts';
import type { OnboardingPorts } from './onboarding-ports.ts';

interface PassphraseOpeningProps {
  ports: OnboardingPorts;
  onState: (state: WalletState) => void;
}

/** The pass phrase that was set on another device opens the keys here. */
export function PassphraseOpening({ ports, onState }: PassphraseOpeningProps) {
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
      <Field label={t('unlock.passphrase')} value={passphrase} onChange={setPassphrase} input={input} />
      {action.refused ? <RefusalNotice refused={action.refused} moneyless /> : null}
      <Button submit kind="main" large wide busy={action.busy}>
        {t('unlock.by_passphrase')}
      </Button>
    </form>
  );
}
