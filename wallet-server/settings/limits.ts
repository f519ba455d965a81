import { CURRENCIES, type Currency, isCurrency } from '#shared/money/currency.ts';

/** About what 100 US dollars are, in whole units of each currency. */
const ABOUT_100_DOLLARS: Record<Currency, number> = {
  ...{ AUD: 150, BRL: 550, CAD: 140, CHF: 80, CNY: 700, CZK: 2100, DKK: 650, EUR: 85, GBP: 75, INR: 9000 },
  ...{ JPY: 15_000, KRW: 140_000, KWD: 30, MXN: 1800, NOK: 1000, NZD: 170, PLN: 360, SEK: 950, SGD: 130 },
  ...{ TWD: 3200, USD: 100 },
};

/** A limit of about `hundreds` times 100 US dollars in every currency, in minor units. */
export function makeLimits(hundreds: number): Record<Currency, bigint> {
  const limits = Object.entries(CURRENCIES).map(([currency, { exponent }]) => {
    const whole = isCurrency(currency) ? ABOUT_100_DOLLARS[currency] * hundreds : 0;
    return [currency, BigInt(Math.round(whole)) * 10n ** BigInt(exponent)];
  });
  return Object.fromEntries(limits);
}

/** Reads `USD:50000,KRW:700000` (minor units) over `defaults`; null where it is not so. */
export function parseLimits(
  text: string,
  defaults: Readonly<Record<string, bigint>>,
): Readonly<Record<string, bigint>> | null {
  const limits = { ...defaults };
  for (const part of text.split(',')) {
    const [, currency = '', amount = ''] = /^\s*([A-Z]{3}):(\d{1,12})\s*$/.exec(part) ?? [];
    if (!isCurrency(currency)) return null;
    limits[currency] = BigInt(amount);
  }
  return limits;
}
