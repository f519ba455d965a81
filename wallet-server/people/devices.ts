import type { Handlers } from '../app/handler.ts';

interface Row {
  id: string;
  name: string;
  added_at_ms: bigint;
  seen_at_ms: bigint;
}

/** A person's devices and the sessions on them. */
export const DEVICE_HANDLERS: Handlers<'listDevices' | 'removeDevice' | 'signOut'> = {
  async listDevices(services, call) {
    const { personId, deviceId } = call.party;
    const rows = await services.directory<Row[]>`
      select id, name, added_at_ms, seen_at_ms from devices where person_id = ${personId} order by id`;
    const devices = rows.map(({ id, name, added_at_ms, seen_at_ms }) => ({
      ...{ id, name, addedAtMs: Number(added_at_ms), seenAtMs: Number(seen_at_ms), current: id === deviceId },
    }));
    return { ok: { devices } };
  },

  async removeDevice(services, call) {
    const { personId } = call.party;
    const removed = await services.directory`
      delete from devices where id = ${call.params.deviceId} and person_id = ${personId}`;
    return removed.count === 1 ? { ok: {} } : { refused: 'not_found' };
  },

  async signOut(services, call) {
    await services.directory`delete from sessions where id = ${call.party.sessionId}`;
    return { ok: {} };
  },
};
