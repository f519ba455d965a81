import type { FieldDescription } from '../detect/field-description.ts';
import type { PlannedValues } from './fill-plan.ts';
import type { AddressField } from './plan-address.ts';

const DOMAIN = /^@?[\w-]+(?:\.[\w-]+)+$/;
/** Of a list of domains: the others say "please choose" or "typed in". */
const DOMAIN_SHARE = 0.5;
/** What developers call the half behind the `@`, beside a number. */
const SECOND = /(?:domain|host|dns|server|back)$/i;
const NAMES_DOMAIN = /domain|도메인|ドメイン|\.com/i;

/**
 * A mail address over two inputs with an `@` between them, as Korean and Japanese shops ask for it: the local part
 * and the domain; nothing where only a list of other domains stands behind the `@`, since half an address in front of
 * somebody else's domain may be a stranger's.
 */
export function planMail(rows: readonly AddressField[], email: string): PlannedValues {
  const plan: PlannedValues = new Map();
  const [local, domain] = email.split('@');
  if (!local || !domain) return plan;
  for (const [at, { field, token }] of rows.entries()) {
    if (token !== 'email' || plan.has(field.key)) continue;
    const rest = rows.slice(at + 1, at + 3).filter(one => one.field.form === field.form);
    const list = rest.find(one => offersDomains(one.field));
    const second = rest.find(one => isSecondHalf(field, one, list !== undefined));
    if (second) plan.set(field.key, [local]).set(second.field.key, [domain]);
    else if (list && list === rest[0]) plan.set(field.key, null);
  }
  return plan;
}

// An address that is asked for again says so, or is called as the first one is with a number behind it; browsers take
// no half where the type is a mail address. The second half of one says nothing, or that it is a domain.
function isSecondHalf(first: FieldDescription, { field, token }: AddressField, listed: boolean): boolean {
  if (field.tag !== 'input' || [first, field].some(({ type }) => type === 'email')) return false;
  if (!field.texts.every(one => NAMES_DOMAIN.test(one.text))) return false;
  const [one, other] = [first, field].map(({ name, id }) => name || id);
  const isCalledSo = one !== other && (SECOND.test(other ?? '') || isNextNumber(one ?? '', other ?? ''));
  return token === 'email' ? listed || isCalledSo : token === 'none' && isCalledSo;
}

function isNextNumber(one: string, other: string): boolean {
  return one.endsWith('1') && other === one.replace(/1$/, '2');
}

function offersDomains({ tag, options }: FieldDescription): boolean {
  const domains = options.filter(one => DOMAIN.test(one.text.trim()));
  return tag === 'select' && domains.length > 1 && domains.length >= DOMAIN_SHARE * options.length;
}
