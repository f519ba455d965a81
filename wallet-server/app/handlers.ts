import { CONTRACT, type Operation } from '#shared/api/contract.ts';
import { listMails } from '../mail/sealed-mails.ts';
import { DEVICE_HANDLERS } from '../people/devices.ts';
import { JOIN_HANDLERS } from '../people/join.ts';
import { KEYRING_HANDLERS } from '../people/keyring.ts';
import { MEMBER_HANDLERS } from '../people/member.ts';
import { refreshSession } from '../people/refresh-session.ts';
import { SIGN_IN_HANDLERS } from '../people/sign-in.ts';
import { CERTIFICATION_HANDLERS } from '../sellers/certify-seller.ts';
import { SELLER_HANDLERS } from '../sellers/seller-handlers.ts';
import type { Handlers } from './handler.ts';
import { makeHealthHandlers } from './health.ts';

/** Who answers which operation of the contract. */
export function composeHandlers(isMailOpen: () => boolean): Handlers<Operation> {
  const landed = {
    ...JOIN_HANDLERS,
    ...SIGN_IN_HANDLERS,
    refreshSession,
    ...DEVICE_HANDLERS,
    ...MEMBER_HANDLERS,
    ...KEYRING_HANDLERS,
    ...CERTIFICATION_HANDLERS,
    ...SELLER_HANDLERS,
    ...makeHealthHandlers(isMailOpen),
    listMails,
  };
  const waiting = Object.keys(CONTRACT).map(operation => [operation, async () => ({ refused: 'not_ready' })]);
  return { ...Object.fromEntries(waiting), ...landed };
}
