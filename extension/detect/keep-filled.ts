import { classifyPage, FILLED_KINDS, type PageKind } from './classify-page.ts';
import type { ClassifiedField, FieldDescription } from './field-description.ts';

/** Forms that stand beside a checkout and are not of it. */
const FOREIGN_KINDS: ReadonlySet<PageKind> = new Set<PageKind>([
  'sign-in',
  'sign-up',
  'newsletter',
  'search',
  'gift-card',
  'contact',
]);
const LETTER =
  /message|contact|question|[ei]nquir|feedback|review|comment|nachricht|kontakt|frage|mensaje|messaggio|bericht|문의|메시지|問い合わせ|メッセージ|留言|联系|聯絡/i;
const SIGN_IN = /\b(?:username|webauthn|current-password|one-time-code)\b/;
const SIGN_IN_HEADING =
  /\b(?:sign|log|logga) ?in\b|anmeld|inlog|connexion|connecter|iniciar|acced[ei]|로그인|ログイン|登录|登入|вход|войти/i;
const SUBSCRIPTION =
  /subscri|sign ?up|mailing|sletter|suscri|inscri|iscri|abonn|anmeld|nieuwsbrief|nyhe[dt]sbrev|uutiskirje|novinky|odber|рассылк|подпис|뉴스레터|구독|メルマガ|订阅|訂閱/i;

/** What may be filled: nothing on a page of another kind, and elsewhere nothing in a form that is not the page's own. */
export function keepFilled(
  fields: readonly FieldDescription[],
  classified: readonly ClassifiedField[],
): ClassifiedField[] {
  if (!FILLED_KINDS.has(classifyPage(fields, classified))) return [];
  const foreign = new Set<string>();
  const forms = Map.groupBy(fields, field => field.form);
  for (const form of forms.size > 1 ? forms.values() : []) {
    if (isForeign(form, classified)) for (const { key } of form) foreign.add(key);
  }
  return classified.filter(({ fieldKey }) => !foreign.has(fieldKey));
}

/** Whether these fields are a form by themselves that no checkout has, wherever they stand. */
export function isForeign(
  form: readonly FieldDescription[],
  classified: readonly ClassifiedField[],
): boolean {
  const kind = classifyPage(form, classified);
  if (kind !== 'other' && !FOREIGN_KINDS.has(kind)) return false;
  if (form.some(asksToSignIn)) return true;
  if (kind === 'other') return form.some(isHeadedSignIn);
  // A checkout may ask for the mail address in a form of its own, and for a password only when it knows it.
  if (kind === 'newsletter') return form.some(saysSubscription);
  if (kind === 'contact') return form.some(saysLetter);
  return kind !== 'sign-in';
}

function asksToSignIn({ visible, type, autocomplete }: FieldDescription): boolean {
  return visible && (type === 'password' || SIGN_IN.test(autocomplete));
}

function isHeadedSignIn({ visible, sections }: FieldDescription): boolean {
  return visible && sections.some(section => SIGN_IN_HEADING.test(section));
}

function saysLetter({ tag, sections, texts }: FieldDescription): boolean {
  return (
    tag === 'textarea' && [...sections, ...texts.map(({ text }) => text)].some(text => LETTER.test(text))
  );
}

/** Whether it is called a newsletter's, or stands below its heading. */
export function saysSubscription({ name, id, texts, sections }: FieldDescription): boolean {
  return [name, id, ...sections, ...texts.map(one => one.text)].some(text => SUBSCRIPTION.test(text));
}
