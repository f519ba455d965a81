import type { Purchase } from '#shared/purchase/purchase.ts';
import { isFinal } from '#shared/purchase/state.ts';
import type { Services } from '../app/services.ts';
import { findPerson } from '../people/find-person.ts';
import { groupCalls } from '../storage/group-calls.ts';
import { keepCodes, makeCode, type NewCode } from './confirmation-codes.ts';
import type { PurchaseFacts } from './read-purchase-facts.ts';

export type IssueRefusal =
  | 'purchase_unknown'
  | 'purchase_over'
  | 'stage_wrong'
  | 'confirmation_late'
  | 'passkey_required';

/** Whether an e-mail code is enough for this amount, by the person's own limit. */
export function isCodeAllowed(purchase: Purchase, codeLimits: Readonly<Record<string, string>>): boolean {
  return purchase.amountMinor <= BigInt(codeLimits[purchase.currency] ?? '0');
}

/** The same by the person's own limits, where they have none by the server's. */
export function isCodeEnough(
  { settings }: Pick<Services, 'settings'>,
  purchase: Purchase,
  own: Readonly<Record<string, string>>,
): boolean {
  const { currency } = purchase;
  const limit = own[currency] ?? String(settings.defaultCodeLimits[currency] ?? 0n);
  return isCodeAllowed(purchase, { [currency]: limit });
}

/** Why no code is given for `purchase` now, or null. */
export async function judgeCodeRequest(
  services: Pick<Services, 'directory' | 'settings' | 'clock'>,
  purchase: Purchase,
): Promise<IssueRefusal | null> {
  const refused = judgeWaiting(services, purchase);
  if (refused) return refused;
  const person = await findPerson(services, purchase.personId);
  return person && isCodeAllowed(purchase, person.codeLimits) ? null : 'passkey_required';
}

function judgeWaiting({ clock }: Pick<Services, 'clock'>, purchase: Purchase): IssueRefusal | null {
  if (isFinal(purchase.state)) return 'purchase_over';
  if (purchase.state !== 'order_received') return 'stage_wrong';
  return clock() >= purchase.confirmByMs ? 'confirmation_late' : null;
}

/** Keeps a code, until when; null where its purchase is not as it was read. */
type KeepCode = (code: NewCode) => Promise<number | null>;

async function keepOne(services: Services, code: NewCode): Promise<number | null> {
  const [expiresAtMs = null] = await keepCodes(services.directory, services, [code]);
  return expiresAtMs;
}

/** Keeps codes that are asked for at once in one statement. */
export function groupCodes(services: Services): KeepCode {
  return groupCalls((codes: readonly NewCode[]) => keepCodes(services.directory, services, codes), {
    largest: 256,
    lanes: 1,
    claimsOf: ({ purchase }) => [purchase.id],
  });
}

interface IssueOptions {
  keep?: KeepCode;
  /** What was read of it just now; what moved since is read again. */
  read?: Pick<PurchaseFacts, 'purchase' | 'codeLimits'> | undefined;
}

/**
 * A new code for a purchase that waits (S29), told to the caller and kept as an HMAC; earlier codes end.
 * For the job that mails it: the code exists from the moment of sending on.
 */
export async function issueConfirmationCode(
  services: Services,
  purchaseId: string,
  { keep = code => keepOne(services, code), read }: IssueOptions = {},
): Promise<{ code: string; expiresAtMs: number; purchase: Purchase } | { refused: IssueRefusal }> {
  for (let known = read; ; known = undefined) {
    const facts = known ?? (await services.engine.readPurchase({ purchaseId }));
    if (!facts) return { refused: 'purchase_unknown' };
    const { purchase, codeLimits } = facts;
    const refused = judgeWaiting(services, purchase);
    if (refused) return { refused };
    if (!isCodeEnough(services, purchase, codeLimits)) return { refused: 'passkey_required' };
    const code = makeCode(services.random);
    const expiresAtMs = await keep({ purchase, code });
    if (expiresAtMs !== null) return { code, expiresAtMs, purchase };
  }
}
