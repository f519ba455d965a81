import type { Operation } from '#shared/api/contract.ts';
import { announceMailboxChange } from '../people/former-mailbox.ts';
import type { Call } from './handler.ts';
import type { Services } from './services.ts';

/**
 * What an operation writes down before the transaction of its call begins: it stays where this process dies in the
 * middle of it, for a job to finish. For operations that also change what no transaction of the directory holds.
 */
export const WRITE_AHEAD: { [O in Operation]?: (services: Services, call: Call<O>) => Promise<void> } = {
  putRealData: (services, { party, body }) =>
    announceMailboxChange(services, party.personId, body.realData.email),
};
