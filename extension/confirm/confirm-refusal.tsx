import { useRef } from 'preact/hooks';
import type { Consent } from '#shared/purchase/consent.ts';
import type { ScreenRefusal } from '../ui/answer.ts';
import { PayInFacts } from '../ui/pay-in-facts.tsx';
import { RefusalNotice } from '../ui/refusal-notice.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { useText } from '../ui/surroundings.tsx';
import { useAnswer } from '../ui/use-answer.ts';
import type { ConfirmPorts } from './confirm-ports.ts';
import { useScrolls } from './use-scrolls.ts';

interface ConfirmRefusalProps {
  ports: ConfirmPorts;
  consent: Consent;
  refused: ScreenRefusal;
  /** Tries that a wrong code leaves; null where nobody knows. */
  triesLeft?: number | null;
}

/** Why nothing was confirmed, with what the person needs to go on: the money that is missing, the tries that are left. */
export function ConfirmRefusal({ ports, consent, refused, triesLeft = null }: ConfirmRefusalProps) {
  const { t } = useText();
  const section = useRef<HTMLElement>(null);
  const scrolls = useScrolls(section);
  return (
    <section ref={section} tabIndex={scrolls ? 0 : undefined} aria-label={t(`refusal.${refused}`)}>
      {refused === 'funds_insufficient' ? (
        <MissingMoney ports={ports} consent={consent} />
      ) : refused === 'credit_insufficient' ? (
        <MissingCredit ports={ports} consent={consent} />
      ) : (
        <RefusalNotice refused={refused}>
          {refused === 'code_wrong' && triesLeft !== null ? (
            <p>{t('code.tries_left', { triesLeft })}</p>
          ) : null}
        </RefusalNotice>
      )}
    </section>
  );
}

/** How much is missing and where to pay it in; where that cannot be read, the notice says where else it stands. */
function MissingMoney({ ports, consent }: Pick<ConfirmRefusalProps, 'ports' | 'consent'>) {
  const text = useText();
  const { value, refused } = useAnswer(() => ports.ask('getAccount', {}), []);
  const { currency } = consent;
  const free = value?.balances.find(balance => balance.currency === currency)?.availableMinor ?? '0';
  const missingMinor = BigInt(consent.amountMinor) - BigInt(free);
  if (refused || (value && missingMinor <= 0n)) return <RefusalNotice refused="funds_insufficient" />;
  if (!value) {
    return (
      <RefusalNotice refused="funds_insufficient" advised>
        <Skeleton lines={4} />
      </RefusalNotice>
    );
  }
  const values = { missing: text.money(String(missingMinor), currency), free: text.money(free, currency) };
  return (
    <RefusalNotice refused="funds_insufficient" advised>
      <p>
        <strong>{text.t('pay_in.missing', values)}</strong>
        {text.gap}
        {text.t('pay_in.free', values)}
      </p>
      <PayInFacts {...value} />
      <p>{text.t(value.payInto ? 'pay_in.then' : 'account.pay_in_unnamed')}</p>
    </RefusalNotice>
  );
}

/** How much of the limit is free, and how much more this takes; what was advanced and is paid back is free again. */
function MissingCredit({ ports, consent }: Pick<ConfirmRefusalProps, 'ports' | 'consent'>) {
  const text = useText();
  const { value, refused } = useAnswer(() => ports.ask('getAccount', {}), []);
  const { currency } = consent;
  const credit = value?.credits.find(each => each.currency === currency);
  if (!value && !refused) {
    return (
      <RefusalNotice refused="credit_insufficient" advised>
        <Skeleton lines={4} />
      </RefusalNotice>
    );
  }
  const missingMinor = BigInt(consent.amountMinor) - BigInt(credit?.freeMinor ?? '0');
  if (!value || !credit || missingMinor <= 0n) return <RefusalNotice refused="credit_insufficient" />;
  const owed = value.balances.find(balance => balance.currency === currency)?.owedMinor ?? '0';
  const money = (minor: string) => text.money(minor, currency);
  return (
    <RefusalNotice refused="credit_insufficient" advised>
      <p>
        <strong>{text.t('pay_in.missing', { missing: money(String(missingMinor)) })}</strong>
        {text.gap}
        {text.t('credit.free', { free: money(credit.freeMinor), limit: money(credit.limitMinor) })}
      </p>
      {owed === '0' ? null : (
        <>
          <p>{text.t('credit.pay_back', { owed: money(owed) })}</p>
          <PayInFacts {...value} />
        </>
      )}
    </RefusalNotice>
  );
}
