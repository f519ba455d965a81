import type { Operation } from '#shared/api/contract.ts';
import { PAYOUT_CHANGE_HANDLERS } from '../bank/change-payout-account.ts';
import { BANK_HANDLERS } from '../bank/handlers.ts';
import { CARD_HANDLERS } from '../cards/handlers.ts';
import { DELIVERY_HANDLERS } from '../delivery/handlers.ts';
import { LEDGER_HANDLERS } from '../ledger/handlers.ts';
import { LOG_HANDLERS } from '../log/handlers.ts';
import { listMails } from '../mail/sealed-mails.ts';
import { OPERATOR_HANDLERS } from '../operators/handlers.ts';
import { PASSKEY_ADDITION_HANDLERS } from '../people/add-passkey.ts';
import { MAILBOX_HANDLERS } from '../people/change-mailbox.ts';
import { DEVICE_HANDLERS } from '../people/devices.ts';
import { ERASURE_HANDLERS } from '../people/erase-real-data.ts';
import { JOIN_HANDLERS } from '../people/join.ts';
import { PASSKEY_KEEPING_HANDLERS } from '../people/keep-passkey.ts';
import { KEYRING_HANDLERS } from '../people/keyring.ts';
import { PASSKEY_LIST_HANDLERS } from '../people/list-passkeys.ts';
import { MEMBER_HANDLERS } from '../people/member.ts';
import { refreshSession } from '../people/refresh-session.ts';
import { PASSKEY_REMOVAL_HANDLERS } from '../people/remove-passkey.ts';
import { SIGN_IN_HANDLERS } from '../people/sign-in.ts';
import { UNITE_HANDLERS } from '../people/unite-memberships.ts';
import { BUYER_HANDLERS } from '../purchases/buyer-handlers.ts';
import { CONFIRMATION_HANDLERS } from '../purchases/confirmation-handlers.ts';
import { ORDER_HANDLERS } from '../purchases/order-handlers.ts';
import { RULING_HANDLERS } from '../purchases/ruling-handlers.ts';
import { CERTIFICATION_HANDLERS } from '../sellers/certify-seller.ts';
import { SELLER_HANDLERS } from '../sellers/seller-handlers.ts';
import { TERMS_HANDLERS } from '../sellers/sign-terms.ts';
import { WEBHOOK_HANDLERS } from '../webhooks/handlers.ts';
import type { Handlers } from './handler.ts';
import { makeHealthHandlers } from './health.ts';

/** Who answers which operation of the contract. */
export function composeHandlers(isMailOpen: () => boolean): Handlers<Operation> {
  return {
    ...JOIN_HANDLERS,
    ...SIGN_IN_HANDLERS,
    refreshSession,
    ...DEVICE_HANDLERS,
    ...PASSKEY_LIST_HANDLERS,
    ...PASSKEY_ADDITION_HANDLERS,
    ...PASSKEY_REMOVAL_HANDLERS,
    ...PASSKEY_KEEPING_HANDLERS,
    ...MEMBER_HANDLERS,
    ...MAILBOX_HANDLERS,
    ...UNITE_HANDLERS,
    ...ERASURE_HANDLERS,
    ...KEYRING_HANDLERS,
    ...CERTIFICATION_HANDLERS,
    ...SELLER_HANDLERS,
    ...TERMS_HANDLERS,
    ...CARD_HANDLERS,
    ...BUYER_HANDLERS,
    ...CONFIRMATION_HANDLERS,
    ...ORDER_HANDLERS,
    ...RULING_HANDLERS,
    ...BANK_HANDLERS,
    ...PAYOUT_CHANGE_HANDLERS,
    ...LEDGER_HANDLERS,
    ...DELIVERY_HANDLERS,
    ...WEBHOOK_HANDLERS,
    ...OPERATOR_HANDLERS,
    ...LOG_HANDLERS,
    ...makeHealthHandlers(isMailOpen),
    listMails,
  };
}
