/** Groups of four, the suffix with its hyphen apart: `QX7K2M9T4-06` is `QX7K`, `2M9T`, `4`, `-06`. */
export function groupNumber(number: string): string[] {
  const [body = '', suffix] = number.replace(/\s/g, '').split('-');
  const groups = body.match(/.{1,4}/g) ?? [];
  return suffix === undefined ? groups : [...groups, `-${suffix}`];
}
