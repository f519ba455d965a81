import { useState } from 'preact/hooks';
import type { Passkey } from '#shared/api/passkeys.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { KeepingCodeField } from './keeping-code-field.tsx';
import type { PasskeyNews, PasskeyPorts } from './passkey-ports.ts';
import { RefusalNotice } from './refusal-notice.tsx';
import { useText } from './surroundings.tsx';
import { useAction } from './use-action.ts';

interface KeepPasskeyDialogProps {
  ports: PasskeyPorts;
  passkey: Passkey | null;
  onClose: () => void;
  onDone: (news: PasskeyNews) => void;
}

/** A passkey that is being removed stays after all, by a touch of it or of another one. */
export function KeepPasskeyDialog({ ports, passkey, onClose, onDone }: KeepPasskeyDialogProps) {
  const { t } = useText();
  const action = useAction();
  const [code, setCode] = useState('');
  const keep = async (credentialId: string) => {
    const kept = await action.run(() => ports.keep({ credentialId, code }));
    if (kept) onDone({ title: t('passkeys.kept') });
  };
  return (
    <Dialog open={passkey !== null} title={t('passkeys.keep')} onClose={onClose}>
      {passkey ? (
        <>
          <p>
            <strong>{passkey.name ?? t('passkeys.unnamed')}</strong>
          </p>
          <p>{t('passkeys.keep_means')}</p>
          <KeepingCodeField value={code} onChange={setCode} />
          {ports.note}
          {action.refused ? <RefusalNotice refused={action.refused} moneyless /> : null}
          <div class="dialog-acts">
            <Button onPress={onClose}>{t('ui.back')}</Button>
            <Button kind="main" icon="key" busy={action.busy} onPress={() => keep(passkey.credentialId)}>
              {t('passkeys.keep')}
            </Button>
          </div>
        </>
      ) : null}
    </Dialog>
  );
}
