import { useState } from 'preact/hooks';
import type { WalletState } from '../messages/wallet-messages.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { RefusalNotice } from '../ui/refusal-notice.tsx';
import { useText } from '../ui/surroundings.tsx';
import { useAction } from '../ui/use-action.ts';
import { useWrongFocus } from '../ui/use-wrong-focus.ts';
import type { Finish } from './join.ts';
import { judgePassphrase } from './passphrase-strength.ts';

const INPUT = { type: 'password', autocomplete: 'new-password', maxLength: 256 } as const;

/** Where the passkey cannot wrap the keys: a pass phrase does, written twice. */
export function PassphraseStep(props: { finish: Finish; onState: (state: WalletState) => void }) {
  const { t } = useText();
  const action = useAction();
  const [passphrase, setPassphrase] = useState('');
  const [repeated, setRepeated] = useState('');
  const [tries, setTries] = useState(0);
  const form = useWrongFocus(tries);
  const strength = judgePassphrase(passphrase);
  const same = passphrase === repeated;
  const submit = async (event: Event) => {
    event.preventDefault();
    setTries(before => before + 1);
    if (strength === 'short' || !same) return;
    const state = await action.run(() => props.finish({ by: 'passphrase', passphrase }));
    if (state) props.onState(state);
  };
  return (
    <form ref={form} class="stack stack-wide" onSubmit={submit} noValidate>
      <div class="stack stack-close">
        <h1>{t('passphrase.title')}</h1>
        <p class="quiet">{t('passphrase.why')}</p>
      </div>
      <Field
        label={t('unlock.passphrase')}
        value={passphrase}
        onChange={setPassphrase}
        hint={<span aria-live="polite">{t(`passphrase.${strength}`)}</span>}
        error={tries > 0 && strength === 'short' ? t('passphrase.too_short') : null}
        input={INPUT}
      />
      <Field
        label={t('passphrase.again')}
        value={repeated}
        onChange={setRepeated}
        error={tries > 0 && !same ? t('passphrase.different') : null}
        input={INPUT}
      />
      {action.refused ? <RefusalNotice refused={action.refused} moneyless /> : null}
      <Button submit kind="main" large wide busy={action.busy}>
        {t('passphrase.set')}
      </Button>
    </form>
  );
}
