import { type Client, createClient } from '#shared/api/client.ts';
import type { Member } from '#shared/api/people.ts';
import type { Seller } from '#shared/api/sellers.ts';
import { certifyFrom, type Device, expectOk, joinFrom, makeDevice } from '#tests/fixtures/device.ts';
import { BANK_SECRET } from '#tests/fixtures/server-settings.ts';
import { createBank } from '#tests/world/bank.ts';
import { makeQuickFetch } from './quick-fetch.ts';
import { makeQuickProver } from './quick-prover.ts';

/** A buyer with money paid in, signed in on a device. */
export interface Buyer {
  member: Member;
  device: Device;
}

/** One member shop and many buyers on a running server, reached over HTTP. */
export interface Market {
  seller: Seller;
  /** Calls by the shop's API key. */
  shop: Client;
  buyers: readonly Buyer[];
  rpId: string;
  /** Ends the callers' connections. */
  close(): void;
}

const FUNDS_MINOR = '900000000000';

/** Joins `count` buyers, pays money in for each, and certifies a shop; on several server processes by their `ports`. */
export async function openMarket(
  origin: string,
  count: number,
  webhookUrl?: string,
  ports: readonly number[] = [Number(new URL(origin).port)],
): Promise<Market> {
  const { fetch, close } = makeQuickFetch(ports);
  const server = { origin, fetch };
  const bank = createBank({ serverOrigin: origin, secret: BANK_SECRET });
  const buyers: Buyer[] = [];
  for (let index = 0; index < count; index += 1) {
    const device = await makeDevice(server, undefined, makeQuickProver());
    const member = await joinFrom(device);
    const { paymentReference } = expectOk(await device.client.call('getAccount', {}));
    const paid = await bank.receivePayment({ paymentReference, amountMinor: FUNDS_MINOR, currency: 'USD' });
    if (paid.status !== 200) throw new Error(`the bank's notice was answered by ${paid.status}`);
    buyers.push({ member, device });
  }
  const owner = await makeDevice(server);
  await joinFrom(owner);
  const shop = { name: 'Kestrel Audio', host: 'kestrel.example', ...(webhookUrl && { webhookUrl }) };
  const { seller, apiKey } = await certifyFrom(owner, shop);
  const authorize = async () => ({ authorization: `Bearer ${apiKey}` });
  return {
    seller,
    shop: createClient({ ...server, authorize }),
    buyers,
    rpId: new URL(origin).hostname,
    close,
  };
}
