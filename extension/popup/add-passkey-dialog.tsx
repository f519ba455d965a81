import { useState } from 'preact/hooks';
import type { ScreenRefusal } from '../ui/answer.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { RefusalNotice } from '../ui/refusal-notice.tsx';
import { useText } from '../ui/surroundings.tsx';
import { useAction } from '../ui/use-action.ts';
import { confirmMadePasskey, type MadePasskey, makePasskey } from './passkey-acts.ts';
import type { PasskeyNews } from './passkeys-screen.tsx';
import { usePopup } from './popup-context.tsx';
import { ServerAccessNote } from './server-access-note.tsx';

interface AddPasskeyDialogProps {
  open: boolean;
  onClose: () => void;
  onDone: (news: PasskeyNews) => void;
}

/** Then the passkey that has it was not asked, or did not answer; any other refusal used the question up. */
const CAN_ASK_AGAIN: readonly ScreenRefusal[] = ['passkey_cancelled', 'passkey_timed_out', 'passkey_failed'];

/** Two touches, each after a press of its own: the new passkey is made, then one that its person has confirms it. */
export function AddPasskeyDialog({ open, onClose, onDone }: AddPasskeyDialogProps) {
  const { t } = useText();
  return (
    <Dialog open={open} title={t('passkeys.add')} onClose={onClose}>
      {open ? <Adding onClose={onClose} onDone={onDone} /> : null}
    </Dialog>
  );
}

function Adding({ onClose, onDone }: Omit<AddPasskeyDialogProps, 'open'>) {
  const { t } = useText();
  const { ports } = usePopup();
  const action = useAction();
  const [made, setMade] = useState<MadePasskey | null>(null);
  const make = async () => {
    const passkey = await action.run(() => makePasskey(ports));
    if (passkey) setMade(passkey);
  };
  const confirm = async (passkey: MadePasskey) => {
    const added = await action.run(async () => {
      const answer = await confirmMadePasskey(ports, passkey);
      if ('refused' in answer && !CAN_ASK_AGAIN.includes(answer.refused)) setMade(null);
      return answer;
    });
    if (!added) return;
    onDone({
      title: t('passkeys.add_done'),
      means: t(added.opens ? 'passkeys.add_opens' : 'passkeys.add_no_prf'),
    });
  };
  return (
    <>
      {made ? (
        <>
          <p>{t('passkeys.add_made')}</p>
          <p class="small quiet">{t('passkeys.add_made_left')}</p>
        </>
      ) : (
        <ol class="points points-numbered">
          <li>{t('passkeys.add_first')}</li>
          <li>{t('passkeys.add_then')}</li>
        </ol>
      )}
      <ServerAccessNote access={ports.unlock.serverAccess} />
      {action.refused ? <RefusalNotice refused={action.refused} /> : null}
      <div class="dialog-acts">
        <Button onPress={onClose}>{t('ui.back')}</Button>
        <Button kind="main" icon="key" busy={action.busy} onPress={() => (made ? confirm(made) : make())}>
          {t(made ? 'passkeys.add_confirm' : 'passkeys.add_make')}
        </Button>
      </div>
    </>
  );
}
