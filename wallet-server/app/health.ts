import type { Handlers } from './handler.ts';

/** Whether the process answers, and whether what it needs is there. */
export function makeHealthHandlers(isMailOpen: () => boolean): Handlers<'getHealth' | 'getReadiness'> {
  return {
    async getHealth() {
      return { ok: {} };
    },
    async getReadiness(services) {
      const [directory, { stores }] = await Promise.all([
        services.directory`select 1`.then(
          () => true,
          () => false,
        ),
        services.vault.readStatus(),
      ]);
      const vault = Object.values(stores).filter(there => there).length >= 2;
      const ready = { directory, vault, vaultStores: stores, mail: isMailOpen() };
      return directory ? { ok: ready } : { refused: 'not_ready' };
    },
  };
}
