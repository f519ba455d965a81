import type { CheckoutClues } from '#extension/checkout/checkout-clues.ts';
import { judgeClues } from '#extension/checkout/judge-clues.ts';
import { tellFrame } from '#extension/messages/frame-door.ts';
import { CheckoutReading } from '#extension/messages/page-words.ts';
import { readHost } from './frames.ts';

interface ReadableFrame {
  frameId: number;
  documentId: string | null;
  origin: string;
}

/**
 * What a tab says of the order: its top frame first, then frames of the same site. A frame of another site says the
 * order's amount and number where no own frame does, and never who sells.
 */
export async function readTabCheckout(
  tabId: number,
  frames: readonly ReadableFrame[],
): Promise<CheckoutReading | null> {
  const host = readHost(frames[0]?.origin ?? '');
  const own = frames.filter(({ origin }) => readHost(origin) === host);
  const foreign = frames.filter(frame => !own.includes(frame));
  const readings: CheckoutReading[] = [];
  for (const frame of [...own, ...foreign]) {
    if (readings.some(({ amount }) => amount !== null)) break;
    const read = await tellFrame({ ...frame, tabId }, 'read_checkout', {});
    const reading = read && readCheckout(read.clues, frame.origin);
    if (reading) readings.push(own.includes(frame) ? reading : withoutPayee(reading));
  }
  return readings.length === 0 ? null : joinReadings(readings);
}

/** What a frame of `origin` says of the order and of who sells, or null where it says nothing. */
function readCheckout(clues: CheckoutClues, origin: string): CheckoutReading | null {
  const decoded = CheckoutReading.safeParse(judgeClues(clues, readHost(origin) ?? ''));
  if (!decoded.success) return null;
  const { amount, orderNumber, payeeName } = decoded.data;
  return (amount ?? orderNumber ?? payeeName) === null ? null : decoded.data;
}

function withoutPayee(reading: CheckoutReading): CheckoutReading {
  return { ...reading, payeeName: null, payeeFrom: null };
}

/** Each value from the first that says it, together with what belongs to it. */
function joinReadings(readings: readonly CheckoutReading[]): CheckoutReading {
  const amount = readings.find(one => one.amount !== null);
  const order = readings.find(one => one.orderNumber !== null);
  const payee = readings.find(one => one.payeeName !== null);
  return {
    ...{ amount: amount?.amount ?? null, currency: amount?.currency ?? null },
    ...{ amountFrom: amount?.amountFrom ?? null },
    ...{ orderNumber: order?.orderNumber ?? null, orderNumberFrom: order?.orderNumberFrom ?? null },
    ...{ payeeName: payee?.payeeName ?? null, payeeFrom: payee?.payeeFrom ?? null },
  };
}
