import { randomBytes } from 'node:crypto';
import { makeServices } from '../app/make-services.ts';
import type { Logger } from '../app/services.ts';
import type { StartSettings } from '../settings/start-settings.ts';
import { attachStorage } from '../storage/attach-storage.ts';
import { describeCheck } from './describe-check.ts';
import { readCondition } from './read-condition.ts';

/**
 * Looks everything over, beside a running server or without one, and says in words what is wrong.
 * @returns whether nothing failed.
 */
export async function runDoctor(
  settings: StartSettings,
  { log, print }: { log: Logger; print: (line: string) => void },
): Promise<boolean> {
  const storage = await attachStorage(settings.storage, { logger: log });
  try {
    const random = (bytes: number) => new Uint8Array(randomBytes(bytes));
    const effects = { clock: Date.now, random, log, port: settings.port, nudgeJobs: () => undefined };
    const services = await makeServices(settings, { ...storage, ...effects, asItIs: true });
    const { checks, openPurchases, jobs, log: head } = await readCondition(services, true);
    for (const result of checks) print(describeCheck(result));
    const open = openPurchases.reduce((sum, { count }) => sum + count, 0);
    const waiting = jobs.reduce((sum, job) => sum + job.waiting, 0);
    print(`     ${open} open purchases, ${waiting} jobs waiting, ${head.leafCount} leaves in the log`);
    const failed = checks.filter(({ state }) => state === 'failed').length;
    print(failed === 0 ? 'Nothing failed.' : `${failed} of ${checks.length} checks failed.`);
    return failed === 0;
  } finally {
    await storage.close();
  }
}
