import { Button } from '#extension/ui/button.tsx';
import { RefusalNotice } from '#extension/ui/refusal-notice.tsx';
import { useNow, useText } from '#extension/ui/surroundings.tsx';
import { useAction } from '#extension/ui/use-action.ts';
import type { KeptPayoutAccount } from '#shared/api/accounts.ts';
import type { CallResult } from '#shared/api/call.ts';
import { hashPayoutConsent, type PayoutConsent } from '#shared/money/payout-consent.ts';
import { useShop } from './console-context.tsx';

interface PayoutChangeProps {
  change: CallResult<'beginPayoutChange'>;
  onClose: () => void;
  onChanged: (account: KeptPayoutAccount) => void;
}

/** Shows one consent and signs the hash of that very object. */
export function PayoutChange({ change, onClose, onChanged }: PayoutChangeProps) {
  const { t } = useText();
  const { call, ports } = useShop();
  const action = useAction();
  const { changeId, consent, options } = change;
  const sign = async () => {
    const done = await action.run(async () => {
      const asked = await ports.askPasskey({ ...options, challenge: hashPayoutConsent(consent) });
      if ('refused' in asked) return asked;
      const params = { sellerId: consent.sellerId };
      return call('changePayoutAccount', { params, body: { changeId, credential: asked.ok } });
    });
    if (done) onChanged(done.account);
  };
  return (
    <>
      <ConsentFacts consent={consent} />
      <ConsentMeaning consent={consent} />
      {action.refused ? <RefusalNotice refused={action.refused} /> : null}
      <div class="dialog-acts">
        <Button onPress={onClose}>{t('ui.back')}</Button>
        <Button kind="main" icon="key" busy={action.busy} onPress={sign}>
          {t('payout.sign')}
        </Button>
      </div>
    </>
  );
}

function ConsentFacts({ consent }: { consent: PayoutConsent }) {
  const { t } = useText();
  const { shopName, shopHost, name, iban, bic, replacesDigits } = consent;
  return (
    <dl class="facts">
      <dt>{t('payout.shop')}</dt>
      <dd>
        {shopName} <span class="mono">{shopHost}</span>
      </dd>
      <dt>{t('payout.name')}</dt>
      <dd>{name}</dd>
      <dt>{t('payout.iban')}</dt>
      <dd class="mono">{iban.replace(/(.{4})(?=.)/g, '$1 ')}</dd>
      {bic === null ? null : (
        <>
          <dt>{t('payout.bic_word')}</dt>
          <dd class="mono">{bic}</dd>
        </>
      )}
      {replacesDigits === null ? null : (
        <>
          <dt>{t('payout.replaces')}</dt>
          <dd>{t('payout.replaces_digits', { digits: replacesDigits })}</dd>
        </>
      )}
    </dl>
  );
}

function ConsentMeaning({ consent: { paysFromMs } }: { consent: PayoutConsent }) {
  const { t, exact } = useText();
  const rests = paysFromMs > useNow();
  return (
    <ul class="points">
      <li>{rests ? t('payout.means_rest', { from: exact(paysFromMs) }) : t('payout.means_now')}</li>
      <li>{t('payout.means_under_way')}</li>
      <li>{t('payout.means_mail')}</li>
    </ul>
  );
}
