import type { CallResult } from '#shared/api/call.ts';
import type { Passkey } from '#shared/api/passkeys.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { Loading } from './loading.tsx';
import type { PasskeyNews, PasskeyPorts } from './passkey-ports.ts';
import { RefusalNotice } from './refusal-notice.tsx';
import { useText } from './surroundings.tsx';
import { useAction } from './use-action.ts';
import { useAnswer } from './use-answer.ts';

interface RemovePasskeyDialogProps {
  ports: PasskeyPorts;
  passkey: Passkey | null;
  onClose: () => void;
  onDone: (news: PasskeyNews) => void;
}

/** Shows what is to be signed by another passkey, and signs the hash of that very object. */
export function RemovePasskeyDialog({ passkey, ...acting }: RemovePasskeyDialogProps) {
  const { t } = useText();
  return (
    <Dialog open={passkey !== null} title={t('passkeys.remove_title')} onClose={acting.onClose}>
      {passkey ? <Beginning passkey={passkey} {...acting} /> : null}
    </Dialog>
  );
}

type RemovalProps = Omit<RemovePasskeyDialogProps, 'passkey'>;

function Beginning({ passkey, ...acting }: RemovalProps & { passkey: Passkey }) {
  const { credentialId } = passkey;
  const begun = useAnswer(() => acting.ports.beginRemoval(credentialId), [credentialId]);
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

function Removing({ ports, passkey, removal, onBegin, onClose, onDone }: RemovingProps) {
  const { t, exact } = useText();
  const action = useAction();
  const { name, restsUntilMs } = removal.consent;
  const remove = async () => {
    const removed = await action.run(() => ports.remove(passkey.credentialId, removal));
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
      {ports.note}
      {action.refused ? <RefusalNotice refused={action.refused} moneyless /> : null}
      <div class="dialog-acts">
        <Button onPress={onClose}>{t('ui.back')}</Button>
        <Button kind="danger" icon="key" busy={action.busy} onPress={remove}>
          {t('passkeys.remove_act')}
        </Button>
      </div>
    </>
  );
}
