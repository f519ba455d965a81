import type { Handlers } from '../app/handler.ts';
import { narrowRefusal } from '../app/narrow-refusal.ts';
import { listDisclosures } from './disclosures.ts';
import { reportParcel } from './report-parcel.ts';
import { resolveNumber } from './resolve-number.ts';

/** What carriers tell and ask, and who saw what. */
export const DELIVERY_HANDLERS: Handlers<'reportParcel' | 'resolveNumber' | 'listDisclosures'> = {
  async reportParcel(services, { body }) {
    const reported = await reportParcel(services, body);
    return 'ok' in reported ? reported : narrowRefusal('reportParcel', reported.refused);
  },

  async resolveNumber(services, call) {
    return await resolveNumber(services, call);
  },

  async listDisclosures(services, { party }) {
    return { ok: { disclosures: await listDisclosures(services.directory, party.personId) } };
  },
};
