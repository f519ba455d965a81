import { useState } from 'preact/hooks';
import type { WalletState } from '../messages/wallet-messages.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { RefusalNotice } from '../ui/refusal-notice.tsx';
import { useText } from '../ui/surroundings.tsx';
import { useAction } from '../ui/use-action.ts';
import type { UnlockPorts } from './unlock.ts';

interface PassphraseFormProps {
  ports: UnlockPorts;
  /** It is the thing to do on its screen. */
  main?: boolean;
  onUnlocked: (wallet: WalletState) => void;
}

/** Opens the keys by pass phrase, on the device that set it or on another one. */
export function PassphraseForm({ ports, main = false, onUnlocked }: PassphraseFormProps) {
  const { t } = useText();
  const action = useAction();
  const [passphrase, setPassphrase] = useState('');
  const submit = async (event: Event) => {
    event.preventDefault();
    const state = await action.run(() => ports.unlockByPassphrase(passphrase));
    if (state) onUnlocked(state);
  };
  const input = { type: 'password', autocomplete: 'current-password', required: true } as const;
  return (
    <form class={main ? 'stack stack-wide' : 'stack'} onSubmit={submit}>
      {action.refused ? <RefusalNotice refused={action.refused} moneyless /> : null}
      <Field label={t('unlock.passphrase')} value={passphrase} onChange={setPassphrase} input={input} />
      <Button submit kind={main ? 'main' : 'plain'} large={main} wide busy={action.busy}>
        {t('unlock.by_passphrase')}
      </Button>
    </form>
  );
}
