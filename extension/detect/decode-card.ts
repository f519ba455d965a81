import type { DecodedField } from './decode-sequence.ts';
import type { FieldToken } from './field-description.ts';
import { foldText } from './fold-text.ts';
import type { Candidate } from './votes.ts';

/** What choices of money say, and labels that are backed by names. */
const CLEAR = 15;
const CARD_PROOF: ReadonlySet<FieldToken> = new Set(['cc-number', 'cc-csc']);
/** A page of a hosted card form that asks for one part of a card asks for little else. */
const LARGEST_PART = 4;
const EXPIRY: ReadonlySet<FieldToken> = new Set(['cc-exp', 'cc-exp-month', 'cc-exp-year']);
const CARD = /[ck]art|card|tarj|kaart|kort|карт|κάρτ|カード|카드|卡/i;
const ON_CARD =
  / (?:on|auf|sur|en|sulla|no|op|na|pa) (?:\S+ ){0,3}(?:card|kart\w*|carte|tarjeta|carta|cartao|kaart|kort\w*|karcie) |карт|καρτα|カード|카드|卡/;
const NAMED =
  / (?:name|nom|nombre|nome|naam|namn\w*|navn\w*|nimi|j?meno|imi?e|nev|ονομα|имя|име|імя) |名|이름|성명/;
const MOST_CODE_DIGITS = 4;
/** "Ime", "meno": a word for a name that may be the given one. */
const LONGEST_SHORT_NAME = 4;
/** "Number" of whatever stands beside it. */
const BARE_NUMBER = /^n\w{0,6}$/;
/** Names that are never the holder's: who gets the parcel, who signs the message. */
const NOT_HOLDER =
  /recip|receiv|desti|empf|ontvang|attn|attention|contact|signat|odbiorc|mottag|modtag|받|수령|受取|収/;
/** What a form that asks for nothing but a card may ask for too. */
const BESIDE_CARD = /^(?:cc-|none|postal|country)/;
const BESIDE_PARTS = /^(?:cc-(?!na)|none|postal|country)/;
/** "MM", "JJJJ". */
const HALF = /^(\p{L})\1+$/iu;
const NAMES_EXPIRY =
  /exp|mm yy|mm jj|mm aa|cc|card|valid|ablauf|gultig|caduc|venc|scad|verval|wazn|giltig|gyldig|срок|유효|有効|有效/;

/** Month and year mean an expiry only beside a card; a date in two controls is a pair. */
export function decodeCard(form: readonly DecodedField[], page: readonly DecodedField[]): void {
  dropLoneCodes(page);
  numberAtCard(form);
  if (form.some(isOfCard)) decodeExpiries(form, page);
  nameAtCard(form);
  codeAfterExpiry(form);
}

function decodeExpiries(form: readonly DecodedField[], page: readonly DecodedField[]): void {
  const card = page.some(one => CARD_PROOF.has(one.token));
  const isPart = (): boolean => page.length <= LARGEST_PART || page.some(saysCard);
  for (const [at, one] of form.entries()) {
    if (!EXPIRY.has(one.token)) continue;
    const named = NAMES_EXPIRY.test(`${one.best?.phrase} ${one.field.name} ${one.field.id}`.toLowerCase());
    if (!card && !(named && isPart())) one.token = 'none';
    else if (![one, form[at - 1]].some(saysExpiry) && standsInBirthday(form, at)) one.token = 'none';
  }
  pairExpiry(form);
  dropUnpaired(form);
  dropOtherExpiries(form);
  spreadNumber(form);
  nameHolders(form);
}

function isOfCard(one: DecodedField | undefined): boolean {
  return one?.token.startsWith('cc-') ?? false;
}

// The holder or the kind of a card, where its number is asked for elsewhere.
function saysCard({ token, field }: DecodedField): boolean {
  return /^cc-(?:name|type)/.test(token) && field.texts.some(one => CARD.test(one.text));
}

// A label that says expiry, not only month or year.
function saysExpiry(one: DecodedField | undefined): boolean {
  return !!one?.field.texts.length && EXPIRY.has(one.token) && NAMES_EXPIRY.test(one.best?.phrase ?? '');
}

// A month or year that lost its other half to another date ("valid from") beside a whole expiry.
function dropUnpaired(form: readonly DecodedField[]): void {
  const months = form.filter(one => one.token === 'cc-exp-month').length;
  const years = form.filter(one => one.token === 'cc-exp-year').length;
  if (months === years || Math.min(months, years) === 0) return;
  for (const [at, one] of form.entries()) {
    const other = one.token === 'cc-exp-month' ? form[at + 1] : form[at - 1];
    const half = one.token === 'cc-exp-month' || one.token === 'cc-exp-year';
    if (half && other?.token === 'none' && other.best?.other === 'other') one.token = 'none';
  }
}

// A card expires once: what expires among fields of something else is a licence or a passport, or a year of taxes.
function dropOtherExpiries(form: readonly DecodedField[]): void {
  const isAlone = (at: number): boolean => !isOfCard(form[at - 1]) && !isOfCard(form[at + 1]);
  for (const [at, one] of form.entries()) {
    const isOther = form.some(({ token }, place) => EXPIRY.has(token) && (place < at || !isAlone(place)));
    if (EXPIRY.has(one.token) && isAlone(at) && isOther) one.token = 'none';
  }
}

// Three or four characters after the expiry, called "code" or nothing, on a card form without a code of its own.
function codeAfterExpiry(form: readonly DecodedField[]): void {
  if (form.some(one => one.token === 'cc-csc') || !form.some(one => one.token === 'cc-number')) return;
  for (const [at, one] of form.entries()) {
    const { field, token, candidates } = one;
    const limit = field.maxLength ?? 0;
    if (token !== 'none' || field.tag !== 'input' || !field.visible) continue;
    const isShort = limit >= MOST_CODE_DIGITS - 1 && limit <= MOST_CODE_DIGITS;
    const isCalledSo = candidates.some(other => other.token === 'cc-csc');
    if (!(isShort || isCalledSo) || candidates.some(isClearlyElse)) continue;
    if (!/^cc-(?:exp|number)/.test(form[at - 1]?.token ?? '')) continue;
    one.token = 'cc-csc';
    return;
  }
}

function isClearlyElse({ token, other, score }: Candidate): boolean {
  return score > 5 && token !== 'cc-csc' && other !== 'password' && other !== 'one-time-code';
}

// "Security code" far from any card is a riddle against robots; "CVV" never is.
function dropLoneCodes(page: readonly DecodedField[]): void {
  if (page.some(one => one.token === 'cc-number' || EXPIRY.has(one.token))) return;
  for (const one of page) {
    if (one.token !== 'cc-csc') continue;
    const explicit = /cv[cvn]|csc/.test(`${one.best?.phrase} ${one.field.name}`.toLowerCase());
    if (!explicit) one.token = 'none';
  }
}

function standsInBirthday(form: readonly DecodedField[], at: number): boolean {
  return [at - 2, at - 1, at + 1, at + 2].some(near => {
    const between = form[(at + near) / 2];
    const dated = !between || EXPIRY.has(between.best?.token ?? 'none') || saysBirthday(between);
    if (!saysBirthday(form[near]) || !dated) return false;
    return !isCardBetween(form, at, near);
  });
}

function saysBirthday(one: DecodedField | undefined): boolean {
  return one?.token === 'none' && one.best?.other === 'birthday' && one.best.score > 4;
}

function isCardBetween(form: readonly DecodedField[], from: number, to: number): boolean {
  return form.slice(Math.min(from, to), Math.max(from, to) + 1).some(one => CARD_PROOF.has(one.token));
}

function pairExpiry(form: readonly DecodedField[]): void {
  for (const [at, one] of form.entries()) {
    const next = form[at + 1];
    if (!next || !(isMonthBefore(one, next) || isSilentYear(form, one, next) || showHalves(one, next)))
      continue;
    one.token = 'cc-exp-month';
    if (EXPIRY.has(next.token) || next.token === 'none') next.token = 'cc-exp-year';
  }
}

function isMonthBefore(one: DecodedField, next: DecodedField): boolean {
  if (one.field.visible !== next.field.visible) return false;
  if (one.token !== 'cc-exp' && one.token !== 'cc-exp-month') return false;
  const expiry = EXPIRY.has(next.token);
  const short = isShort(one) && isShort(next) && (expiry || next.score < 6);
  const isElse = next.best?.token === 'none' && next.score > CLEAR;
  const selects = one.field.tag === 'select' && next.field.tag === 'select' && !isElse;
  const years = selects && (!next.best || next.best.token === 'cc-exp-year');
  const twins = next.token === 'cc-exp' && saysTheSame(one, next);
  if (one.token === 'cc-exp')
    return short || twins || next.token === 'cc-exp-year' || (selects && expiry) || years;
  return short || selects;
}

// "MM" and "AA": what each half shows, in any language.
function showHalves(one: DecodedField, next: DecodedField): boolean {
  return /^cc-exp(?!-year)/.test(one.token) && showsHalf(one) && showsHalf(next);
}

function showsHalf({ field }: DecodedField): boolean {
  return field.texts.some(({ source, text }) => source === 'placeholder' && HALF.test(text));
}

// "Expires" before two inputs of which the second says nothing, on a form that asks for the code elsewhere.
function isSilentYear(form: readonly DecodedField[], one: DecodedField, next: DecodedField): boolean {
  const { field, candidates } = next;
  const silent = field.tag === 'input' && field.texts.length === 0 && candidates.length === 0;
  return one.token === 'cc-exp' && silent && field.visible && form.some(({ token }) => token === 'cc-csc');
}

// "Date of expiry" over two controls: its month and its year.
function saysTheSame(one: DecodedField, next: DecodedField): boolean {
  const words = ({ field }: DecodedField): string => field.texts.map(text => text.text).join(' ');
  return words(one) !== '' && words(one) === words(next);
}

// Four short inputs in a row where the first asks for the number.
function spreadNumber(form: readonly DecodedField[]): void {
  for (const [at, one] of form.entries()) {
    const before = form[at - 1];
    if (before?.token !== 'cc-number' || !isShort(before) || !isShort(one) || one.token === 'cc-csc')
      continue;
    const isSilent = one.candidates.every(({ score, other }) => score < 6 || other === 'password');
    if (isSilent && (one.token === 'none' || one.token === 'tel') && isSameLength(before, one))
      one.token = 'cc-number';
  }
}

function isSameLength(before: DecodedField, one: DecodedField): boolean {
  return (
    before.field.maxLength === one.field.maxLength && one.field.texts.every(text => text.source === 'title')
  );
}

function isShort({ field }: DecodedField): boolean {
  return field.maxLength !== null && field.maxLength <= 4;
}

// A bare "number" before expiry or code is the card's.
function numberAtCard(form: readonly DecodedField[]): void {
  if (form.some(one => one.token === 'cc-number')) return;
  for (const [at, one] of form.entries()) {
    const named =
      one.token === 'house-number' && BARE_NUMBER.test(one.best?.phrase ?? '') && isNearCard(form, at);
    const silent =
      one.token === 'none' &&
      (one.best ? one.best.other === 'bank-account' && isNearCard(form, at) : isBeforeExpiry(form, at));
    if ((named || (silent && saysNumber(one))) && isLongInput(one)) one.token = 'cc-number';
  }
}

function isNearCard(form: readonly DecodedField[], at: number): boolean {
  return form.slice(at + 1, at + 4).some(one => one.token.startsWith('cc-'));
}

function isBeforeExpiry(form: readonly DecodedField[], at: number): boolean {
  return EXPIRY.has(form[at + 1]?.token ?? 'none');
}

function isLongInput(one: DecodedField): boolean {
  return one.field.tag === 'input' && one.field.visible && !isShort(one);
}

function saysNumber({ field }: DecodedField): boolean {
  return /num|acct|account/i.test(`${field.name} ${field.id} ${field.texts[0]?.text ?? ''}`);
}

function nameHolders(form: readonly DecodedField[]): void {
  if (!form.some(isOfCard)) return;
  for (const [at, one] of form.entries()) {
    if (saysHolder(one)) one.token = 'cc-name';
    const named = CARD.test(one.field.texts[0]?.text ?? '');
    if (one.token === 'cc-name' && !named && isOfBank(form[at + 1])) one.token = 'none';
  }
}

function isOfBank(one: DecodedField | undefined): boolean {
  return one?.candidates.some(({ other }) => other === 'bank-account') ?? false;
}

// "Auf der Karte angegebener Name", however it is said.
function saysHolder({ field, token, best }: DecodedField): boolean {
  const isShortWord = token === 'given-name' && (best?.phrase.length ?? 0) <= LONGEST_SHORT_NAME;
  if ((token !== 'none' && token !== 'name' && !isShortWord) || field.tag !== 'input') return false;
  return field.texts.some(({ text }) => {
    if (!CARD.test(text)) return false;
    const said = foldText(text);
    return NAMED.test(said) && ON_CARD.test(said);
  });
}

// A bare "name" between card fields is the holder's, and so are its parts under the holder's label.
function nameAtCard(form: readonly DecodedField[]): void {
  for (const [at, one] of form.entries()) {
    nameHoldersParts(one, form[at + 1]);
    namePart(form, one, form[at - 1]);
    if (one.token !== 'name' || NOT_HOLDER.test(one.best?.phrase ?? '')) continue;
    const before = form[at - 1]?.token ?? 'none';
    const after = form[at + 1]?.token ?? 'none';
    const touchesCard = [form[at - 1], form[at + 1]].some(
      beside => isOfCard(beside) && beside?.field.sections[0] === one.field.sections[0],
    );
    const hasOwnName = form.some(
      other => other !== one && /^(?:name|given-name|family-name)$/.test(other.token),
    );
    const between = before.startsWith('cc-') && after.startsWith('cc-');
    const alone = form.every(other => other === one || BESIDE_CARD.test(other.token));
    if (between || (touchesCard && (hasOwnName || alone))) one.token = 'cc-name';
  }
}

// Family and given name under the holder's label.
function nameHoldersParts(one: DecodedField, next: DecodedField | undefined): void {
  const part = one.candidates.map(({ token }) => token).find(isPartOfName);
  if (!part || !next || !isPartOfName(next.token) || next.token === part) return;
  if (!one.candidates.some(({ token }) => token === 'cc-name')) return;
  one.token = `cc-${part}`;
  next.token = `cc-${next.token}`;
}

// Parts of a name beside a card and nobody's address, or the second one under "card name".
function namePart(form: readonly DecodedField[], one: DecodedField, before: DecodedField | undefined): void {
  if (!isPartOfName(one.token)) return;
  const isSecond = before?.token === 'cc-name' && one.candidates.some(({ token }) => token === 'cc-name');
  const isAlone = form.every(({ token }) => BESIDE_PARTS.test(token) || isPartOfName(token));
  if (isSecond || (isAlone && form.some(({ token }) => token === 'cc-number'))) one.token = `cc-${one.token}`;
}

function isPartOfName(token: FieldToken): token is 'given-name' | 'family-name' {
  return token === 'given-name' || token === 'family-name';
}
