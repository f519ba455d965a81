import type { ArmedFill } from '#extension/messages/confirm-map.ts';
import { tellFrame } from '#extension/messages/frame-door.ts';
import type { FrameCard } from '#extension/messages/frame-map.ts';
import type { ArmedNumber } from '#shared/card/card.ts';
import { listFrames, readHost } from './frames.ts';
import type { Services } from './services.ts';
import type { Frame } from './session-area.ts';

/**
 * Fills an armed number into the page that its confirmation named: the tab must still be at the payee, and only
 * frames whose origin was shown get it.
 */
export async function fillArmedNumber(services: Services, armed: ArmedNumber): Promise<ArmedFill> {
  const { expiresAtMs } = armed;
  const unfilled = (why: 'page_gone' | 'page_changed' | 'fields_missing'): ArmedFill => ({
    ...{ state: 'unfilled', why, expiresAtMs },
  });
  const target = await services.area.get('target', armed.purchaseId);
  if (!target) return unfilled('page_gone');
  const frames = await listFrames(services.area, target.tabId);
  const top = frames[0];
  if (!top) return unfilled('page_gone');
  if (readHost(top.origin) !== target.host || target.host !== armed.payeeHost)
    return unfilled('page_changed');
  const card = toFrameCard(armed, target.cardholder);
  const shown = frames.filter(frame => target.origins.includes(frame.origin));
  const results = (await Promise.all(shown.map(frame => fillFrame(frame, card)))).flat();
  if (results.length === 0) return unfilled('fields_missing');
  const filled = results.filter(done => done).length;
  return { state: 'filled', filled, missed: results.length - filled, expiresAtMs };
}

async function fillFrame(frame: Frame, card: FrameCard): Promise<boolean[]> {
  const answer = await tellFrame(frame, 'fill_card', { origin: frame.origin, card });
  return answer?.results.map(({ filled }) => filled) ?? [];
}

function toFrameCard(armed: ArmedNumber, name: string): FrameCard {
  return {
    number: armed.primaryAccountNumber,
    expiryMonth: Number(armed.expiryMonth),
    expiryYear: Number(armed.expiryYear),
    csc: armed.cardSecurityCode,
    name,
  };
}
