import type { Handlers } from '../app/handler.ts';

/** The keyring as a device sealed it: bytes to us. */
export const KEYRING_HANDLERS: Handlers<'getKeyring' | 'putKeyring'> = {
  async getKeyring(services, call) {
    interface Row {
      keyring_sealed: string | null;
      keyring_version: number | null;
    }
    const [row] = await services.directory<Row[]>`
      select keyring_sealed, keyring_version from people where id = ${call.party.personId}`;
    if (!row || row.keyring_sealed === null || row.keyring_version === null) return { ok: { keyring: null } };
    return { ok: { keyring: { sealed: row.keyring_sealed, version: row.keyring_version } } };
  },

  /** One more than the kept version, so that two devices cannot overwrite each other unseen; any first one is taken. */
  async putKeyring(services, call) {
    const { sealed, version } = call.body.keyring;
    const kept = await services.directory`
      update people set keyring_sealed = ${sealed}, keyring_version = ${version},
        reading_key = coalesce(${call.body.readingKey ?? null}, reading_key)
      where id = ${call.party.personId} and (keyring_version is null or keyring_version = ${version - 1})`;
    return kept.count === 1 ? { ok: {} } : { refused: 'conflict' };
  },
};
