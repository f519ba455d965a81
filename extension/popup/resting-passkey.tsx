import { useState } from 'preact/hooks';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { RefusalNotice } from '../ui/refusal-notice.tsx';
import { useText } from '../ui/surroundings.tsx';
import { useAction } from '../ui/use-action.ts';
import { KeepingCodeField } from './keeping-code-field.tsx';
import { keepByPasskey } from './passkey-acts.ts';
import type { UnlockPorts } from './unlock.ts';

interface RestingPasskeyProps {
  ports: UnlockPorts;
  credentialId: string;
  onKept: () => void;
}

/** Signing in was refused since the passkey is being removed: its holder may keep it. */
export function RestingPasskey({ ports, credentialId, onKept }: RestingPasskeyProps) {
  const { t } = useText();
  const action = useAction();
  const [code, setCode] = useState('');
  const keep = async (event: Event) => {
    event.preventDefault();
    if (await action.run(() => keepByPasskey(ports, { credentialId, code }))) onKept();
  };
  return (
    <form class="stack" onSubmit={keep} noValidate>
      <Notice kind="held" title={t('refusal.passkey_resting')}>
        <p>{t('unlock.resting')}</p>
      </Notice>
      <KeepingCodeField value={code} onChange={setCode} />
      {action.refused ? <RefusalNotice refused={action.refused} /> : null}
      <Button submit wide icon="key" busy={action.busy}>
        {t('passkeys.keep')}
      </Button>
    </form>
  );
}
