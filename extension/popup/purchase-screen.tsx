import { useState } from 'preact/hooks';
import type { PurchaseView } from '#shared/api/purchase-view.ts';
import { isFinal } from '#shared/purchase/state.ts';
import { computeCameBack } from '../ui/came-back.ts';
import { Loading } from '../ui/loading.tsx';
import { Money } from '../ui/money.tsx';
import { findBuyerStep, printStep } from '../ui/next-step.ts';
import { NumberText } from '../ui/number-text.tsx';
import { StageLine } from '../ui/stage-line.tsx';
import { useNow, useText } from '../ui/surroundings.tsx';
import { useAnswer } from '../ui/use-answer.ts';
import { DeclinedCharges } from './declined-charges.tsx';
import { PlaceHead } from './place-head.tsx';
import { usePopup } from './popup-context.tsx';
import { PurchaseActs } from './purchase-acts.tsx';

/** One purchase: how far it is, who must act, what it is about, what can be done. */
export function PurchaseScreen({ purchaseId }: { purchaseId: string }) {
  const { ports, changeCount } = usePopup();
  const { t } = useText();
  const [changed, setChanged] = useState<PurchaseView | null>(null);
  const loaded = useAnswer(() => ports.ask('getPurchase', { purchaseId }), [purchaseId, changeCount]);
  const known = loaded.value?.purchase;
  const newest = known && changed && changed.version > known.version ? changed : known;
  return (
    <div class="stack stack-wide">
      <PlaceHead title={newest?.payee.name || t('purchase.title')} back="purchases" />
      <Loading loaded={loaded} lines={10}>
        {({ purchase }) => (
          <>
            <PurchaseBody purchase={newest ?? purchase} />
            <PurchaseActs purchase={newest ?? purchase} onChanged={setChanged} />
          </>
        )}
      </Loading>
    </div>
  );
}

function PurchaseBody({ purchase }: { purchase: PurchaseView }) {
  const text = useText();
  const nowMs = useNow();
  const { amountMinor, currency, funding, payee } = purchase;
  const cameBack = computeCameBack(purchase);
  return (
    <>
      <div class="stack stack-close">
        <span class="amount-large">
          <Money amountMinor={amountMinor} currency={currency} />
        </span>
        {cameBack > 0n ? (
          <strong>{text.t('purchase.came_back', { amount: text.money(`${cameBack}`, currency) })}</strong>
        ) : null}
        {isFinal(purchase.state) ? null : (
          <span class="small quiet">
            <strong>{text.t(`funding.${funding}`)}</strong> {text.t(`funding.${funding}_means`)}
          </span>
        )}
      </div>
      <StageLine subject={purchase} next={printStep(findBuyerStep(purchase), payee.name, text, nowMs)} />
      <DeclinedCharges purchase={purchase} />
      <PurchaseFacts purchase={purchase} />
    </>
  );
}

function PurchaseFacts({ purchase }: { purchase: PurchaseView }) {
  const { t } = useText();
  const { payee, orderNumber, description, waybill, carrier, deliveryNumber } = purchase;
  const { bill, paidMinor, currency, disputeReason } = purchase;
  return (
    <dl class="facts">
      <dt>{t('fact.payee')}</dt>
      <dd>{payee.host}</dd>
      {orderNumber ? <Fact name={t('fact.order_number')} value={orderNumber} /> : null}
      {description ? <Fact name={t('order.description')} value={description} /> : null}
      <dt>{t('fact.delivery_number')}</dt>
      <dd>
        <NumberText number={deliveryNumber} />
      </dd>
      {waybill ? <Fact name={t('fact.waybill')} value={`${carrier ?? ''} ${waybill}`} /> : null}
      {paidMinor !== null ? (
        <>
          <dt>{t('fact.paid_shop')}</dt>
          <dd>
            <Money amountMinor={paidMinor} currency={currency} />
          </dd>
        </>
      ) : null}
      {bill ? (
        <>
          <dt>{t(bill.settledAtMs === null ? 'fact.bill_open' : 'fact.bill_settled')}</dt>
          <dd>
            <Money amountMinor={bill.amountMinor} currency={currency} />
          </dd>
        </>
      ) : null}
      {disputeReason ? <Fact name={t('fact.dispute_reason')} value={disputeReason} /> : null}
    </dl>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}
