import { useState } from 'preact/hooks';
import type { PurchaseView } from '#shared/api/purchase-view.ts';
import type { Answer } from '../messages/refusal.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { RefusalNotice } from '../ui/refusal-notice.tsx';
import { useNow, useText } from '../ui/surroundings.tsx';
import { useAction } from '../ui/use-action.ts';
import { DisputeForm } from './dispute-form.tsx';
import { usePopup } from './popup-context.tsx';
import { listRights, type PurchaseRight } from './purchase-rights.ts';
import { ShipmentForm } from './shipment-form.tsx';

interface PurchaseActsProps {
  purchase: PurchaseView;
  onChanged: (purchase: PurchaseView) => void;
}

/** The buttons under a purchase; each asks once more in a dialog that says what follows. */
export function PurchaseActs({ purchase, onChanged }: PurchaseActsProps) {
  const { t } = useText();
  const { ports, go } = usePopup();
  const [right, setRight] = useState<PurchaseRight | null>(null);
  const press = (chosen: PurchaseRight) => {
    if (chosen !== 'look') setRight(chosen);
    else ports.ask('openConfirmWindow', { purchaseId: purchase.id }).then(ports.closePopup);
  };
  const rights = listRights(purchase, useNow());
  return (
    <div class="stack">
      {purchase.bill?.settledAtMs === null ? (
        <Button kind="main" wide icon="account" onPress={() => go({ place: 'account' })}>
          {t('act.pay_bill')}
        </Button>
      ) : null}
      {rights.map((each, index) => (
        <Button key={each} wide kind={chooseKind(each, index)} onPress={() => press(each)}>
          {t(`act.${each}`)}
        </Button>
      ))}
      <Dialog open={right !== null} title={right ? t(`act.${right}`) : ''} onClose={() => setRight(null)}>
        {right ? (
          <ActInDialog
            key={right}
            right={right}
            purchase={purchase}
            onDone={changed => {
              setRight(null);
              onChanged(changed);
            }}
            onClose={() => setRight(null)}
          />
        ) : null}
      </Dialog>
    </div>
  );
}

const GOING_ON: readonly PurchaseRight[] = ['look', 'receive', 'ship'];

/** What goes on with the purchase is the thing to do; what undoes it never is. */
function chooseKind(right: PurchaseRight, index: number): 'main' | 'plain' | 'danger' {
  if (right === 'cancel') return 'danger';
  return index === 0 && GOING_ON.includes(right) ? 'main' : 'plain';
}

export interface ActProps {
  purchase: PurchaseView;
  onDone: (purchase: PurchaseView) => void;
  onClose: () => void;
}

const MESSAGES = {
  receive: 'confirmReceipt',
  withdraw: 'withdrawDispute',
  return: 'requestReturn',
  cancel: 'cancelPurchase',
} as const;

function ActInDialog(props: ActProps & { right: PurchaseRight }) {
  const { ports } = usePopup();
  const { right, purchase } = props;
  if (right === 'dispute') return <DisputeForm {...props} />;
  if (right === 'ship') return <ShipmentForm {...props} />;
  if (right === 'look') return null;
  const act = () => ports.ask(MESSAGES[right], { purchaseId: purchase.id });
  return <PlainAct {...props} right={right} act={act} />;
}

interface PlainActProps extends ActProps {
  right: keyof typeof MESSAGES;
  act: () => Promise<Answer<{ purchase: PurchaseView }>>;
}

function PlainAct({ purchase, right, act, onDone, onClose }: PlainActProps) {
  const text = useText();
  const action = useAction();
  const { amountMinor, currency, funding, payee, disputesLeft } = purchase;
  const amount = text.money(amountMinor, currency);
  const values = { amount, payee: payee.name, funding, left: disputesLeft };
  const go = async () => {
    const done = await action.run(act);
    if (done) onDone(done.purchase);
  };
  return (
    <>
      <p>{text.t(`act.${right}_means`, values)}</p>
      {action.refused ? <RefusalNotice refused={action.refused} /> : null}
      <div class="dialog-acts">
        <Button onPress={onClose}>{text.t('ui.back')}</Button>
        <Button kind={right === 'cancel' ? 'danger' : 'main'} busy={action.busy} onPress={go}>
          {text.t(`act.${right}`)}
        </Button>
      </div>
    </>
  );
}
