import type { CallResult } from '#shared/api/call.ts';
import type { Passkey } from '#shared/api/passkeys.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Loading } from '../ui/loading.tsx';
import { RefusalNotice } from '../ui/refusal-notice.tsx';
import { useText } from '../ui/surroundings.tsx';
import { useAction } from '../ui/use-action.ts';
import { useAnswer } from '../ui/use-answer.ts';
import { removeByPasskey } from './passkey-acts.ts';
import type { PasskeyNews } from './passkeys-screen.tsx';
import { usePopup } from './popup-context.tsx';
import { ServerAccessNote } from './server-access-note.tsx';

interface RemovePasskeyDialogProps {
  passkey: Passkey | null;
  onClose: () => void;
  onDone: (news: PasskeyNews) => void;
}

/** Shows what is to be signed by another passkey, and signs the hash of that very object. */
export function RemovePasskeyDialog({ passkey, onClose, onDone }: RemovePasskeyDialogProps) {
  const { t } = useText();
  return (
    <Dialog open={passkey !== null} title={t('passkeys.remove_title')} onClose={onClose}>
      {passkey ? <Beginning passkey={passkey} onClose={onClose} onDone={onDone} /> : null}
    </Dialog>
  );
}

type RemovalProps = Omit<RemovePasskeyDialogProps, 'passkey'>;

function Beginning({ passkey, ...acting }: RemovalProps & { passkey: Passkey }) {
  const { ports } = usePopup();
  const { credentialId } = passkey;
  const begun = useAnswer(() => ports.ask('beginPasskeyRemoval', { credentialId }), [credentialId]);
  return (
    <Loading loaded={begun} lines={4}>
      {removal => <Removing passkey={passkey} removal={removal} onBegin={begun.reload} {...acting} />}
    </Loading>
  );
}

interface RemovingProps extends RemovalProps {
  passkey: Passkey;
  removal: CallResult<'beginPasskeyRemoval'>;
  onBegin: () => void;
}

function Removing({ passkey, removal, onBegin, onClose, onDone }: RemovingProps) {
  const { t, exact } = useText();
  const { ports } = usePopup();
  const action = useAction();
  const { name, restsUntilMs } = removal.consent;
  const remove = async () => {
    const removed = await action.run(() => removeByPasskey(ports, passkey.credentialId, removal));
    // What was refused may have used the question up.
    if (!removed) return onBegin();
    if (removed.restsUntilMs === null) {
      onDone({ title: t('passkeys.removed'), means: t('passkeys.removed_means') });
    } else {
      const until = exact(removed.restsUntilMs);
      onDone({ title: t('passkeys.rested'), means: t('passkeys.rested_means', { until }) });
    }
  };
  return (
    <>
      <dl class="facts">
        <dt>{t('passkeys.unnamed')}</dt>
        <dd>{name ?? t('passkeys.unnamed')}</dd>
        <dt>{t('passkeys.added')}</dt>
        <dd>{exact(passkey.addedAtMs)}</dd>
      </dl>
      <ul class="points">
        <li>{t('passkeys.remove_ends')}</li>
        <li>
          {restsUntilMs === null
            ? t('passkeys.remove_now')
            : t('passkeys.remove_mixed', { until: exact(restsUntilMs) })}
        </li>
        <li>{t('passkeys.remove_how')}</li>
      </ul>
      <ServerAccessNote access={ports.unlock.serverAccess} />
      {action.refused ? <RefusalNotice refused={action.refused} /> : null}
      <div class="dialog-acts">
        <Button onPress={onClose}>{t('ui.back')}</Button>
        <Button kind="danger" icon="key" busy={action.busy} onPress={remove}>
          {t('passkeys.remove_act')}
        </Button>
      </div>
    </>
  );
}
