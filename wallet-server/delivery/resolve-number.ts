import type { z } from 'zod';
import type { resolveNumber as Row } from '#shared/api/outside.ts';
import type { DisclosureReason } from '#shared/api/people.ts';
import type { Purchase } from '#shared/purchase/purchase.ts';
import type { Call } from '../app/handler.ts';
import type { Services } from '../app/services.ts';
import { findNumber } from '../numbers/find-number.ts';
import { keepDisclosure, type NewDisclosure } from './disclosures.ts';
import { type Asked, findParcel, parseAsked } from './find-parcel.ts';
import { isGuess, takeProofTry } from './proof-tries.ts';
import { isCarrierField, writeLines } from './write-lines.ts';

type Resolved = z.output<(typeof Row)['result']>;

/** How long a display stands, and within what time a label is printed. */
const SHOWN_FOR_MS = 10 * 60_000;

/** What came of a request, before it is logged. */
interface Ruling {
  reason: DisclosureReason;
  purchase: Purchase | null;
  lines: string[] | null;
}

/**
 * S2-S5: the server decides whether a carrier gets one field or the number alone. It gets the field where order number
 * and waybill belong to an open purchase under way that names this number (S19, S63), whether the number was retired
 * since or not. Every answer is logged for the person.
 */
export async function resolveNumber(
  services: Services,
  call: Call<'resolveNumber'>,
): Promise<{ ok: Resolved } | { refused: 'rate_limited' }> {
  const { body, party } = call;
  const proofTry = await takeProofTry(services, party.name);
  if (!proofTry) return { refused: 'rate_limited' };
  const asked = parseAsked(body.fieldNumber);
  const ruling: Ruling = asked
    ? await rule(services, asked, body)
    : { reason: 'number_unknown', purchase: null, lines: null };
  const granted = ruling.lines !== null;
  const disclosure: NewDisclosure = {
    personId: ruling.purchase?.personId ?? (await findHolder(services, asked)),
    purchaseId: ruling.purchase?.id ?? null,
    party: party.name,
    field: asked?.field ?? 'unknown',
    reason: ruling.reason,
    granted,
  };
  await keepDisclosure(services, disclosure, isGuess(ruling.reason) ? null : proofTry);
  if (ruling.lines === null || !asked) return { ok: { released: false, number: body.fieldNumber } };
  const untilMs = services.clock() + SHOWN_FOR_MS;
  return { ok: { released: true, field: asked.field, lines: ruling.lines, untilMs } };
}

async function rule(services: Services, asked: Asked, body: Call<'resolveNumber'>['body']): Promise<Ruling> {
  const { orderNumber, waybill, use } = body;
  const refuse = (reason: DisclosureReason, purchase: Purchase | null = null): Ruling => ({
    reason,
    purchase,
    lines: null,
  });
  if (orderNumber === undefined || waybill === undefined) return refuse('proof_missing');
  const purchase = await findParcel(services.directory, { holder: asked.holder, orderNumber, waybill });
  if (!purchase) return refuse('proof_wrong');
  if (!isCarrierField(asked.field)) return refuse('field_denied', purchase);
  const realData = await services.vault.getRecord(purchase.personId);
  if (realData === 'unreachable') return refuse('vault_unreachable', purchase);
  const lines = realData ? writeLines(realData, asked.field) : [];
  return lines.length > 0 ? { reason: `parcel_${use}`, purchase, lines } : refuse('field_empty', purchase);
}

/** Whose number was asked for, so that they see the refusal too. */
async function findHolder(services: Services, asked: Asked | null): Promise<string | null> {
  if (!asked) return null;
  const [card] = await services.directory<{ person_id: string }[]>`
    select person_id from cards where delivery_code = ${asked.holder} limit 1`;
  return card?.person_id ?? (await findNumber(services.directory, asked.holder))?.personId ?? null;
}
