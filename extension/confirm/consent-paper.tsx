import type { PurchaseView } from '#shared/api/purchase-view.ts';
import type { Card } from '#shared/card/card.ts';
import type { Consent } from '#shared/purchase/consent.ts';
import type { Confirmation } from '../messages/confirm-map.ts';
import { HostWarning } from '../ui/host-warning.tsx';
import { Icon } from '../ui/icon.tsx';
import { listAddressLines } from '../ui/identity-lines.ts';
import { MailAddress } from '../ui/mail-address.tsx';
import { NumberText } from '../ui/number-text.tsx';
import { Day } from '../ui/relative-time.tsx';
import { useText } from '../ui/surroundings.tsx';

interface ConsentPaperProps {
  consent: Consent;
  payee: PurchaseView['payee'];
  card: Card | null;
  target: Confirmation['target'];
  knownHosts: readonly string[];
}

/** The paper that is signed, top to bottom: amount, payee, funding, who learns what, card. */
export function ConsentPaper({ consent, payee, card, target, knownHosts }: ConsentPaperProps) {
  const { t, money } = useText();
  const { funding } = consent;
  return (
    <>
      <h1 class="confirm-head">
        <span class="quiet">{t('confirm.title')}</span>
        <span class="confirm-amount money">{money(consent.amountMinor, consent.currency)}</span>
      </h1>
      <section class="confirm-payee">
        <strong>{consent.payeeName}</strong>
        <span class="confirm-host">{consent.payeeHost}</span>
        <span class="small quiet">
          <Acquaintance payee={payee} />
        </span>
        {consent.orderNumber ? (
          <span class="small quiet">{t('confirm.order', { orderNumber: consent.orderNumber })}</span>
        ) : null}
        <HostWarning host={consent.payeeHost} known={knownHosts} />
      </section>
      <section class={`notice notice-${funding === 'held' ? 'done' : 'held'}`}>
        <Icon name={funding === 'held' ? 'lock' : 'forward'} />
        <div>
          <strong>{t(`funding.${funding}`)}</strong>
          <p>{t(`funding.${funding}_means`)}</p>
        </div>
      </section>
      <Learning consent={consent} card={card} />
      {card ? (
        <dl class="facts">
          <dt>{t('confirm.card')}</dt>
          <dd>
            {card.label} <span class="mono">·· {card.lastDigits}</span>
          </dd>
          {target ? <dt>{t('confirm.fills')}</dt> : null}
          {target ? <dd>{target.host}</dd> : null}
        </dl>
      ) : null}
    </>
  );
}

function Acquaintance({ payee }: { payee: PurchaseView['payee'] }) {
  const { t } = useText();
  return (
    <>
      {payee.knownSinceMs === null ? (
        <strong class="badge badge-held">
          <Icon name="info" />
          {t('confirm.new')}
        </strong>
      ) : (
        <>
          {t('confirm.known_since')} <Day atMs={payee.knownSinceMs} />
        </>
      )}{' '}
      · {t(payee.member ? 'confirm.member' : 'confirm.not_member')}
    </>
  );
}

function Learning({ consent, card }: { consent: Consent; card: Card | null }) {
  const { t, countryName } = useText();
  const identity = card?.virtualIdentity;
  return (
    <dl class="confirm-learning">
      <div>
        <dt>{t('confirm.shop_learns')}</dt>
        <dd>
          {identity ? (
            <>
              <span>{identity.name}</span>
              <span>{listAddressLines(identity.address, countryName).join(', ')}</span>
              <span>
                <MailAddress address={identity.email} /> · {identity.tel}
              </span>
              <span class="quiet">{t('confirm.shop_learns_number')}</span>
            </>
          ) : (
            <span>
              <NumberText number={consent.deliveryNumber} />{' '}
              <span class="quiet">{t('confirm.shop_learns_only')}</span>
            </span>
          )}
        </dd>
      </div>
      <div>
        <dt>{t('confirm.courier_may_learn')}</dt>
        <dd>
          <span>{t('confirm.courier_learns')}</span>
        </dd>
      </div>
    </dl>
  );
}
