/** The check digit that ISO/IEC 7812-1 puts behind `digits` (Luhn). */
export function computeLuhnDigit(digits: string): string {
  let sum = 0;
  for (let index = 0; index < digits.length; index++) {
    const digit = Number(digits[digits.length - 1 - index]);
    const doubled = index % 2 === 0 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return String((10 - (sum % 10)) % 10);
}

/** Whether `number` (digits only) is a primary account number by length and check digit (ISO/IEC 7812-1). */
export function isPrimaryAccountNumber(number: string): boolean {
  return /^\d{12,19}$/.test(number) && computeLuhnDigit(number.slice(0, -1)) === number.at(-1);
}
