import type { ComponentChild } from 'preact';
import { OnboardingApp } from '#extension/onboarding/onboarding-app.tsx';
import type { OnboardingPorts } from '#extension/onboarding/onboarding-ports.ts';
import { PopupApp } from '#extension/popup/popup-app.tsx';
import type { PopupPorts } from '#extension/popup/popup-ports.ts';
import type { Route } from '#extension/popup/route.ts';
import { WhyApp } from '#extension/why/why-app.tsx';
import type { WhyPorts } from '#extension/why/why-ports.ts';
import type { Locale } from '#shared/api/locale.ts';
import { makeAnswers, PREVIEW } from './answers.ts';
import { CONFIRM_SCREENS } from './confirm-screens.tsx';
import { PAID_ORDER, SELLER, showConsole, showPayoutChange } from './console-screens.tsx';
import { type Answers, clock, makeAsk, makeUnlock, refusePasskey } from './made-up-ports.ts';
import { DECLINES, makeAdvancedView, makeId, makeView, NOW_MS } from './made-up-views.ts';
import { CONDITION, showGiveUp, showOperator } from './operator-screens.tsx';
import { PASSKEYS } from './passkey-answers.ts';

function showPopup(locale: Locale, route: Route, changes: Answers = {}): ComponentChild {
  const answers = { ...makeAnswers(locale), ...changes };
  const ask = makeAsk({ refreshMember: answers.getState, ...answers });
  const ports: PopupPorts = {
    ask: ask as never,
    clock,
    languages: [locale],
    openOnboarding: () => undefined,
    openWhy: () => undefined,
    openPasskeys: () => undefined,
    closePopup: () => undefined,
    createPasskey: async () => ({ refused: 'passkey_cancelled' }),
    makeChallenge: () => 'AAAA',
    unlock: makeUnlock(ask),
    watchChanges: () => () => undefined,
  };
  return <PopupApp ports={ports} start={route} />;
}

function showOnboarding(locale: Locale, changes: Answers): ComponentChild {
  const ask = makeAsk({ ...makeAnswers(locale), ...changes });
  const ports: OnboardingPorts = {
    ask: ask as never,
    clock,
    languages: [locale],
    deviceName: 'Chromium, Linux',
    createPasskey: async () => ({ refused: 'passkey_cancelled' }),
    askPasskey: refusePasskey,
    unlock: makeUnlock(ask),
    makeChallenge: () => 'AAAA',
    requestAllSites: async () => false,
    closePage: () => undefined,
  };
  return <OnboardingApp ports={ports} />;
}

function showWhy(locale: Locale, changes: Answers = {}): ComponentChild {
  const ask = makeAsk({ ...makeAnswers(locale), ...changes });
  const ports: WhyPorts = { ask: ask as never, clock, languages: [locale], saveFile: () => undefined };
  return <WhyApp ports={ports} tabId={1} />;
}

const wallet = (locale: Locale) => makeAnswers(locale).getState as object;
const LOG_ALARM = { kind: 'history_rewritten', foundAtMs: NOW_MS - 300_000, evidence: '', read: false };

/** Every screen by name; the name stands in the address after `#`. */
export const SCREENS: Record<string, (locale: Locale) => ComponentChild> = {
  'popup-page': locale => showPopup(locale, { place: 'page' }),
  'popup-page-pending': locale => showPopup(locale, { place: 'page' }, { listPurchases: 'pending' }),
  'popup-page-quiet': locale => showPopup(locale, { place: 'page' }, { listPurchases: { purchases: [] } }),
  'popup-page-offline': locale =>
    showPopup(
      locale,
      { place: 'page' },
      { listPurchases: 'server_unreachable', listCards: 'server_unreachable' },
    ),
  'popup-page-currency': locale =>
    showPopup(
      locale,
      { place: 'page' },
      {
        listPurchases: { purchases: [] },
        getTabPreview: { ...PREVIEW, checkout: { ...PREVIEW.checkout, currency: 'KRW' } },
      },
    ),
  'popup-page-unserved': locale =>
    showPopup(
      locale,
      { place: 'page' },
      {
        listPurchases: { purchases: [] },
        getTabPreview: { ...PREVIEW, checkout: { ...PREVIEW.checkout, currency: 'ZAR' } },
      },
    ),
  'popup-page-nothing': locale =>
    showPopup(
      locale,
      { place: 'page' },
      {
        listPurchases: { purchases: [] },
        getTabPreview: { ...PREVIEW, frames: [], checkout: null },
        fillTab: 'fields_missing',
      },
    ),
  'popup-page-own': locale =>
    showPopup(
      locale,
      { place: 'page' },
      {
        listPurchases: { purchases: [] },
        getTabPreview: { ...PREVIEW, access: 'impossible', frames: [], checkout: null },
      },
    ),
  'popup-page-coming': locale =>
    showPopup(locale, { place: 'page' }, { listPurchases: { purchases: [] }, getTabPreview: 'pending' }),
  'popup-no-card': locale =>
    showPopup(locale, { place: 'page' }, { listCards: { cards: [] }, listPurchases: { purchases: [] } }),
  'popup-loading': locale => showPopup(locale, { place: 'purchases' }, { listPurchases: 'pending' }),
  'popup-locked': locale =>
    showPopup(
      locale,
      { place: 'page' },
      {
        getState: {
          ...wallet(locale),
          wallet: 'locked',
          typedHost: 'kestrel-audio.example',
          unlockBy: ['prf', 'passphrase'],
        },
      },
    ),
  'popup-none': locale =>
    showPopup(locale, { place: 'page' }, { getState: { ...wallet(locale), wallet: 'none' } }),
  'popup-purchases': locale => showPopup(locale, { place: 'purchases' }),
  'popup-purchase': locale => showPopup(locale, { place: 'purchase', purchaseId: makeId(100) }),
  'popup-purchase-offline': locale =>
    showPopup(locale, { place: 'purchase', purchaseId: makeId(100) }, { getPurchase: 'server_unreachable' }),
  'popup-disputed': locale =>
    showPopup(
      locale,
      { place: 'purchase', purchaseId: makeId(100) },
      { getPurchase: { purchase: makeView('disputed') } },
    ),
  'popup-declined': locale =>
    showPopup(
      locale,
      { place: 'purchase', purchaseId: makeId(200) },
      { getPurchase: { purchase: makeAdvancedView('identity_confirmed', { declines: DECLINES }) } },
    ),
  'popup-charged': locale =>
    showPopup(
      locale,
      { place: 'purchase', purchaseId: makeId(200) },
      { getPurchase: { purchase: makeAdvancedView('identity_confirmed', { charged: true }) } },
    ),
  'popup-cards': locale => showPopup(locale, { place: 'cards' }),
  'popup-more': locale => showPopup(locale, { place: 'more' }),
  'popup-mails': locale => showPopup(locale, { place: 'mails' }),
  'popup-disclosures': locale => showPopup(locale, { place: 'disclosures' }),
  'popup-log': locale => showPopup(locale, { place: 'log' }),
  'popup-log-alarm': locale =>
    showPopup(locale, { place: 'page' }, { getState: { ...wallet(locale), logAlarm: LOG_ALARM } }),
  'popup-locked-alarm': locale =>
    showPopup(
      locale,
      { place: 'page' },
      { getState: { ...wallet(locale), wallet: 'locked', logAlarm: { ...LOG_ALARM, kind: 'key_changed' } } },
    ),
  'popup-data': locale => showPopup(locale, { place: 'data' }),
  'popup-account': locale => showPopup(locale, { place: 'account' }),
  'popup-settings': locale => showPopup(locale, { place: 'settings' }),
  'popup-settings-offline': locale =>
    showPopup(locale, { place: 'settings' }, { changeSettings: 'server_unreachable' }),
  'popup-erase': locale => showPopup(locale, { place: 'erase' }),
  'popup-erase-free': locale =>
    showPopup(locale, { place: 'erase' }, { listPurchases: { purchases: [] }, beginErasure: 'stage_wrong' }),
  'popup-passkeys': locale => showPopup(locale, { place: 'passkeys' }),
  'popup-passkeys-coming': locale => showPopup(locale, { place: 'passkeys' }, { listPasskeys: 'pending' }),
  'popup-passkeys-one': locale =>
    showPopup(locale, { place: 'passkeys' }, { listPasskeys: { passkeys: PASSKEYS.slice(0, 1) } }),
  'popup-passkeys-offline': locale =>
    showPopup(locale, { place: 'passkeys' }, { listPasskeys: 'server_unreachable' }),
  'popup-unite': locale => showPopup(locale, { place: 'unite' }),
  'popup-part-refunded': locale =>
    showPopup(
      locale,
      { place: 'purchase', purchaseId: makeId(100) },
      { getPurchase: { purchase: makeView('closed', { refundedMinor: '4000', paidMinor: '8900' }) } },
    ),
  'why-fields': locale => showWhy(locale),
  ...CONFIRM_SCREENS,
  'onboarding-begin': locale =>
    showOnboarding(locale, { getState: { ...wallet(locale), wallet: 'none', member: null } }),
  'onboarding-sealed': locale =>
    showOnboarding(locale, { getState: { ...wallet(locale), wallet: 'sealed' } }),
  'onboarding-sealed-passkey': locale =>
    showOnboarding(locale, {
      ...{ getState: { ...wallet(locale), wallet: 'sealed' }, getKeptOpeners: { openers: ['prf'] } },
    }),
  'onboarding-sealed-none': locale =>
    showOnboarding(locale, {
      ...{ getState: { ...wallet(locale), wallet: 'sealed' }, getKeptOpeners: { openers: null } },
    }),
  'onboarding-data': locale => showOnboarding(locale, {}),
  'console-enter': locale => showConsole(locale, 'orders', { signedOut: true }),
  'console-certify': locale => showConsole(locale, 'orders', { listSellers: { sellers: [] } }),
  'console-orders': locale => showConsole(locale, 'orders'),
  'console-order': locale => showConsole(locale, 'orders/KA-20818'),
  'console-order-paid': locale => showConsole(locale, 'orders/KA-20815', { getOrder: { order: PAID_ORDER } }),
  'console-order-unknown': locale => showConsole(locale, 'orders/KA-99999', { getOrder: 'purchase_unknown' }),
  'console-messages': locale => showConsole(locale, 'messages'),
  'console-messages-none': locale =>
    showConsole(locale, 'messages', {
      listSellers: { sellers: [{ ...SELLER, webhookUrl: null }] },
      listWebhookDeliveries: { deliveries: [] },
    }),
  'console-account': locale => showConsole(locale, 'account'),
  'console-payout-change': showPayoutChange,
  'console-settings': locale => showConsole(locale, 'settings'),
  'console-terms': locale => showConsole(locale, 'terms'),
  'console-operator-key': locale => showOperator(locale),
  'console-give-up': showGiveUp,
  'console-operator': locale => showOperator(locale, CONDITION),
};
