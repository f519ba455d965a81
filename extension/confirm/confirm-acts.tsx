import { useState } from 'preact/hooks';
import type { Consent } from '#shared/purchase/consent.ts';
import { ServerAccessNote } from '../popup/server-access-note.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { RefusalNotice } from '../ui/refusal-notice.tsx';
import { useText } from '../ui/surroundings.tsx';
import { type Action, useAction } from '../ui/use-action.ts';
import { CodeForm } from './code-form.tsx';
import { confirmByPasskey } from './confirm-by-passkey.ts';
import type { ConfirmPorts } from './confirm-ports.ts';
import { ConfirmRefusal } from './confirm-refusal.tsx';
import type { Decision } from './decision.ts';
import { TimeLeft } from './time-left.tsx';
import { useRefusalEnd } from './use-refusal-end.ts';

interface ConfirmActsProps {
  ports: ConfirmPorts;
  consent: Consent;
  consentHash: string;
  codeAllowed: boolean;
  onDecided: (decision: Decision) => void;
}

/** One main button, the code as the second way, and "this wasn't me" always in reach. */
export function ConfirmActs(props: ConfirmActsProps) {
  const { ports, consent, consentHash, codeAllowed, onDecided } = props;
  const text = useText();
  const action = useAction();
  const [byCode, setByCode] = useState(false);
  const amount = text.money(consent.amountMinor, consent.currency);
  const { purchaseId } = consent;
  const changeWay = (byCodeNow: boolean) => {
    action.forget();
    setByCode(byCodeNow);
  };
  const confirm = async () => {
    const done = await action.run(() => confirmByPasskey(ports, purchaseId, consentHash));
    if (done) onDecided({ state: 'confirmed', fill: done.fill });
  };
  useRefusalEnd(action.refused, onDecided);
  return (
    <div class="confirm-acts">
      <div class="confirm-told">
        <TimeLeft untilMs={consent.expiresAtMs} />
        {action.refused ? <ConfirmRefusal ports={ports} consent={consent} refused={action.refused} /> : null}
        {byCode ? <CodeForm {...props} /> : <ServerAccessNote access={ports.unlock.serverAccess} />}
      </div>
      {byCode ? null : (
        <Button kind="main" large wide icon="key" busy={action.busy} onPress={confirm}>
          {text.t('confirm.go', { amount, payee: consent.payeeName })}
        </Button>
      )}
      <div class="row row-apart">
        {byCode ? (
          <Button kind="quiet" icon="key" onPress={() => changeWay(false)}>
            {text.t('code.passkey_instead')}
          </Button>
        ) : (
          <Button
            kind="quiet"
            icon="mail"
            refusedBy={codeAllowed ? undefined : 'code-refused'}
            onPress={() => changeWay(true)}
          >
            {text.t('confirm.by_code')}
          </Button>
        )}
        <DeclineButton ports={ports} purchaseId={purchaseId} action={action} onDecided={onDecided} />
      </div>
      <p id="code-refused" class="small quiet" hidden={codeAllowed}>
        {text.t('confirm.code_refused', { amount })}
      </p>
    </div>
  );
}

interface DeclineButtonProps {
  ports: ConfirmPorts;
  purchaseId: string;
  action: Action;
  onDecided: (decision: Decision) => void;
}

function DeclineButton({ ports, purchaseId, action, onDecided }: DeclineButtonProps) {
  const { t } = useText();
  const [open, setOpen] = useState(false);
  const decline = async () => {
    const done = await action.run(() => ports.ask('declinePurchase', { purchaseId }));
    if (done) onDecided({ state: 'declined' });
  };
  return (
    <>
      <Button kind="quiet" icon="cross" onPress={() => setOpen(true)}>
        {t('confirm.not_me')}
      </Button>
      <Dialog open={open} title={t('confirm.not_me')} onClose={() => setOpen(false)}>
        <p>{t('confirm.not_me_means')}</p>
        {action.refused ? <RefusalNotice refused={action.refused} /> : null}
        <div class="dialog-acts">
          <Button onPress={() => setOpen(false)}>{t('ui.back')}</Button>
          <Button kind="danger" busy={action.busy} onPress={decline}>
            {t('confirm.decline')}
          </Button>
        </div>
      </Dialog>
    </>
  );
}
