import { tellFrame } from '#extension/messages/frame-door.ts';
import type { FrameSender } from '#extension/messages/sender.ts';
import { readHost } from './frames.ts';
import { beginFill } from './preview.ts';
import type { Services } from './services.ts';

/** A page that makes numbers up and asks about each learns nothing after this many. */
const MOST_NUMBERS_PER_TAB = 20;

/**
 * S62: a card of ours, typed into the payment window, brings its virtual delivery information. While the wallet is
 * locked only the place is remembered: the number stays where its owner wrote it. Numbers of a tab are taken in the
 * order in which they were typed: each is sent to the page before the next one is looked at.
 */
export async function recognizeCard(services: Services, digits: string, sender: FrameSender): Promise<void> {
  const begun = await navigator.locks.request(`wayveil-typed.${sender.tabId}`, () =>
    takeNumber(services, digits, sender),
  );
  if (begun && 'written' in begun) await begun.written;
}

async function takeNumber(
  services: Services,
  digits: string,
  sender: FrameSender,
): Promise<Awaited<ReturnType<typeof beginFill>> | null> {
  const { area, keyring } = services;
  const { tabId, frameId, documentId } = sender;
  const asked = (await area.get('typed', String(tabId))) ?? 0;
  if (asked >= MOST_NUMBERS_PER_TAB) return null;
  await area.put('typed', String(tabId), asked + 1);
  if (!(await keyring.isUnlocked())) {
    const top = await area.get('frame', `${tabId}.0`);
    const host = readHost(top?.origin ?? sender.origin) ?? '';
    await area.put('unread', String(tabId), { frameId, documentId, host });
    return null;
  }
  const card = await keyring.findByNumber(digits);
  if (!card) return null;
  await area.put('chosen', String(tabId), card.id);
  return beginFill(services, { tabId, cardId: card.id });
}

/** The host of the page in which a typed number waits for the wallet, or null. */
export async function findTypedHost({ area }: Pick<Services, 'area'>): Promise<string | null> {
  return (await area.list('unread')).at(-1)?.entry.host ?? null;
}

/** The wallet is open: the frames in which a number was typed meanwhile tell it again, if it still stands there. */
export async function readTypedNumbers({ area }: Services): Promise<void> {
  for (const { id, entry } of await area.list('unread')) {
    const { host: _host, ...frame } = entry;
    await area.removeOne('unread', id);
    await tellFrame({ tabId: Number(id), ...frame }, 'repeat_card_number', {});
  }
}
