import { tellFrame } from '#extension/messages/frame-door.ts';
import type { FrameSender } from '#extension/messages/sender.ts';
import { readHost } from './frames.ts';
import { fillTab } from './preview.ts';
import type { Services } from './services.ts';

/** A page that makes numbers up and asks about each learns nothing after this many. */
const MOST_NUMBERS_PER_TAB = 20;

/**
 * S62: a card of ours, typed into the payment window, brings its virtual delivery information. While the wallet is
 * locked only the place is remembered: the number stays where its owner wrote it.
 */
export async function recognizeCard(services: Services, digits: string, sender: FrameSender): Promise<void> {
  const { area, keyring } = services;
  const { tabId, frameId, documentId } = sender;
  const asked = (await area.get('typed', String(tabId))) ?? 0;
  if (asked >= MOST_NUMBERS_PER_TAB) return;
  await area.put('typed', String(tabId), asked + 1);
  if (!(await keyring.isUnlocked())) {
    const top = await area.get('frame', `${tabId}.0`);
    const host = readHost(top?.origin ?? sender.origin) ?? '';
    return area.put('unread', String(tabId), { frameId, documentId, host });
  }
  const card = await keyring.findByNumber(digits);
  if (!card) return;
  await area.put('chosen', String(tabId), card.id);
  await fillTab(services, { tabId, cardId: card.id });
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
