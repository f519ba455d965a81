/** ISO 4217: numeric code and exponent (how many digits stand behind the decimal sign) of each currency served. */
export const CURRENCIES = {
  AUD: { numeric: '036', exponent: 2 },
  BRL: { numeric: '986', exponent: 2 },
  CAD: { numeric: '124', exponent: 2 },
  CHF: { numeric: '756', exponent: 2 },
  CNY: { numeric: '156', exponent: 2 },
  CZK: { numeric: '203', exponent: 2 },
  DKK: { numeric: '208', exponent: 2 },
  EUR: { numeric: '978', exponent: 2 },
  GBP: { numeric: '826', exponent: 2 },
  INR: { numeric: '356', exponent: 2 },
  JPY: { numeric: '392', exponent: 0 },
  KRW: { numeric: '410', exponent: 0 },
  KWD: { numeric: '414', exponent: 3 },
  MXN: { numeric: '484', exponent: 2 },
  NOK: { numeric: '578', exponent: 2 },
  NZD: { numeric: '554', exponent: 2 },
  PLN: { numeric: '985', exponent: 2 },
  SEK: { numeric: '752', exponent: 2 },
  SGD: { numeric: '702', exponent: 2 },
  TWD: { numeric: '901', exponent: 2 },
  USD: { numeric: '840', exponent: 2 },
} as const satisfies Record<string, { numeric: string; exponent: number }>;

/** An ISO 4217 alphabetic code that Wayveil serves. */
export type Currency = keyof typeof CURRENCIES;

/** Whether `code` is an alphabetic code that Wayveil serves. */
export function isCurrency(code: string): code is Currency {
  return Object.hasOwn(CURRENCIES, code);
}

/** The alphabetic code of an ISO 4217 numeric code such as `840`, or null where it is not served. */
export function findCurrencyByNumeric(numeric: string): Currency | null {
  for (const [code, currency] of Object.entries(CURRENCIES)) {
    if (currency.numeric === numeric && isCurrency(code)) return code;
  }
  return null;
}
