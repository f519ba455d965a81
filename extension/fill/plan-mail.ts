import type { FieldDescription } from '../detect/field-description.ts';
import type { AddressField } from './plan-address.ts';

const DOMAIN = /^@?[\w-]+(?:\.[\w-]+)+$/;
/** Of a list of domains: the others say "please choose" or "typed in". */
const DOMAIN_SHARE = 0.5;
/** What developers call the half behind the `@`. */
const SECOND = /(?:2|_?domain|_?host|_?dns|_?server|_?back)$/i;
const NAMES_DOMAIN = /domain|도메인|ドメイン|\.com/i;

/**
 * A mail address over two inputs with an `@` between them, as Korean and Japanese shops ask for it. Values by field
 * key: the local part and the domain; none where only a list of other domains stands behind the `@`, since half an
 * address in front of somebody else's domain may be a stranger's.
 */
export function planMail(rows: readonly AddressField[], email: string): Map<string, string[]> {
  const plan = new Map<string, string[]>();
  const [local, domain] = email.split('@');
  if (!local || !domain) return plan;
  for (const [at, { field, token }] of rows.entries()) {
    if (token !== 'email' || plan.has(field.key)) continue;
    const rest = rows.slice(at + 1, at + 3).filter(one => one.field.form === field.form);
    const list = rest.find(one => offersDomains(one.field));
    const second = rest.find(one => isSecondHalf(field, one, list !== undefined));
    if (second) plan.set(field.key, [local]).set(second.field.key, [domain]);
    else if (list && list === rest[0]) plan.set(field.key, []);
  }
  return plan;
}

// An address that is asked for again says so; the second half of one says nothing, or that it is a domain.
function isSecondHalf(first: FieldDescription, { field, token }: AddressField, listed: boolean): boolean {
  if (token !== 'email' || field.tag !== 'input') return false;
  const isCalledSo = field.name !== first.name && SECOND.test(field.name || field.id);
  return (listed || isCalledSo) && field.texts.every(one => NAMES_DOMAIN.test(one.text));
}

function offersDomains({ tag, options }: FieldDescription): boolean {
  const domains = options.filter(one => DOMAIN.test(one.text.trim()));
  return tag === 'select' && domains.length > 1 && domains.length >= DOMAIN_SHARE * options.length;
}
