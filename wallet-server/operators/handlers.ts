import type { Handlers } from '../app/handler.ts';
import { readCondition } from './read-condition.ts';

/** What the operator's page asks. */
export const OPERATOR_HANDLERS: Handlers<'getCondition'> = {
  async getCondition(services) {
    return { ok: await readCondition(services, false) };
  },
};
