import type { ComponentChild } from 'preact';
import { ConfirmApp } from '#extension/confirm/confirm-app.tsx';
import type { ConfirmPorts } from '#extension/confirm/confirm-ports.ts';
import type { Locale } from '#shared/api/locale.ts';
import { makeAnswers } from './answers.ts';
import { type Answers, clock, makeAsk, makeUnlock } from './made-up-ports.ts';
import { CARD, LONG_VIEW, makeAdvancedView, makeId, makeView, NOW_MS } from './made-up-views.ts';

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

const advanced = makeAdvancedView('order_received', { codeAllowed: false });
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

/** The confirm window by name. */
export const CONFIRM_SCREENS: Record<string, (locale: Locale) => ComponentChild> = {
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
};
