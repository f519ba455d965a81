import { describe, expect, it } from 'vitest';
import { LOCALES } from '#shared/api/locale.ts';
import { NO_DISPUTES, type Purchase } from '#shared/purchase/purchase.ts';
import { DEFAULT_TERMS } from '#shared/purchase/terms.ts';
import { makeOrder, NOW_MS, preparePostOffice } from '#tests/fixtures/post-office.ts';
import { enqueueJobs } from '../../storage/jobs/enqueue-jobs.ts';
import { writeReceiptByTime } from './write-receipt-by-time.ts';

const DAY = 86_400_000;
const RECEIVED_AT_MS = NOW_MS + 9 * DAY;
const RECEIVED = { deliveredAtMs: NOW_MS + 2 * DAY, enteredAtMs: { received: RECEIVED_AT_MS } };
const CLOSED: Partial<Purchase> = {
  ...{ state: 'closed', ...RECEIVED, refundedMinor: 8000n },
  settlement: { sellerMinor: 40_000n, feeMinor: 400n },
};
const BILLED: Partial<Purchase> = {
  ...{ state: 'received', funding: 'advanced', ...RECEIVED },
  bill: { amountMinor: 47_000n, dueAtMs: RECEIVED_AT_MS + 14 * DAY, settledAtMs: null },
};

describe.each(LOCALES)('receipt by time in %s', locale => {
  const write = (change: Partial<Purchase>, event: 'received_by_time' | 'ruled_by_time') =>
    writeReceiptByTime(makeOrder(change), event, { locale, terms: DEFAULT_TERMS });

  it('S33 S34: of a held purchase it says after how many days, what was paid to whom, and what came back', () => {
    const [lead, ...more] = write(CLOSED, 'received_by_time').paragraphs;
    expect(lead).toMatch(/23.*\b7|7日/);
    expect(more.join(' ')).toMatch(/Kestrel Audio/);
    expect(more.join(' ')).toMatch(/40,000/);
    expect(more.join(' ')).toMatch(/8,000/);
  });

  it('S34: of an advanced purchase it says what is billed until when, and that it can be disputed or sent back', () => {
    const { paragraphs } = write(BILLED, 'received_by_time');
    expect(paragraphs).toHaveLength(4);
    expect(paragraphs[1]).toContain('47,000');
  });

  it('what nobody decided in time says so, and offers no other dispute', () => {
    const disputes = { ...NO_DISPUTES, openedCount: 1, decidedBy: 'time' } as const;
    const { paragraphs, heading } = write({ ...BILLED, disputes }, 'ruled_by_time');
    expect(heading).not.toBe(write(BILLED, 'received_by_time').heading);
    expect(paragraphs).toHaveLength(3);
  });
});

it.each([
  ['mail_state_changed', CLOSED, 'Counted as received'],
  ['mail_bill', BILLED, 'Counted as received'],
])('S33: %s says why a parcel counts as received', async (kind, purchase, heading) => {
  const office = await preparePostOffice({ purchase });
  const payload = { purchaseId: office.purchase.id, event: 'received_by_time' };
  await enqueueJobs(office.directory, [{ kind, key: 'a', payload, runAtMs: 0 }], 0);
  await office.run();
  const [mail] = await office.listSent();
  expect(mail?.parsed.text).toContain(heading);
});
