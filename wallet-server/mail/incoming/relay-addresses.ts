import { makeId } from '../../app/make-id.ts';
import type { Services } from '../../app/services.ts';
import { hashForIndex, openAtRest, sealAtRest } from '../at-rest.ts';

/** The relay address at which `personId` answers `correspondent`: one for each pair, made when it is first needed. */
export async function keepRelayAddress(
  services: Services,
  personId: string,
  correspondent: string,
): Promise<string> {
  const { directory } = services;
  const hash = hashForIndex(services, ['correspondent', personId, correspondent.toLowerCase()]);
  const id = makeId(services);
  const sealed = sealAtRest(services, `relay_addresses ${hash}`, Buffer.from(correspondent));
  await directory`
    insert into relay_addresses (id, person_id, correspondent_hash, sealed_correspondent, created_at_ms)
    values (${id}, ${personId}, ${hash}, ${sealed}, ${services.clock()})
    on conflict (person_id, correspondent_hash) do nothing`;
  const [row] = await directory<{ id: string }[]>`
    select id from relay_addresses where person_id = ${personId} and correspondent_hash = ${hash}`;
  return row?.id ?? id;
}

interface Row {
  person_id: string;
  correspondent_hash: string;
  sealed_correspondent: Buffer;
}

/** Whose relay address this is and to whom it leads. */
export async function findRelayAddress(
  services: Services,
  id: string,
): Promise<{ personId: string; correspondent: string } | null> {
  const [row] = await services.directory<Row[]>`
    select person_id, correspondent_hash, sealed_correspondent from relay_addresses where id = ${id}`;
  if (!row) return null;
  const bytes = openAtRest(services, `relay_addresses ${row.correspondent_hash}`, row.sealed_correspondent);
  return { personId: row.person_id, correspondent: Buffer.from(bytes).toString('utf8') };
}
