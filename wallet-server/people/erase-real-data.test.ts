import { expect, test } from 'vitest';
import { eraseFrom, REAL_DATA } from '#tests/fixtures/device.ts';
import { type Escrow, openEscrow, placeHeld } from '#tests/fixtures/escrow.ts';
import { waitForLock } from '#tests/fixtures/lock-waits.ts';

async function readRecord({ app, member }: Escrow) {
  const [person] = await app.services.directory<{ person_id: string }[]>`
    select person_id from numbers where number = ${member.number}`;
  return await app.services.vault.getRecord(person?.person_id ?? '');
}

test('S57: an erasure sees a purchase that was placed after it looked', async () => {
  const escrow = await openEscrow();
  const { vault } = escrow.app.services;
  const { eraseRecord } = vault;
  Object.assign(vault, {
    eraseRecord: async (...given: Parameters<typeof eraseRecord>) => {
      await placeHeld(escrow);
      return await eraseRecord(...given);
    },
  });
  expect(await eraseFrom(escrow.device)).toEqual({ refused: 'stage_wrong' });
  expect(await readRecord(escrow)).toEqual(REAL_DATA);
});

test('S57: a purchase is not placed while an erasure of its person is being decided', async () => {
  const escrow = await openEscrow();
  const { directory } = escrow.app.services;
  const placed = { yet: false };
  const placing = await directory.begin(async tx => {
    await tx`select id from people order by id for update`;
    const order = placeHeld(escrow).then(view => {
      placed.yet = true;
      return view;
    });
    await waitForLock(directory, () => placed.yet);
    expect(placed.yet).toBe(false);
    return { order };
  });
  expect((await placing.order).state).toBe('order_received');
});
