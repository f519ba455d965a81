import type { Answer } from '#extension/ui/answer.ts';
import type { Condition } from '#shared/api/operators.ts';

/** What the operator's page can do beyond itself. */
export interface OperatorPorts {
  readCondition: (key: string) => Promise<Answer<Condition>>;
  clock: () => number;
  languages: readonly string[];
}
