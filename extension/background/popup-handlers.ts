import type { PageHandlers } from '#extension/messages/receive.ts';
import type { CallInput } from '#shared/api/call.ts';
import type { PurchaseView } from '#shared/api/purchase-view.ts';
import { createCardHandlers } from './card-handlers.ts';
import { findCurrentTab } from './current-tab.ts';
import { checkLogNow, readAlarm, readLogStanding } from './log-alarm.ts';
import { listMails } from './mails.ts';
import { changeMarker, readMarker } from './marker.ts';
import { uniteMemberships } from './membership.ts';
import { createPasskeyHandlers } from './passkeys.ts';
import { openConfirmWindow, startPayment } from './payment.ts';
import { fillPreviewed, previewTab, undoFill } from './preview.ts';
import type { Services } from './services.ts';
import { changeAutoLock, changeSettings, refreshMember, signOut } from './settings.ts';
import { createWalletHandlers } from './unlock.ts';
import { noteWaiting } from './waiting.ts';

type PopupHandlers = PageHandlers<'popup'>;
type PurchaseMessage =
  | 'listPurchases'
  | 'getPurchase'
  | 'reportShipment'
  | 'confirmReceipt'
  | 'disputePurchase'
  | 'withdrawDispute'
  | 'requestReturn'
  | 'cancelPurchase'
  | 'declinePurchase';

/** The popup. */
export function createPopupHandlers(services: Services): PopupHandlers {
  const { client, area } = services;
  return {
    ...createWalletHandlers(services),
    ...createPurchaseHandlers(services),
    ...createPasskeyHandlers(services),
    ...createCardHandlers(services),
    getCurrentTab: () => findCurrentTab(services),
    getTabPreview: input => previewTab(services, input),
    fillTab: input => fillPreviewed(services, input),
    undoFill: async ({ tabId }) => ({ ok: await undoFill(services, tabId) }),
    startPayment: (input, { commandId }) => startPayment(services, input, commandId),
    async openConfirmWindow({ purchaseId }) {
      await openConfirmWindow(area, purchaseId);
      return { ok: {} };
    },
    listMails: query => listMails(services, query),
    listDevices: () => client.ask('listDevices', {}),
    removeDevice: params => client.ask('removeDevice', { params }),
    changeSettings: (body, { commandId }) => changeSettings(services, body, commandId),
    changeAutoLock: ({ autoLockMinutes }) => changeAutoLock(services, autoLockMinutes),
    getMarker: async ({ tabId }) => ({ ok: await readMarker(services, tabId) }),
    changeMarker: async input => ({ ok: await changeMarker(services, input) }),
    getAccount: () => client.ask('getAccount', {}),
    listDisclosures: () => client.ask('listDisclosures', {}),
    getRealData: () => client.ask('getRealData', {}),
    putRealData: (body, { commandId }) => client.command('putRealData', { body }, { commandId }),
    beginErasure: () => client.ask('beginErasure', {}),
    eraseRealData: ({ erasureId, credential }) =>
      client.ask('eraseRealData', { params: { erasureId }, body: { credential } }),
    beginUnion: () => client.ask('beginSignIn', { body: {} }),
    uniteMemberships: (body, { commandId }) => uniteMemberships(services, body, commandId),
    refreshMember: () => refreshMember(services),
    getLogStanding: async () => ({ ok: await readLogStanding(services) }),
    checkLog: async () => ({ ok: await checkLogNow(services) }),
    readLogAlarm: () => readAlarm(services),
    signOut: () => signOut(services),
  };
}

/** Purchases: reads, and commands through the journal. What changed is noted for badge and notifications. */
function createPurchaseHandlers(services: Services): Pick<PopupHandlers, PurchaseMessage> {
  const { client } = services;
  const noted = async <A extends { ok: { purchase: PurchaseView } } | { refused: unknown }>(
    asked: Promise<A>,
  ) => {
    const answer = await asked;
    if ('ok' in answer) await noteWaiting(services, [answer.ok.purchase]);
    return answer;
  };
  const on = (purchaseId: string) => ({ params: { purchaseId }, body: {} });
  return {
    async listPurchases({ before, limit }) {
      const query: CallInput<'listPurchases'>['query'] = { limit: limit ?? 50, ...(before && { before }) };
      const listed = await client.ask('listPurchases', { query });
      if ('ok' in listed) await noteWaiting(services, listed.ok.purchases);
      return listed;
    },
    getPurchase: ({ purchaseId }) => noted(client.ask('getPurchase', { params: { purchaseId } })),
    reportShipment: ({ purchaseId, ...body }, { commandId }) =>
      noted(client.command('reportShipment', { params: { purchaseId }, body }, { commandId })),
    confirmReceipt: ({ purchaseId }, { commandId }) =>
      noted(client.command('confirmReceipt', on(purchaseId), { commandId })),
    disputePurchase: ({ purchaseId, ...body }, { commandId }) =>
      noted(client.command('disputePurchase', { params: { purchaseId }, body }, { commandId })),
    withdrawDispute: ({ purchaseId }, { commandId }) =>
      noted(client.command('withdrawDispute', { params: { purchaseId } }, { commandId })),
    requestReturn: ({ purchaseId }, { commandId }) =>
      noted(client.command('requestReturn', on(purchaseId), { commandId })),
    cancelPurchase: ({ purchaseId }, { commandId }) =>
      noted(client.command('cancelPurchase', on(purchaseId), { commandId })),
    declinePurchase: ({ purchaseId }, { commandId }) =>
      noted(client.command('declinePurchase', on(purchaseId), { commandId })),
  };
}
