import { useState } from 'preact/hooks';
import type { Passkey } from '#shared/api/passkeys.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { RefusalNotice } from '../ui/refusal-notice.tsx';
import { useText } from '../ui/surroundings.tsx';
import { useAction } from '../ui/use-action.ts';
import { KeepingCodeField } from './keeping-code-field.tsx';
import { keepByPasskey } from './passkey-acts.ts';
import type { PasskeyNews } from './passkeys-screen.tsx';
import { usePopup } from './popup-context.tsx';
import { ServerAccessNote } from './server-access-note.tsx';

interface KeepPasskeyDialogProps {
  passkey: Passkey | null;
  onClose: () => void;
  onDone: (news: PasskeyNews) => void;
}

/** A passkey that is being removed stays after all, by a touch of it or of another one. */
export function KeepPasskeyDialog({ passkey, onClose, onDone }: KeepPasskeyDialogProps) {
  const { t } = useText();
  const { ports } = usePopup();
  const action = useAction();
  const [code, setCode] = useState('');
  const keep = async (credentialId: string) => {
    const kept = await action.run(() => keepByPasskey(ports.unlock, { credentialId, code }));
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
          <ServerAccessNote access={ports.unlock.serverAccess} />
          {action.refused ? <RefusalNotice refused={action.refused} /> : null}
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
