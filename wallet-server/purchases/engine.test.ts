import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Purchase } from '#shared/purchase/purchase.ts';
import { hashPurchaseConsent } from '#shared/purchase/purchase-consent.ts';
import { confirm, type Escrow, openEscrow, placeHeld, readBalance } from '#tests/fixtures/escrow.ts';
import type { CommitRecord } from './commit-record.ts';
import { commitRecords } from './commit-records.ts';
import { makeEngine } from './engine.ts';
import { planCommand } from './plan-command.ts';

const WAYBILL = { waybill: 'WB-1234567', carrier: 'Swift Parcel' };

async function read(escrow: Escrow, purchaseId: string): Promise<Purchase> {
  const facts = await escrow.app.services.engine.readPurchase({ purchaseId });
  if (!facts) throw new Error('no such purchase');
  return facts.purchase;
}

async function planConfirm(escrow: Escrow, orderNumber: string, amountMinor: string): Promise<CommitRecord> {
  const purchase = await read(escrow, (await placeHeld(escrow, orderNumber, amountMinor)).id);
  const consentHash = hashPurchaseConsent(purchase);
  const command = { type: 'confirm', method: 'passkey', consentHash } as const;
  const planned = planCommand(escrow.app.services, purchase, command, 'buyer');
  if (!('changes' in planned)) throw new Error('not planned');
  return { atMs: escrow.app.clock.nowMs, change: planned.changes[0] };
}

const kept = (key: string) => ({
  ...{ party: 'person:1', key, method: 'POST', path: '/', inputHash: 'same', response: 'sealed' },
  endsAtMs: Date.UTC(2030, 0),
});

describe('a group of records', () => {
  test('what is refused changes nothing and hinders none', async () => {
    const escrow = await openEscrow();
    await escrow.deposit(5_000n);
    const { services, databases } = escrow.app;
    const credit = services.settings.creditLimits;
    const dear = await planConfirm(escrow, 'K-1', '9000');
    const stale = await planConfirm(escrow, 'K-2', '100');
    expect(await services.engine.commit(stale)).toBe('written');
    const cheap = await planConfirm(escrow, 'K-3', '200');
    await services.engine.commit({ atMs: 1, change: null, kept: kept('used') });
    const group = [dear, stale, { ...(await planConfirm(escrow, 'K-4', '1')), kept: kept('used') }];
    // One account to a statement: `dear` and `cheap` would both move the same one.
    for (const record of group) {
      const statuses = await commitRecords(databases.directory, [record], { credit, wait: false });
      expect(statuses).not.toContain('written');
    }
    expect(await Promise.all([...group, cheap].map(record => services.engine.commit(record)))).toEqual([
      'funds_insufficient',
      'conflict',
      'key_taken',
      'written',
    ]);
    expect(await readBalance(escrow)).toMatchObject({ availableMinor: '4700', heldMinor: '300' });
    const [events] = await databases.directory`select count(*)::int as count from purchase_events`;
    expect(events).toEqual({ count: 6 });
    expect(await escrow.readDifferences()).toEqual([0n, 0n, 0n]);
  });

  test('a record that breaks a constraint is left out alone', async () => {
    const escrow = await openEscrow();
    await escrow.deposit(5_000n);
    const { engine } = escrow.app.services;
    const good = await planConfirm(escrow, 'K-1', '100');
    const same = await planConfirm(escrow, 'K-2', '100');
    const [event] = same.change?.events ?? [];
    if (!same.change || !event) throw new Error('nothing was planned');
    const bad = { ...same, change: { ...same.change, events: [event, event] } };
    const [first, second] = await Promise.allSettled([engine.commit(bad), engine.commit(good)]);
    expect(first?.status).toBe('rejected');
    expect(second).toEqual({ status: 'fulfilled', value: 'written' });
    expect(await escrow.readDifferences()).toEqual([0n, 0n, 0n]);
  });
});

describe('many at once', () => {
  test('of commands on one purchase one is written, whichever process it came to', async () => {
    const escrow = await openEscrow();
    await escrow.deposit(5_000n);
    const { services, databases } = escrow.app;
    const record = await planConfirm(escrow, 'K-1', '100');
    const engines = [1, 2, 3].map(() => makeEngine(databases.directory, services.settings));
    const statuses = await Promise.all(
      Array.from({ length: 30 }, (_nothing, index) =>
        engines[index % 3]?.commit(record, { wait: index % 2 === 0 }),
      ),
    );
    expect(statuses.filter(status => status === 'written')).toHaveLength(1);
    expect(new Set(statuses)).toEqual(new Set(['written', 'conflict']));
    expect(await escrow.readDifferences()).toEqual([0n, 0n, 0n]);
  });

  test('no race passes the limit of what is there', async () => {
    const escrow = await openEscrow();
    await escrow.deposit(1_000n);
    const { services, databases } = escrow.app;
    const records: CommitRecord[] = [];
    for (let count = 0; count < 20; count += 1) records.push(await planConfirm(escrow, `K-${count}`, '150'));
    const engines = [1, 2, 3].map(() => makeEngine(databases.directory, services.settings));
    const statuses = await Promise.all(records.map((record, index) => engines[index % 3]?.commit(record)));
    expect(statuses.filter(status => status === 'written')).toHaveLength(6);
    expect(statuses.filter(status => status === 'funds_insufficient')).toHaveLength(14);
    expect(await readBalance(escrow)).toMatchObject({ availableMinor: '100', heldMinor: '900' });
    expect(await escrow.readDifferences()).toEqual([0n, 0n, 0n]);
  });

  test('a purchase that a transaction holds is waited for, and its group is not', async () => {
    const escrow = await openEscrow();
    await escrow.deposit(5_000n);
    const { services, databases } = escrow.app;
    const held = await placeHeld(escrow, 'K-1', '100');
    expect('ok' in (await confirm(escrow, held))).toBe(true);
    const free = await planConfirm(escrow, 'K-2', '100');
    const holding = Promise.withResolvers<void>();
    const locked = Promise.withResolvers<void>();
    const transaction = databases.directory.begin(async tx => {
      await tx`select id from purchases where id = ${held.id} for update`;
      locked.resolve();
      await holding.promise;
    });
    await locked.promise;
    const ship = escrow.call('shipOrder', { params: { orderNumber: 'K-1' }, body: WAYBILL });
    expect(await services.engine.commit(free)).toBe('written');
    holding.resolve();
    await transaction;
    expect(await ship).toMatchObject({ ok: { order: { state: 'shipped' } } });
  });

  test('S30: one passkey assertion confirms one purchase', async () => {
    const escrow = await openEscrow();
    await escrow.deposit(5_000n);
    const { services, databases } = escrow.app;
    const [passkey] = await databases.directory<
      { credential_id: string }[]
    >`select credential_id from passkeys`;
    const credentialId = passkey?.credential_id ?? randomBytes(8).toString('hex');
    const use = { passkeyUse: { credentialId, counter: 7 } };
    const one = { ...(await planConfirm(escrow, 'K-1', '100')), ...use };
    const two = { ...(await planConfirm(escrow, 'K-2', '100')), ...use };
    const statuses = await Promise.all([services.engine.commit(one), services.engine.commit(two)]);
    expect(statuses).toEqual(['written', 'conflict']);
  });
});
