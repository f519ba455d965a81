import type { CardToFill } from '#extension/fill/identity.ts';
import type { ArmedFill } from '#extension/messages/confirm-map.ts';
import type { ArmedNumber } from '#shared/card/card.ts';
import { readHost } from './frames.ts';
import { listCardFields, planCard, type TabField } from './plan-tab.ts';
import { writeSteps } from './preview.ts';
import type { Services } from './services.ts';
import type { CardField } from './session-area.ts';
import { readTabForm } from './tab-form.ts';

/**
 * Fills an armed number into the page that its confirmation named: the tab must still be at the payee, and only the
 * fields that the preview named, in frames of the origins that it named, get it.
 */
export async function fillArmedNumber(services: Services, armed: ArmedNumber): Promise<ArmedFill> {
  const { expiresAtMs } = armed;
  const unfilled = (why: 'page_gone' | 'page_changed' | 'fields_missing'): ArmedFill => ({
    ...{ state: 'unfilled', why, expiresAtMs },
  });
  const target = await services.area.get('target', armed.purchaseId);
  if (!target) return unfilled('page_gone');
  const { tabId } = target;
  const frames = await readTabForm(services.area, tabId);
  const top = frames[0];
  if (!top) return unfilled('page_gone');
  if (readHost(top.origin) !== target.host || target.host !== armed.payeeHost)
    return unfilled('page_changed');
  const alive = new Set(frames.map(({ frameId }) => frameId));
  const fields = listCardFields(frames).filter(field => isNamed(field, target.fields, alive));
  const planned = planCard(fields, toCard(armed, target.cardholder));
  const written = await Promise.all(
    planned.map(({ frame: { frameId, documentId, origin }, steps }) =>
      writeSteps({ tabId, frameId, documentId }, { origin, steps, overwrite: true }),
    ),
  );
  const wanted = planned.reduce((sum, { steps }) => sum + steps.length, 0);
  if (wanted === 0) return unfilled('fields_missing');
  const missed = written.flat().length;
  return { state: 'filled', filled: wanted - missed, missed, expiresAtMs };
}

/** The very frame that was shown, or one of the same origin that the page has put in its place since. */
function isNamed(
  { frame, named }: TabField,
  shown: readonly CardField[],
  alive: ReadonlySet<number>,
): boolean {
  return shown.some(
    field =>
      field.origin === frame.origin &&
      field.token === named.token &&
      field.label === named.label &&
      (field.frameId === frame.frameId || !alive.has(field.frameId)),
  );
}

function toCard(armed: ArmedNumber, name: string): CardToFill {
  return {
    number: armed.primaryAccountNumber,
    expiryMonth: Number(armed.expiryMonth),
    expiryYear: Number(armed.expiryYear),
    csc: armed.cardSecurityCode,
    name,
  };
}
