import * as cards from './cards.ts';
import * as log from './log.ts';
import * as mails from './mails.ts';
import * as operators from './operators.ts';
import * as outside from './outside.ts';
import * as people from './people.ts';
import * as purchases from './purchases.ts';
import * as sellers from './sellers.ts';

/** The whole contract, by operation name. Routes, validation, OpenAPI and the typed client all come from it. */
export const CONTRACT = {
  beginRegistration: people.beginRegistration,
  join: people.join,
  beginSignIn: people.beginSignIn,
  signIn: people.signIn,
  refreshSession: people.refreshSession,
  signOut: people.signOut,
  getMember: people.getMember,
  changeSettings: people.changeSettings,
  getRealData: people.getRealData,
  putRealData: people.putRealData,
  getKeyring: people.getKeyring,
  putKeyring: people.putKeyring,
  listDevices: people.listDevices,
  removeDevice: people.removeDevice,
  listDisclosures: people.listDisclosures,
  listHubs: cards.listHubs,
  issueCard: cards.issueCard,
  listCards: cards.listCards,
  getArmedNumber: cards.getArmedNumber,
  placePurchase: purchases.placePurchase,
  listPurchases: purchases.listPurchases,
  getPurchase: purchases.getPurchase,
  streamPurchases: purchases.streamPurchases,
  requestCode: purchases.requestCode,
  confirmPurchase: purchases.confirmPurchase,
  declinePurchase: purchases.declinePurchase,
  cancelPurchase: purchases.cancelPurchase,
  reportShipment: purchases.reportShipment,
  confirmReceipt: purchases.confirmReceipt,
  disputePurchase: purchases.disputePurchase,
  withdrawDispute: purchases.withdrawDispute,
  requestReturn: purchases.requestReturn,
  ruleDispute: purchases.ruleDispute,
  getAccount: purchases.getAccount,
  getTerms: sellers.getTerms,
  beginSeller: sellers.beginSeller,
  certifySeller: sellers.certifySeller,
  listSellers: sellers.listSellers,
  changeWebhook: sellers.changeWebhook,
  replaceApiKey: sellers.replaceApiKey,
  placeOrder: sellers.placeOrder,
  listOrders: sellers.listOrders,
  getOrder: sellers.getOrder,
  streamOrders: sellers.streamOrders,
  shipOrder: sellers.shipOrder,
  cancelOrder: sellers.cancelOrder,
  refundOrder: sellers.refundOrder,
  getSellerAccount: sellers.getSellerAccount,
  listWebhookDeliveries: sellers.listWebhookDeliveries,
  resendWebhook: sellers.resendWebhook,
  postIssuerMessage: outside.postIssuerMessage,
  postBankNotice: outside.postBankNotice,
  reportParcel: outside.reportParcel,
  resolveNumber: outside.resolveNumber,
  getHealth: outside.getHealth,
  getReadiness: outside.getReadiness,
  getCondition: operators.getCondition,
  listMails: mails.listMails,
  getLog: log.getLog,
  proveInclusion: log.proveInclusion,
  proveConsistency: log.proveConsistency,
  addCosignature: log.addCosignature,
  listLogReceipts: log.listLogReceipts,
} as const;

export type Contract = typeof CONTRACT;
export type Operation = keyof Contract;
