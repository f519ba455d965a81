import { useState } from 'preact/hooks';
import { Button } from './button.tsx';
import { KeepingCodeField } from './keeping-code-field.tsx';
import { Notice } from './notice.tsx';
import type { KeepPasskey } from './passkey-ports.ts';
import { RefusalNotice } from './refusal-notice.tsx';
import { useText } from './surroundings.tsx';
import { useAction } from './use-action.ts';

interface RestingPasskeyProps {
  keep: KeepPasskey;
  credentialId: string;
  onKept: () => void;
}

/** Signing in was refused since the passkey is being removed: its holder may keep it. */
export function RestingPasskey({ keep, credentialId, onKept }: RestingPasskeyProps) {
  const { t } = useText();
  const action = useAction();
  const [code, setCode] = useState('');
  const submit = async (event: Event) => {
    event.preventDefault();
    if (await action.run(() => keep({ credentialId, code }))) onKept();
  };
  return (
    <form class="stack" onSubmit={submit} noValidate>
      <Notice kind="held" title={t('refusal.passkey_resting')}>
        <p>{t('unlock.resting')}</p>
      </Notice>
      <KeepingCodeField value={code} onChange={setCode} />
      {action.refused ? <RefusalNotice refused={action.refused} moneyless /> : null}
      <Button submit wide icon="key" busy={action.busy}>
        {t('passkeys.keep')}
      </Button>
    </form>
  );
}
