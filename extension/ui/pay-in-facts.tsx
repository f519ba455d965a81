import type { CallResult } from '#shared/api/call.ts';
import { useText } from './surroundings.tsx';

/** Whom and where to pay, and with which reference. */
export function PayInFacts({
  paymentReference,
  payInto,
}: Pick<CallResult<'getAccount'>, 'paymentReference' | 'payInto'>) {
  const { t } = useText();
  return (
    <dl class="facts">
      {payInto ? (
        <>
          <dt>{t('account.holder')}</dt>
          <dd>{payInto.name}</dd>
          <dt>{t('account.iban')}</dt>
          <dd class="mono">{groupIban(payInto.iban)}</dd>
        </>
      ) : null}
      {payInto?.bic ? (
        <>
          <dt>{t('account.bic')}</dt>
          <dd class="mono">{payInto.bic}</dd>
        </>
      ) : null}
      <dt>{t('account.reference')}</dt>
      <dd class="mono payment-reference">{paymentReference}</dd>
    </dl>
  );
}

/** Groups of four, as IBANs are printed; banks take the spaces along. */
function groupIban(iban: string): string {
  return iban.replace(/.{4}(?=.)/g, '$& ');
}
