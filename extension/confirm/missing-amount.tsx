import type { ComponentChild } from 'preact';
import type { CallResult } from '#shared/api/call.ts';
import type { Consent } from '#shared/purchase/consent.ts';
import { PayInFacts } from '../ui/pay-in-facts.tsx';
import { RefusalNotice } from '../ui/refusal-notice.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { useText } from '../ui/surroundings.tsx';
import type { Text } from '../ui/text.ts';
import { useAnswer } from '../ui/use-answer.ts';
import type { ConfirmPorts } from './confirm-ports.ts';

type Account = CallResult<'getAccount'>;
type Currency = Consent['currency'];

/** What an amount was held against: how much of it is free, in words too, and what the person can do. */
interface Bounds {
  freeMinor: string;
  free: string;
  next: ComponentChild;
}

const BOUNDS = {
  funds_insufficient: boundByFunds,
  credit_insufficient: boundByCredit,
} satisfies Record<string, (account: Account, currency: Currency, text: Text) => Bounds | null>;

type Bound = keyof typeof BOUNDS;

export function isBound(refused: string): refused is Bound {
  return Object.hasOwn(BOUNDS, refused);
}

/** How much is missing and what to do about it; where that cannot be read, the notice says where else it stands. */
export function MissingAmount(props: { ports: ConfirmPorts; consent: Consent; refused: Bound }) {
  const { ports, consent, refused } = props;
  const text = useText();
  const { value: account, refused: unread } = useAnswer(() => ports.ask('getAccount', {}), []);
  const { currency } = consent;
  if (!account && !unread) {
    return (
      <RefusalNotice refused={refused} advised>
        <Skeleton lines={4} />
      </RefusalNotice>
    );
  }
  const bounds = account ? BOUNDS[refused](account, currency, text) : null;
  const missingMinor = BigInt(consent.amountMinor) - BigInt(bounds?.freeMinor ?? '0');
  if (!bounds || missingMinor <= 0n) return <RefusalNotice refused={refused} />;
  return (
    <RefusalNotice refused={refused} advised>
      <p>
        <strong>{text.t('pay_in.missing', { missing: text.money(String(missingMinor), currency) })}</strong>
        {text.gap}
        {bounds.free}
      </p>
      {bounds.next}
    </RefusalNotice>
  );
}

/** Held: the money that is there, and where to pay more in. */
function boundByFunds(account: Account, currency: Currency, text: Text): Bounds {
  const freeMinor = findBalance(account, currency)?.availableMinor ?? '0';
  const next = (
    <>
      <PayInFacts {...account} />
      <p>{text.t(account.payInto ? 'pay_in.then' : 'account.pay_in_unnamed')}</p>
    </>
  );
  return { freeMinor, free: text.t('pay_in.free', { free: text.money(freeMinor, currency) }), next };
}

/** Advanced: what is free of the limit; what was advanced and is paid back is free again. */
function boundByCredit(account: Account, currency: Currency, text: Text): Bounds | null {
  const credit = account.credits.find(each => each.currency === currency);
  if (!credit) return null;
  const money = (minor: string) => text.money(minor, currency);
  const owed = findBalance(account, currency)?.owedMinor ?? '0';
  const next =
    owed === '0' ? null : (
      <>
        <p>{text.t('credit.pay_back', { owed: money(owed) })}</p>
        <PayInFacts {...account} />
      </>
    );
  const free = text.t('credit.free', { free: money(credit.freeMinor), limit: money(credit.limitMinor) });
  return { freeMinor: credit.freeMinor, free, next };
}

function findBalance(account: Account, currency: Currency) {
  return account.balances.find(balance => balance.currency === currency);
}
