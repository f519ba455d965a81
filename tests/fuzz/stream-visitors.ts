import { CONTRACT } from '#shared/api/contract.ts';
import {
  type Device,
  expectOk,
  joinFrom,
  makeDevice,
  REAL_DATA,
  signInFrom,
} from '#tests/fixtures/device.ts';
import { CARRIER_KEY } from '#tests/fixtures/server-settings.ts';
import type { FuzzWorld } from './fuzz-world.ts';
import type { StreamOperation } from './open-stream.ts';

/** Who comes to a stream, and as whom the server must take it: null where it must refuse. */
export interface Visitor {
  name: string;
  operation: StreamOperation;
  party: 'buyer' | 'shop' | 'stranger' | null;
  show(): Promise<Record<string, string>>;
}

const SESSION_OVER_MS = 11 * 60_000;
const STRANGER = { ...REAL_DATA, name: 'Nobody Inparticular', email: 'nobody@inparticular.example' };

interface Shown {
  /** Whose key makes the proof. */
  prover?: Device;
  path?: string;
  sellerId?: string;
  proof?: string;
}

/** What a browser would send for `device`, but for what is `shown` otherwise. */
async function showSession(
  world: FuzzWorld,
  operation: StreamOperation,
  device: Device,
  shown: Shown = {},
): Promise<Record<string, string>> {
  const accessToken = device.session?.accessToken ?? '';
  const url = world.escrow.app.origin + (shown.path ?? CONTRACT[operation].path);
  const dpop = shown.proof ?? (await (shown.prover ?? device).prove({ method: 'GET', url }, accessToken));
  const seller = shown.sellerId === undefined ? {} : { 'wayveil-seller': shown.sellerId };
  return { authorization: `DPoP ${accessToken}`, dpop, ...seller } as Record<string, string>;
}

const byKey = (key: string) => async () => ({ authorization: `Bearer ${key}` });

/** Right, wrong, expired, foreign, used and retired credentials for both streams. */
export async function makeVisitors(world: FuzzWorld): Promise<Visitor[]> {
  const { escrow } = world;
  const { sellerId, app } = escrow;
  const retired = expectOk(await escrow.call('replaceApiKey')).apiKey;
  const key = expectOk(await escrow.call('replaceApiKey')).apiKey;
  const expired = await makeDevice(app, world.device().passkey);
  await signInFrom(expired);
  app.clock.nowMs += SESSION_OVER_MS;
  await world.renew();
  const stranger = await makeDevice(app);
  await joinFrom(stranger, STRANGER);
  // What the stranger showed last, and so spent.
  const used = { headers: {} as Record<string, string> };
  const me = world.device();
  const visit = (name: string, operation: StreamOperation, device: Device, shown?: Shown): Visitor => ({
    ...{ name, operation, party: null, show: () => showSession(world, operation, device, shown) },
  });
  const bring = (name: string, operation: StreamOperation, show: Visitor['show']): Visitor => ({
    ...{ name, operation, party: null, show },
  });
  return [
    { ...visit('the buyer', 'streamPurchases', me), party: 'buyer' },
    { ...visit("the shop's page", 'streamOrders', me, { sellerId }), party: 'shop' },
    { ...bring("the shop's server", 'streamOrders', byKey(key)), party: 'shop' },
    {
      ...bring('a stranger', 'streamPurchases', async () => {
        used.headers = await showSession(world, 'streamPurchases', stranger);
        return used.headers;
      }),
      party: 'stranger',
    },
    bring('nobody', 'streamPurchases', async () => ({})),
    bring('nobody at a shop', 'streamOrders', async () => ({})),
    bring('a retired key', 'streamOrders', byKey(retired)),
    bring('a key of chance', 'streamOrders', byKey(`wvk_${'x'.repeat(43)}`)),
    bring("a carrier's key", 'streamOrders', byKey(CARRIER_KEY)),
    bring("a shop's key at a person's stream", 'streamPurchases', byKey(key)),
    bring('a proof used before', 'streamPurchases', async () => used.headers),
    visit('an expired session', 'streamPurchases', expired),
    visit('an expired session at the shop', 'streamOrders', expired, { sellerId }),
    visit("a stranger at another's shop", 'streamOrders', stranger, { sellerId }),
    visit('a shop that is none', 'streamOrders', me, { sellerId: 'x' }),
    visit("another device's proof", 'streamPurchases', me, { prover: stranger }),
    visit('a proof of another path', 'streamPurchases', me, { path: '/v1/me' }),
    visit('no proof at all', 'streamPurchases', me, { proof: 'e30.e30.e30' }),
  ];
}
