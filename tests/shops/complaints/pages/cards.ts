import type { ComplaintPage } from '../complaint-page.ts';
import { input, select } from '../controls.ts';

const MONTHS = Object.fromEntries(
  Array.from({ length: 12 }, (_, at) => [`${at + 1}`, `${String(at + 1).padStart(2, '0')}`]),
);
const YEARS = Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`${2026 + at}`, `${2026 + at}`]));

/** One small card form for each way to ask for the expiry. */
const EXPIRIES = [
  input('Expiry date (MM/YY)', 'expiry-1', 'maxlength="5"'),
  input('Expiry date', 'expiry-2', 'placeholder="MM / YYYY"'),
  input('Giltig till', 'expiry-3', 'placeholder="MM / ÅÅ"'),
  input('Expiry (YYYY-MM)', 'expiry-4'),
  input('Expiration MMYY', 'expiry-5', 'maxlength="4"'),
  input('Valid until', 'expiry-6', 'type="month"'),
  `${select('Expiry month', 'expiryMonth', { '': 'Month', ...MONTHS })}${select('Expiry year', 'expiryYear', { '': 'Year', ...YEARS })}`,
];

const HOLDS = {
  'expiry-1': '/^\\d\\d\\/\\d\\d$/',
  'expiry-2': '/^\\d\\d \\/ \\d{4}$/',
  'expiry-3': '/^\\d\\d \\/ \\d\\d$/',
  'expiry-4': '/^\\d{4}-\\d\\d$/',
  'expiry-5': '/^\\d{4}$/',
  'expiry-6': '/^\\d{4}-\\d\\d$/',
};

/** Pages that ask for a card. */
export const CARD_PAGES: readonly ComplaintPage[] = [
  {
    name: 'expiry-formats',
    complaint: 'an expiry is written in the order and length that each field wants',
    ...{ country: 'US', language: 'en', card: true, holds: HOLDS },
    fields: EXPIRIES.map(
      (expiry, at) =>
        `<fieldset><legend>Card ${at + 1}</legend>${input('Card number', `cardNumber-${at}`)}${expiry}${input('Security code', `csc-${at}`)}</fieldset>`,
    ).join(''),
  },
  {
    name: 'number-in-four',
    complaint: 'a card number in four inputs that pass the focus on is cut to them',
    ...{ country: 'US', language: 'en', card: true },
    fields: `<fieldset><legend>Card number</legend>${[1, 2, 3, 4]
      .map(
        at =>
          `<input data-key="number${at}" maxlength="4" size="4" aria-label="Card number part ${at}" class="part">`,
      )
      .join(
        ' ',
      )}</fieldset>${input('Name on card', 'cardName')}${input('MM/YY', 'expiry')}${input('CVV', 'csc')}`,
    script: `const parts = [...document.querySelectorAll('.part')];
      for (const [at, part] of parts.entries()) part.addEventListener('input', () => {
        if (part.value.length === 4) parts[at + 1]?.focus();
      });`,
  },
  {
    name: 'sign-in-beside-card',
    complaint: 'user name and password beside a card form get nothing',
    ...{ country: 'US', language: 'en', card: true },
    fields: `<fieldset><legend>Sign in</legend>${input('User name or email', 'trap-1', 'name="login"')}
      ${input('Password', 'trap-2', 'type="password"')}</fieldset><fieldset><legend>Pay by card</legend>
      ${input('Card number', 'cardNumber')}${input('Expiry (MM/YY)', 'expiry')}${input('CVC', 'csc', 'type="password" maxlength="4"')}
      ${input('Cardholder name', 'cardName')}</fieldset>`,
  },
];
