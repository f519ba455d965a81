import type { DecodedField } from './decode-sequence.ts';
import type { FieldDescription, FieldToken } from './field-description.ts';
import { foldText } from './fold-text.ts';
import { saysSubscription } from './keep-filled.ts';
import { isListed, matchText } from './rules/match-rules.ts';

const STREET: ReadonlySet<FieldToken> = new Set(['address-line1', 'street-address', 'street-name']);

const AGAIN_ANYWHERE = /もう一度|再度|確認のため|한번 더|다시/;
const LEAST_NAMED = 2;
const DOMAIN = /^@?[\w-]+(\.[\w-]+)+$/;
const MOST_OWN_DOMAINS = 4;
/** What sites and banks sign people in by, beside what the sign-in calls a user name. */
const ACCOUNT_NAMES: ReadonlySet<FieldToken> = new Set(['name', 'given-name', 'tel', 'cc-number']);

/** What asks for a mail address, and what for the name of an account. */
export function decodeMail(form: readonly DecodedField[], page: readonly DecodedField[]): void {
  nameAccount(form, page);
  const seen = form.filter(one => one.field.visible);
  const [only] = seen;
  if (seen.length === 1 && only && saysMailAlone(only)) only.token = 'email';
  const isDelivered = delivers(form);
  for (const [at, one] of form.entries()) {
    if (form[at - 1]?.token === 'email' && isAgain(one)) one.token = 'email';
    if ((isDelivered || namesPerson(form[at - 1]) || namesPerson(form[at + 1])) && isEither(one))
      one.token = 'email';
    if (one.token === 'email' && isOthers(form, at, page)) one.token = 'none';
  }
}

// What asks for a mail address and is not to get one.
function isOthers(form: readonly DecodedField[], at: number, page: readonly DecodedField[]): boolean {
  const one = form[at];
  return (
    (one !== undefined && isOfLetter(form, one, page)) ||
    signsIn(form, at) ||
    offersOwnDomains(form[at + 1]?.field)
  );
}

// A newsletter's, where an order is delivered.
function isOfLetter(
  form: readonly DecodedField[],
  { field }: DecodedField,
  page: readonly DecodedField[],
): boolean {
  const isAlone = form.every(other => other.field === field || !other.field.visible);
  return isAlone && saysSubscription(field) && delivers(page);
}

// With its password before the fields of somebody new, who is asked for a mail address as well.
function signsIn(form: readonly DecodedField[], at: number): boolean {
  const [password, next] = form.slice(at + 1).map(({ field }) => field.type === 'password');
  const isAskedAgain = form.slice(at + 2).some(({ token }) => token === 'email');
  return password === true && !next && isAskedAgain && form.some(one => STREET.has(one.token));
}

// "you @ outlook.com": whoever gives out mail addresses asks which one a person would like, and leaves no other domain.
function offersOwnDomains(next: FieldDescription | undefined): boolean {
  if (next?.tag !== 'select') return false;
  const { options } = next;
  const isFew = options.length > 0 && options.length <= MOST_OWN_DOMAINS;
  return isFew && options.every(one => DOMAIN.test(one.text));
}

// What stands beside a password and nothing else; a mail address only where the page says that it is the account's name,
// or asks a guest for one where it delivers; a sign-in that is closed beside an address is never a guest's.
function nameAccount(form: readonly DecodedField[], page: readonly DecodedField[]): void {
  const [one, password] = form;
  if (form.length !== 2 || !one || password?.field.type !== 'password' || password.token !== 'none') return;
  const isGuests = isPassword(password) && page.some(other => isMailOfOrder(other, page));
  const isClosed = !one.field.visible && page.some(({ token }) => STREET.has(token));
  if (ACCOUNT_NAMES.has(one.token) || isGuests || isClosed || one.field.autocomplete.includes('username'))
    one.token = 'none';
}

// "Sign up for our e-mail newsletter" before the only control of a form.
function saysMailAlone({ token, field, candidates }: DecodedField): boolean {
  const [first, second] = candidates;
  if (token !== 'none' || field.type !== 'text' || second) return false;
  return first?.token === 'email' && first.score > LEAST_NAMED;
}

// "E-mail or mobile number": whom to tell of an order where one is delivered, and whom to write to beside a name.
function isEither({ field, token }: DecodedField): boolean {
  if (field.tag !== 'input' || (token !== 'none' && token !== 'tel')) return false;
  return field.texts.some(({ text }) => namesBoth(text));
}

function namesPerson(one: DecodedField | undefined): boolean {
  if (one?.token === 'none') return one.field.type === 'text' && one.best?.other === 'username';
  return /^(?:given-|family-)?name$/.test(one?.token ?? '');
}

// "Confirm" behind a mail address.
function isAgain({ field, token, score }: DecodedField): boolean {
  if (token !== 'none' || score > 6 || field.tag !== 'input' || field.type === 'password') return false;
  return field.texts.some(({ text }) => {
    const folded = foldText(text);
    return AGAIN_ANYWHERE.test(folded) || isListed('again', folded.trim().replace(/^please /, ''));
  });
}

function isMailOfOrder({ token, field }: DecodedField, page: readonly DecodedField[]): boolean {
  return token === 'email' && delivers(page.filter(other => other.field.form === field.form));
}

function delivers(form: readonly DecodedField[]): boolean {
  return form.some(one => STREET.has(one.token)) && !form.some(isPassword);
}

function isPassword({ field }: DecodedField): boolean {
  return field.type === 'password' && field.visible;
}

function namesBoth(text: string): boolean {
  const folded = foldText(text);
  if (!/mail|correo|メール|邮箱|郵件|이메일|почт/.test(folded)) return false;
  const named = new Set(matchText(folded).map(one => one.other ?? one.token));
  return named.has('tel') ? named.has('email') || named.has('username') : named.has('username');
}
