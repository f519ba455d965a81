import type { Operation } from '#shared/api/contract.ts';
import type { Call } from '../app/handler.ts';
import { readCredentialId } from '../people/credential.ts';
import type { Engine } from './engine.ts';
import { nameBuyer } from './place-purchase.ts';
import { readAhead } from './read-ahead.ts';
import type { CommandServices } from './run-command.ts';

/** A decoded call of which it is not known yet who calls; `sellerId` is the shop that it is said to be of. */
type ClaimedCall<O extends Operation> = Pick<Call<O>, 'params' | 'body'> & { sellerId: string | null };
type Foresee<O extends Operation> = (services: CommandServices, call: ClaimedCall<O>) => Engine;

const ofPurchase = ({ engine }: CommandServices, { params }: { params: { purchaseId: string } }) =>
  readAhead(engine, { purchase: params });

function ofOrder(
  { engine }: CommandServices,
  { sellerId, params }: { sellerId: string | null; params: { orderNumber: string } },
): Engine {
  if (sellerId === null) return engine;
  return readAhead(engine, { purchase: { sellerId, orderNumber: params.orderNumber } });
}

const FORESEE: { [O in Operation]?: Foresee<O> } = {
  getPurchase: ofPurchase,
  declinePurchase: ofPurchase,
  cancelPurchase: ofPurchase,
  reportShipment: ofPurchase,
  confirmReceipt: ofPurchase,
  disputePurchase: ofPurchase,
  withdrawDispute: ofPurchase,
  requestReturn: ofPurchase,
  confirmPurchase: ({ engine }, { params: { purchaseId }, body }) => {
    const beside =
      body.method === 'passkey' ? { credentialId: readCredentialId(body.credential) } : { withCode: true };
    return readAhead(engine, { purchase: { purchaseId, ...beside } });
  },
  shipOrder: ofOrder,
  cancelOrder: ofOrder,
  refundOrder: ofOrder,
  placeOrder: (services, { sellerId, body: { orderNumber, buyer } }) => {
    if (sellerId === null) return services.engine;
    return readAhead(services.engine, {
      order: { sellerId, orderNumber, buyer: nameBuyer(services, buyer) },
    });
  },
};

/** Whether it can be told from a call of `operation` alone what it will read. */
export function isForeseen(operation: Operation): boolean {
  return FORESEE[operation] !== undefined;
}

/**
 * Begins to read what a call of `operation` will ask for, and gives the engine that has it at hand. Nothing of it is
 * told before the handler, which runs once it is known who calls, asks for exactly that.
 */
export function foreseeRead<O extends Operation>(
  services: CommandServices,
  operation: O,
  call: ClaimedCall<O>,
): Engine {
  return FORESEE[operation]?.(services, call) ?? services.engine;
}
