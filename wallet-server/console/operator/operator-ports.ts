import type { Answer } from '#extension/ui/answer.ts';
import type { CallResult } from '#shared/api/call.ts';
import type { Condition } from '#shared/api/operators.ts';

/** What the operator's page can do beyond itself. */
export interface OperatorPorts {
  readCondition: (key: string) => Promise<Answer<Condition>>;
  /** Payouts that the bank has not ended yet. */
  listPayouts: (key: string) => Promise<Answer<CallResult<'listPayouts'>>>;
  /** What the bank will never pay is payable to its shop again. */
  giveUpPayout: (key: string, payoutId: string) => Promise<Answer<CallResult<'giveUpPayout'>>>;
  clock: () => number;
  languages: readonly string[];
}
