import type { DeclinedCharge, PurchaseView } from '#shared/api/purchase-view.ts';
import { Notice } from '../ui/notice.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { useText } from '../ui/surroundings.tsx';

/** Charges on the one-time number that were declined: who asked for what, and why it was not paid. */
export function DeclinedCharges({ purchase }: { purchase: PurchaseView }) {
  const { t } = useText();
  const { declines, payee } = purchase;
  if (declines.length === 0) return null;
  return (
    <Notice kind="held" title={t('decline.title', { count: declines.length })}>
      {declines.map(decline => (
        <p key={`${decline.declinedAtMs} ${decline.reason} ${decline.amountMinor}`}>
          <DeclineText decline={decline} payee={payee.host} /> <RelativeTime atMs={decline.declinedAtMs} />
        </p>
      ))}
      <p>{t('decline.nothing_moved')}</p>
    </Notice>
  );
}

function DeclineText({ decline, payee }: { decline: DeclinedCharge; payee: string }) {
  const { t, money } = useText();
  const { reason, payeeHost, amountMinor, currency } = decline;
  const amount = currency === null ? t('decline.foreign_amount') : money(amountMinor, currency);
  return <>{t(`decline.${reason}`, { host: payeeHost ?? t('decline.somebody'), amount, payee })}</>;
}
