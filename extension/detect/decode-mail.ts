import type { DecodedField } from './decode-sequence.ts';
import type { FieldToken } from './field-description.ts';
import { foldText } from './fold-text.ts';
import { isListed, matchText } from './rules/match-rules.ts';

const STREET: ReadonlySet<FieldToken> = new Set(['address-line1', 'street-address', 'street-name']);

const AGAIN_ANYWHERE = /もう一度|再度|確認のため|한번 더|다시/;

/** "E-mail or mobile number": whom to tell of an order in the form that asks where to, else the name of an account. */
export function decodeMail(form: readonly DecodedField[]): void {
  for (const [at, one] of form.entries())
    if (form[at - 1]?.token === 'email' && isAgain(one)) one.token = 'email';
  if (!form.some(one => STREET.has(one.token)) || form.some(isPassword)) return;
  for (const one of form) {
    if (one.field.tag !== 'input' || (one.token !== 'none' && one.token !== 'tel')) continue;
    if (one.field.texts.some(({ text }) => namesBoth(text))) one.token = 'email';
  }
}

// "Confirm" behind a mail address.
function isAgain({ field, token, score }: DecodedField): boolean {
  if (token !== 'none' || score > 6 || field.tag !== 'input' || field.type === 'password') return false;
  return field.texts.some(({ text }) => {
    const folded = foldText(text);
    return AGAIN_ANYWHERE.test(folded) || isListed('again', folded.trim().replace(/^please /, ''));
  });
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
