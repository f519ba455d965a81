import { useState } from 'preact/hooks';
import type { ScreenRefusal } from './answer.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import type { MadePasskey, PasskeyNews, PasskeyPorts } from './passkey-ports.ts';
import { RefusalNotice } from './refusal-notice.tsx';
import { useText } from './surroundings.tsx';
import { useAction } from './use-action.ts';

interface AddPasskeyDialogProps {
  ports: PasskeyPorts;
  open: boolean;
  onClose: () => void;
  onDone: (news: PasskeyNews) => void;
}

/** Then the passkey that has it was not asked, or did not answer; any other refusal used the question up. */
const CAN_ASK_AGAIN: readonly ScreenRefusal[] = ['passkey_cancelled', 'passkey_timed_out', 'passkey_failed'];

/** Two touches, each after a press of its own: the new passkey is made, then one that its person has confirms it. */
export function AddPasskeyDialog({ ports, open, onClose, onDone }: AddPasskeyDialogProps) {
  const { t } = useText();
  return (
    <Dialog open={open} title={t('passkeys.add')} onClose={onClose}>
      {open ? <Adding ports={ports} onClose={onClose} onDone={onDone} /> : null}
    </Dialog>
  );
}

function Adding({ ports, onClose, onDone }: Omit<AddPasskeyDialogProps, 'open'>) {
  const { t } = useText();
  const action = useAction();
  const [made, setMade] = useState<MadePasskey | null>(null);
  const make = async () => {
    const passkey = await action.run(ports.make);
    if (passkey) setMade(passkey);
  };
  const confirm = async (passkey: MadePasskey) => {
    const added = await action.run(async () => {
      const answer = await passkey.confirm();
      if ('refused' in answer && !CAN_ASK_AGAIN.includes(answer.refused)) setMade(null);
      return answer;
    });
    if (!added) return;
    onDone({ title: t('passkeys.add_done'), means: t(tellOpens(added.opens)) });
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
      {ports.note}
      {action.refused ? <RefusalNotice refused={action.refused} moneyless /> : null}
      <div class="dialog-acts">
        <Button onPress={onClose}>{t('ui.back')}</Button>
        <Button kind="main" icon="key" busy={action.busy} onPress={() => (made ? confirm(made) : make())}>
          {t(made ? 'passkeys.add_confirm' : 'passkeys.add_make')}
        </Button>
      </div>
    </>
  );
}

function tellOpens(opens: boolean | null) {
  if (opens === null) return 'passkeys.add_signs';
  return opens ? 'passkeys.add_opens' : 'passkeys.add_no_prf';
}
