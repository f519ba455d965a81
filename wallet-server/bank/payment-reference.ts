import { makeNumber, parseNumber } from '#shared/number/number.ts';
import type { Services } from '../app/services.ts';

/** What sets a payment reference apart from a person's number: it stands for an account, and opens nothing. */
const PREFIX = 'WV';

/** The reference that `personId` writes on payments; made when it is first asked for. */
export async function keepPaymentReference(
  services: Pick<Services, 'directory' | 'random'>,
  personId: string,
): Promise<string> {
  for (;;) {
    const made = `${PREFIX}${makeNumber(services.random)}`;
    await services.directory`
      insert into payment_references (person_id, reference) values (${personId}, ${made}) on conflict do nothing`;
    const [row] = await services.directory<{ reference: string }[]>`
      select reference from payment_references where person_id = ${personId}`;
    if (row) return row.reference;
  }
}

/** Whose reference this is, however it was typed into a bank's form; null where it is nobody's. */
export async function findPayer(
  services: Pick<Services, 'directory'>,
  paymentReference: string,
): Promise<string | null> {
  const text = paymentReference.toUpperCase().replace(/[\s-]/g, '');
  const number = text.startsWith(PREFIX) ? parseNumber(text.slice(PREFIX.length)) : null;
  if (number === null) return null;
  const [row] = await services.directory<{ person_id: string }[]>`
    select person_id from payment_references where reference = ${PREFIX + number}`;
  return row?.person_id ?? null;
}
