import type { ComponentChild } from 'preact';
import { ConfirmApp } from '#extension/confirm/confirm-app.tsx';
import type { ConfirmPorts } from '#extension/confirm/confirm-ports.ts';
import { OnboardingApp } from '#extension/onboarding/onboarding-app.tsx';
import type { OnboardingPorts } from '#extension/onboarding/onboarding-ports.ts';
import { PopupApp } from '#extension/popup/popup-app.tsx';
import type { PopupPorts } from '#extension/popup/popup-ports.ts';
import type { Route } from '#extension/popup/route.ts';
import type { UnlockPorts } from '#extension/popup/unlock.ts';
import { WhyApp } from '#extension/why/why-app.tsx';
import type { WhyPorts } from '#extension/why/why-ports.ts';
import type { Locale } from '#shared/api/locale.ts';
import { makeAnswers, PREVIEW } from './answers.ts';
import { PAID_ORDER, showConsole, showPayoutChange } from './console-screens.tsx';
import { CARD, DECLINES, LONG_VIEW, makeAdvancedView, makeId, makeView, NOW_MS } from './made-up-views.ts';
import { CONDITION, showGiveUp, showOperator } from './operator-screens.tsx';
import { PASSKEYS } from './passkey-answers.ts';

type Answers = Record<string, unknown>;
type Ask = (type: string, input: unknown) => Promise<{ ok: unknown } | { refused: string }>;

/** Answers from the table; a text there is a refusal, `pending` never answers. How often each was asked stands in the page. */
function makeAsk(answers: Answers): Ask {
  const { dataset } = document.documentElement;
  return async type => {
    dataset[type] = String(Number(dataset[type] ?? 0) + 1);
    const answer = answers[type] ?? {};
    if (answer === 'pending') return new Promise(() => undefined);
    return typeof answer === 'string' ? { refused: answer } : { ok: answer };
  };
}

const clock = () => NOW_MS;
const refusePasskey: UnlockPorts['askPasskey'] = async () => ({ refused: 'passkey_cancelled' });

function makeUnlock(ask: Ask): UnlockPorts {
  return {
    beginUnlock: () => ask('beginUnlock', {}) as never,
    finishUnlock: () => ask('getState', {}) as never,
    unlockByPassphrase: async () => ({ refused: 'passphrase_wrong' }),
    beginKeeping: async () => ({ refused: 'passkey_unknown' }),
    finishKeeping: async () => ({ refused: 'passkey_unknown' }),
    askPasskey: refusePasskey,
    serverAccess: { host: 'wallet.localhost', isHeld: async () => true, ask: async () => true },
  };
}

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

function showConfirm(locale: Locale, changes: Answers): ComponentChild {
  const ask = makeAsk({ ...makeAnswers(locale), ...changes });
  const ports: ConfirmPorts = {
    ask: ask as never,
    clock,
    languages: [locale],
    unlock: makeUnlock(ask),
    closeWindow: () => undefined,
  };
  return <ConfirmApp ports={ports} purchaseId={makeId(100)} />;
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
const advanced = makeAdvancedView('order_received', { codeAllowed: false });
const LOG_ALARM = { kind: 'history_rewritten', foundAtMs: NOW_MS - 300_000, evidence: '', read: false };
const TARGET = { host: 'shop.mulbangul-ceramics.localhost', origins: [] };
const ARMED = { expiresAtMs: NOW_MS + 840_000 };

const NEW_PURCHASE = { card: null, target: null, knownHosts: [] };
const POOR = {
  ...(makeAnswers('en').getAccount as object),
  balances: [{ currency: 'USD', availableMinor: '7300', heldMinor: '0', owedMinor: '0' }],
};

/** Nearly all of the limit is advanced already. */
const LENT = {
  ...(makeAnswers('en').getAccount as object),
  balances: [{ currency: 'KRW', availableMinor: '0', heldMinor: '0', owedMinor: '1387500' }],
  credits: [{ currency: 'KRW', limitMinor: '1400000', freeMinor: '12500' }],
};

/** Every screen by name; the name stands in the address after `#`. */
export const SCREENS: Record<string, (locale: Locale) => ComponentChild> = {
  'popup-page': locale => showPopup(locale, { place: 'page' }),
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
  'confirm-held': locale =>
    showConfirm(locale, {
      getConfirmation: { purchase: makeView('order_received'), card: null, target: null, knownHosts: [] },
    }),
  'confirm-advanced': locale =>
    showConfirm(locale, {
      getConfirmation: { purchase: advanced, card: CARD, target: TARGET, knownHosts: [] },
    }),
  'confirm-lookalike': locale =>
    showConfirm(locale, {
      getConfirmation: {
        ...{ purchase: advanced, card: CARD, target: TARGET },
        knownHosts: ['shop.mulbangul-cerarnics.localhost'],
      },
    }),
  'confirm-long': locale =>
    showConfirm(locale, {
      getConfirmation: { purchase: LONG_VIEW, card: CARD, target: TARGET, knownHosts: [] },
    }),
  'confirm-changed': locale =>
    showConfirm(locale, {
      getConfirmation: { purchase: makeView('order_received'), card: null, target: null, knownHosts: [] },
      beginConfirmation: 'purchase_changed',
    }),
  'confirm-expired': locale =>
    showConfirm(locale, {
      getConfirmation: { purchase: makeView('expired'), card: null, target: null, knownHosts: [] },
    }),
  'confirm-code': locale =>
    showConfirm(locale, {
      getConfirmation: {
        purchase: makeAdvancedView('order_received'),
        card: CARD,
        target: TARGET,
        knownHosts: [],
      },
      confirmByCode: { purchase: advanced, fill: { state: 'unfilled', why: 'page_gone', ...ARMED } },
    }),
  'confirm-code-over': locale =>
    showConfirm(locale, {
      getConfirmation: { purchase: makeView('order_received'), card: null, target: null, knownHosts: [] },
      confirmByCode: 'code_tries_over',
      beginConfirmation: 'funds_insufficient',
    }),
  'confirm-poor': locale =>
    showConfirm(locale, {
      ...{ getConfirmation: { ...NEW_PURCHASE, purchase: makeView('order_received') }, getAccount: POOR },
      ...{ beginConfirmation: 'funds_insufficient', confirmByCode: 'code_missing' },
    }),
  'confirm-lent': locale =>
    showConfirm(locale, {
      ...{ getConfirmation: { ...NEW_PURCHASE, purchase: makeAdvancedView('order_received') } },
      ...{ getAccount: LENT, beginConfirmation: 'credit_insufficient' },
    }),
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
  'console-account': locale => showConsole(locale, 'account'),
  'console-payout-change': showPayoutChange,
  'console-settings': locale => showConsole(locale, 'settings'),
  'console-terms': locale => showConsole(locale, 'terms'),
  'console-operator-key': locale => showOperator(locale),
  'console-give-up': showGiveUp,
  'console-operator': locale => showOperator(locale, CONDITION),
};
