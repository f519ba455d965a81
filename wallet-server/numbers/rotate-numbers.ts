import type { Services } from '../app/services.ts';
import { transact } from '../storage/transact.ts';
import { replaceNumber } from './replace-number.ts';

const AT_ONCE = 200;

type Rotating = Pick<Services, 'directory' | 'clock' | 'random' | 'settings'>;

/**
 * Gives a new number to everyone whose number has lived its time (S11), and returns to how many. Any number of processes
 * may do so at once: each takes rows that no other has.
 */
export async function rotateNumbers(services: Rotating): Promise<number> {
  for (let count = 0; ; ) {
    const rotated = await rotateSome(services);
    count += rotated;
    if (rotated < AT_ONCE) return count;
  }
}

async function rotateSome(services: Rotating): Promise<number> {
  const { directory, clock, settings } = services;
  const bornBeforeMs = clock() - settings.numberLifetimeMs;
  return await transact(directory, async tx => {
    const due = await tx<{ person_id: string }[]>`
      select person_id from numbers
      where retired_at_ms is null and issued_at_ms <= ${bornBeforeMs}
      order by issued_at_ms, person_id limit ${AT_ONCE} for update skip locked`;
    for (const { person_id } of due) await replaceNumber(tx, services, person_id);
    return due.length;
  });
}
