import { expect, test } from 'vitest';
import { expectOk } from '#tests/fixtures/device.ts';
import { confirm, type Escrow, openEscrow, placeHeld } from '#tests/fixtures/escrow.ts';
import { composeHandlers } from '../app/handlers.ts';

const SHIPMENT = { waybill: 'WB-1234567', carrier: 'Swift Parcel' };
const MOST = 3;

function makeAsk({ app, member }: Escrow) {
  const settings = { ...app.services.settings, wrongProofsPerHour: MOST };
  const { resolveNumber } = composeHandlers(() => true);
  return (waybill: string) =>
    resolveNumber(
      { ...app.services, settings },
      {
        ...{ party: { carrierId: 'swift', name: 'Swift Parcel' }, params: undefined, query: undefined },
        body: { fieldNumber: member.number, orderNumber: 'KA-1', waybill, use: 'print' },
        signal: new AbortController().signal,
      },
    );
}

async function ship(escrow: Escrow): Promise<void> {
  await escrow.deposit(10_000n);
  await confirm(escrow, await placeHeld(escrow));
  expectOk(await escrow.call('shipOrder', { params: { orderNumber: 'KA-1' }, body: SHIPMENT }));
}

test('S5 S63: of wrong proofs that come at once no more are judged than may be wrong in an hour', async () => {
  const escrow = await openEscrow();
  const ask = makeAsk(escrow);
  const answers = await Promise.all(Array.from({ length: 20 }, (_, at) => ask(`WB-000${at}`)));
  expect(answers.filter(answer => 'ok' in answer)).toHaveLength(MOST);
  const [logged] = await escrow.app.services.directory<{ count: bigint }[]>`
    select count(*) from disclosures where not granted`;
  expect(logged?.count).toBe(BigInt(MOST));
});

test('S5 S63: right proofs take nothing from what may be wrong, and wrong ones count for an hour', async () => {
  const escrow = await openEscrow();
  await ship(escrow);
  const ask = makeAsk(escrow);
  for (let count = 0; count <= MOST; count += 1)
    expect(expectOk(await ask(SHIPMENT.waybill)).released).toBe(true);
  for (let count = 0; count < MOST; count += 1) {
    expectOk(await ask('WB-0000'));
    escrow.app.clock.nowMs += 60_000;
  }
  expect(await ask(SHIPMENT.waybill)).toEqual({ refused: 'rate_limited' });
  escrow.app.clock.nowMs += 57 * 60_000;
  expect(expectOk(await ask(SHIPMENT.waybill)).released).toBe(true);
  expectOk(await ask('WB-0000'));
  expect(await ask('WB-0000')).toEqual({ refused: 'rate_limited' });
});
