/** ISO 4217 digits of the currencies that the shops here sell in. */
const NUMERIC: Readonly<Record<string, string>> = {
  USD: '840',
  EUR: '978',
  GBP: '826',
  KRW: '410',
  JPY: '392',
  CNY: '156',
};

export function toNumericCurrency(letters: string): string {
  const digits = NUMERIC[letters];
  if (digits === undefined) throw new Error(`no ISO 4217 digits known for ${letters}`);
  return digits;
}
