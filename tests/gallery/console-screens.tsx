import type { ComponentChild } from 'preact';
import { Dialog } from '#extension/ui/dialog.tsx';
import { Surround } from '#extension/ui/surroundings.tsx';
import { makeText } from '#extension/ui/text.ts';
import { ConsoleApp } from '#server/console/console-app.tsx';
import { ShopProvider } from '#server/console/console-context.tsx';
import type { ConsolePorts } from '#server/console/console-ports.ts';
import { PayoutChange } from '#server/console/payout-change.tsx';
import type { Locale } from '#shared/api/locale.ts';
import { makeAnswers } from './answers.ts';
import { makeId, makeOrder, makeView, NOW_MS } from './made-up-views.ts';
import { PASSKEY_ANSWERS } from './passkey-answers.ts';

export const SELLER = {
  id: makeId(50),
  name: 'Kestrel Audio',
  host: 'kestrel-audio.localhost',
  webhookUrl: 'http://kestrel-audio.localhost/webhooks',
  termsVersion: '2026-11',
  certifiedAtMs: NOW_MS - 40 * 86_400_000,
};

export const PAID_ORDER = makeOrder(
  makeView('closed', { id: makeId(302), refundedMinor: '4000', paidMinor: '8900' }),
  'KA-20815',
);

const ORDERS = [
  makeOrder(makeView('order_received', { id: makeId(306) }), 'KA-20819'),
  makeOrder(makeView('identity_confirmed', { id: makeId(305) }), 'KA-20818'),
  makeOrder(makeView('shipped', { id: makeId(304) }), 'KA-20817'),
  makeOrder(makeView('disputed', { id: makeId(303) }), 'KA-20816'),
  PAID_ORDER,
  makeOrder(makeView('declined', { id: makeId(301) }), 'KA-20814'),
];

/** What is signed before a shop is paid elsewhere. */
const PAYOUT_CHANGE = {
  changeId: makeId(60),
  consent: {
    ...{ sellerId: SELLER.id, shopName: SELLER.name, shopHost: SELLER.host },
    ...{ name: 'Kestrel Audio Limited', iban: 'DE89370400440532013000', bic: 'COBADEFFXXX' },
    ...{ replacesDigits: '5555', paysFromMs: NOW_MS + 48 * 3_600_000, nonce: 'AAAA' },
  },
  options: { challenge: 'AAAA' },
};

const DELIVERY = { orderNumber: 'KA-20817', attempts: 1, lastStatus: 204, createdAtMs: NOW_MS - 3_600_000 };

const ANSWERS: Record<string, unknown> = {
  listSellers: { sellers: [SELLER] },
  listOrders: { orders: ORDERS },
  getOrder: { order: ORDERS[1] },
  getTerms: {
    version: '2026-11',
    text: 'A member shop ships only what a buyer confirmed.\n'.repeat(20),
    hash: 'x',
  },
  getTermsChange: {
    ...{ signedVersion: '2026-11', version: '2026-12' },
    text: 'A member shop ships only what a buyer confirmed.\n'.repeat(20),
    added: ['Payouts. When you name another account, nothing is paid out to you for 48 hours from then on.'],
    dropped: ['Payouts. You are paid to the account that you named.'],
  },
  getSellerAccount: {
    balances: [{ currency: 'USD', payableMinor: '12900', pendingMinor: '25800' }],
    feeBasisPoints: 150,
    payoutAccount: {
      lastDigits: '3000',
      changedAtMs: NOW_MS - 3_600_000,
      paysFromMs: NOW_MS + 47 * 3_600_000,
    },
  },
  ...PASSKEY_ANSWERS,
  getMailbox: { mailbox: 'counter@kestrel-audio.example' },
  listWebhookDeliveries: {
    deliveries: [
      { ...DELIVERY, id: 'a', event: 'purchase.shipped', state: 'delivered', nextAttemptAtMs: null },
      {
        ...DELIVERY,
        id: 'b',
        event: 'purchase.identity_confirmed',
        state: 'waiting',
        lastStatus: 503,
        nextAttemptAtMs: NOW_MS + 60_000,
      },
      {
        ...DELIVERY,
        id: 'c',
        event: 'purchase.order_received',
        state: 'failed',
        lastStatus: null,
        nextAttemptAtMs: null,
      },
    ],
  },
};

const MAILBOX = { value: { mailbox: null }, refused: null, reload: () => undefined };

/** The question for the owner's passkey before a shop is paid elsewhere. */
export function showPayoutChange(locale: Locale): ComponentChild {
  const shop = {
    ports: makePorts(locale, ANSWERS, ''),
    seller: SELLER,
    putSeller: () => undefined,
    mailbox: MAILBOX,
  };
  const { t } = makeText(locale);
  return (
    <Surround locale={locale} clock={() => NOW_MS}>
      <ShopProvider value={{ ...shop, call: shop.ports.call }}>
        <main class="console-main">
          <h1>{t('console.place.account')}</h1>
          <Dialog open title={t('payout.sign_title')} onClose={() => undefined}>
            <PayoutChange change={PAYOUT_CHANGE} onClose={() => undefined} onChanged={() => undefined} />
          </Dialog>
        </main>
      </ShopProvider>
    </Surround>
  );
}

/** The seller's pages at `place`; `changes` put other answers in. */
export function showConsole(
  locale: Locale,
  place: string,
  changes: Record<string, unknown> = {},
): ComponentChild {
  const wallet = makeAnswers(locale).getState as { member: unknown };
  const answers = { getMember: wallet.member, ...ANSWERS, ...changes };
  return <ConsoleApp ports={makePorts(locale, answers, place)} />;
}

/** A text is a refusal. */
const answerOf = (answer: unknown) => (typeof answer === 'string' ? { refused: answer } : { ok: answer });

function makePorts(locale: Locale, answers: Record<string, unknown>, place: string): ConsolePorts {
  return {
    call: (async (operation: keyof typeof answers) => answerOf(answers[operation])) as never,
    keepTokens: async () => undefined,
    dropTokens: async () => undefined,
    hasTokens: async () => answers.signedOut === undefined,
    followOrders: () => () => undefined,
    watchEnd: () => () => undefined,
    askPasskey: async () => ({ refused: 'passkey_cancelled' }),
    createPasskey: async () => ({ refused: 'passkey_cancelled' }),
    deviceName: 'Wayveil console, Chrome, Linux',
    clock: () => NOW_MS,
    languages: [locale],
    copy: async () => undefined,
    readPlace: () => place,
    watchPlace: () => () => undefined,
  };
}
