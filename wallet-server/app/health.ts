import type { Handlers } from './handler.ts';

/** Whether the process answers, and whether what it needs is there. */
export function makeHealthHandlers(isMailOpen: () => boolean): Handlers<'getHealth' | 'getReadiness'> {
  return {
    async getHealth() {
      return { ok: {} };
    },
    async getReadiness(services) {
      const [directory, vault] = await Promise.all([
        services.directory`select 1`.then(
          () => true,
          () => false,
        ),
        services.vault.isReachable(),
      ]);
      return directory ? { ok: { directory, vault, mail: isMailOpen() } } : { refused: 'not_ready' };
    },
  };
}
