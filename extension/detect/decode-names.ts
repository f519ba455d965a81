import type { DecodedField } from './decode-sequence.ts';
import type { FieldDescription, FieldToken } from './field-description.ts';
import { isListed } from './rules/match-rules.ts';

const OF_A_PERSON = /^(?:given|family|additional|name|email|tel|address-l(?:ine|evel1))/;
const OTHERS =
  /emerg|r[eé]f[eé]rence|spouse|of kin|notfall|urgenc|緊急|비상|honou?ree|\bin (?:honou?r|memory)|\btribute|dedicat|guardian|entre .{0,5}calles|find .{0,12}(?:registry|wish ?list)/i;
const INITIAL_LENGTH = 2;
const LOGIN_SCORE = 4;
const PARTS: ReadonlySet<FieldToken> = new Set(['given-name', 'family-name']);
const PART_SCORE = 6;
const LEAST_NAMED = 2;
/** Of a label that says one thing and nothing else. */
const WHOLE_LABEL = 8.5;

const FIRST = /first|fname|given/i;
const LAST = /last|lname|sur|family/i;

/** Full names against parts, and what a lone loose word means. */
export function decodeNames(form: readonly DecodedField[]): void {
  pairShown(form);
  pairSilent(form);
  dropDecoys(form);
  const account = form.some(one => one.field.type === 'password');
  for (const [at, one] of form.entries()) {
    if (isInitial(form, at)) one.token = 'additional-name';
    if (isLogin(one, account) || isAnothers(one)) one.token = 'none';
    if (isPersonToo(form, one)) one.token = 'name';
    if (one.token === 'name' && saysWhereTo(one)) one.token = nameWhereTo(form.slice(at + 1));
  }
  for (const one of form) one.token = completeName(form, one);
}

// Below "Emergency contact" stands who is called, below "Find a registry" who marries; neither buys. Below "Entre qué
// calles" stand other streets.
function isAnothers({ token, field }: DecodedField): boolean {
  return OF_A_PERSON.test(token) && OTHERS.test(field.sections[0] ?? '');
}

// "Name / company" where a parcel is sent and nothing else names the person.
function isPersonToo(form: readonly DecodedField[], { token, candidates }: DecodedField): boolean {
  if (token !== 'organization' || !candidates.some(one => one.token === 'name' && one.score > LEAST_NAMED))
    return false;
  return (
    form.some(one => one.token === 'address-line1') &&
    !form.some(one => /^(?:given-|family-)?name$/.test(one.token))
  );
}

// "Ship to": the person where the street is asked for behind it, and else the street.
function saysWhereTo({ best }: DecodedField): boolean {
  return / to$/.test(best?.phrase ?? '');
}

function nameWhereTo(rest: readonly DecodedField[]): FieldToken {
  const next = rest.find(({ token }) => /^(?:address|postal)-/.test(token))?.token;
  return !next ? 'none' : next === 'address-line1' ? 'name' : 'address-line1';
}

// What a word for a name means beside the others.
function completeName(form: readonly DecodedField[], one: DecodedField): FieldToken {
  const { token } = one;
  if (token !== 'name' && !PARTS.has(token)) return token;
  if (token === 'name' && stands(form, one, 'family-name') && !stands(form, one, 'given-name'))
    return 'given-name';
  if (isFamilyBeside(form, one)) return 'family-name';
  const alone = !stands(form, one, 'family-name') && !stands(form, one, 'name');
  if (token === 'given-name' && saysWhole(one) && alone) return 'name';
  if (!PARTS.has(token) || !isLoose(one)) return token;
  if (token === 'given-name' && !stands(form, one, 'family-name')) return 'name';
  const stranded = !stands(form, one, 'given-name') && !stands(form, one, 'name');
  return token === 'family-name' && stranded && !LAST.test(one.field.name) ? 'name' : token;
}

// "Full name" on a control that is called `firstname`.
function saysWhole({ candidates }: DecodedField): boolean {
  return candidates.some(({ token, score }) => token === 'name' && score > WHOLE_LABEL);
}

// "Name" before two inputs that show which part each is.
function pairShown(form: readonly DecodedField[]): void {
  for (const [at, one] of form.entries()) {
    const next = form[at + 1];
    if (one.token !== 'name' || next?.token !== 'name') continue;
    const [first, second] = [one, next].map(({ candidates }) =>
      candidates.find(({ token }) => PARTS.has(token)),
    );
    if (!first || !second || first.token === second.token || Math.min(first.score, second.score) < PART_SCORE)
      continue;
    one.token = first.token;
    next.token = second.token;
  }
}

// "Name" over two inputs that developers call `donor_first` and `donor_last`.
function pairSilent(form: readonly DecodedField[]): void {
  for (const [at, one] of form.entries()) {
    const next = form[at + 1];
    if (one.token !== 'name' || !next) continue;
    if (isNumberedPair(one.field, next.field)) {
      one.token = 'family-name';
      next.token = 'given-name';
    }
    if (next.token !== 'none' || next.candidates.length > 0) continue;
    const [first, last] = [one, next].map(({ field }) => field.name || field.id);
    if (!first || !last || first.replace(FIRST, '') !== last.replace(LAST, '')) continue;
    one.token = 'given-name';
    next.token = 'family-name';
  }
}

// 「お名前」 over `name01` and `name02`
function isNumberedPair(one: FieldDescription, next: FieldDescription): boolean {
  const isNumbered = /1$/.test(one.name) && one.name.replace(/1$/, '2') === next.name;
  return isNumbered && next.texts.length === 0 && /名/.test(one.texts[0]?.text ?? '');
}

// "Vorname", "Name": a bare name right beside a given name, or one that shows which it is.
function isFamilyBeside(form: readonly DecodedField[], one: DecodedField): boolean {
  const shown = one.candidates.some(({ token, score }) => token === 'family-name' && score >= PART_SCORE);
  if (one.token !== 'name' || !(shown || isListed('wholeNames', one.best?.phrase ?? ''))) return false;
  const at = form.indexOf(one);
  const beside = [form[at - 1], form[at + 1]].some(other => other?.token === 'given-name');
  return beside && !stands(form, one, 'family-name');
}

// One or two letters between first and last name, or below the label of all three.
function isInitial(form: readonly DecodedField[], at: number): boolean {
  const { field, token } = form[at] ?? {};
  if (token !== 'none' && token !== 'name') return false;
  if (field?.tag !== 'input' || field.maxLength === null || field.maxLength > INITIAL_LENGTH) return false;
  return /^(?:given-)?name$/.test(form[at - 1]?.token ?? '') && form[at + 1]?.token === 'family-name';
}

// A `name` that says nothing to people between the parts of one, which do.
function dropDecoys(form: readonly DecodedField[]): void {
  for (const [at, one] of form.entries()) {
    if (one.token !== 'name' || one.field.texts.length > 0) continue;
    const beside = [form[at - 1], form[at + 1]].map(other => other?.field.texts[0] && other.token);
    if (beside.includes('given-name') && beside.includes('family-name')) one.token = 'none';
  }
}

// A word that also means "name", on a control that is called the user's where there is an account, or whom to search for.
function isLogin(one: DecodedField, account: boolean): boolean {
  if ((one.token !== 'given-name' && one.token !== 'name') || !isLoose(one)) return false;
  if (one.best?.phrase.includes(' ')) return false;
  return one.candidates.some(
    ({ other, score }) => score > LOGIN_SCORE && (other === 'search' || (other === 'username' && account)),
  );
}

function isLoose(one: DecodedField): boolean {
  return isListed('looseNames', one.best?.phrase ?? '');
}

/** Whether `token` is asked for near `one`. */
function stands(form: readonly DecodedField[], one: DecodedField, token: FieldToken): boolean {
  const at = form.indexOf(one);
  return form.slice(Math.max(0, at - 3), at + 4).some(other => other !== one && other.token === token);
}
