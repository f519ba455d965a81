import type { VaultPage } from '../app/services.ts';
import type { GuardPorts } from './guard-ports.ts';
import { findStanding, listPeople, listStaged } from './heads.ts';
import { mendPerson } from './mend-person.ts';
import { reconcileWrite } from './reconcile-write.ts';

const PAGE = 100;

/** Moves what waits into the vault and lets stores that missed a write catch up. Returns how many people that was. */
export async function catchUp(ports: GuardPorts): Promise<number> {
  const reconciled = await reconcileStaged(ports);
  const people = await listPeople(ports.directory, { after: null, limit: PAGE, unsettled: true });
  const { checked } = await checkPeople(ports, people);
  return reconciled + checked;
}

/** Ends at the first write that the vault cannot take: the next ones would fare no better. */
async function reconcileStaged(ports: GuardPorts): Promise<number> {
  let count = 0;
  for (const personId of await listStaged(ports.directory, PAGE)) {
    const { staged } = await findStanding(ports.directory, personId);
    if (staged && !(await reconcileWrite(ports, staged))) return count;
    count += 1;
  }
  return count;
}

/** Looks at a page of people in every store and mends what it finds. */
export async function checkPage(ports: GuardPorts, after: string | null): Promise<VaultPage> {
  const people = await listPeople(ports.directory, { after, limit: PAGE, unsettled: false });
  const next = people.length < PAGE ? null : (people.at(-1) ?? null);
  return { ...(await checkPeople(ports, people)), next };
}

async function checkPeople(ports: GuardPorts, people: readonly string[]): Promise<Omit<VaultPage, 'next'>> {
  const page = { checked: 0, mended: 0, waiting: 0, lost: 0 };
  for (const personId of people) {
    const mending = await mendPerson(ports, personId);
    if (mending === 'waiting') page.waiting += 1;
    else if (mending === 'lost') page.lost += 1;
    else {
      page.checked += 1;
      page.mended += mending.mended;
    }
  }
  if (page.lost > 0) ports.log.error('vault_records_lost', { count: page.lost });
  if (page.mended > 0) ports.log.info('vault_rows_mended', { count: page.mended });
  return page;
}
