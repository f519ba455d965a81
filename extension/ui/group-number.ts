/** A person's number or one of its delivery numbers: nine characters, and a hyphen before a suffix. */
const GROUPED = /^[^-]{9}(?:-[^-]+)?$|^\d{12,19}$/;

/** Groups of four, the suffix with its hyphen apart: `QX7K2M9T4-06` is `QX7K`, `2M9T`, `4`, `-06`; others stay whole. */
export function groupNumber(number: string): string[] {
  const bare = number.replace(/\s/g, '');
  if (!GROUPED.test(bare)) return bare ? [bare] : [];
  const [body = '', suffix] = bare.split('-');
  const groups = body.match(/.{1,4}/g) ?? [];
  return suffix === undefined ? groups : [...groups, `-${suffix}`];
}
