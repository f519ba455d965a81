import type { CheckName, CheckResult } from '#shared/api/operators.ts';
import type { Services } from '../../app/services.ts';

/**
 * One thing that is looked over. `run` counts what is not as it should be; it changes nothing and throws where it cannot
 * look.
 */
export interface Check {
  check: CheckName;
  /** What a count above zero means: `warned` can wait until tomorrow, `failed` cannot. */
  worst: 'warned' | 'failed';
  run(services: Services): Promise<number>;
}

/** Runs one check; one that cannot look has failed. */
export async function runCheck({ check, worst, run }: Check, services: Services): Promise<CheckResult> {
  try {
    const count = await run(services);
    return { check, state: count === 0 ? 'passed' : worst, count };
  } catch {
    return { check, state: 'failed', count: 1 };
  }
}
