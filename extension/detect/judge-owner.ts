import type { PhraseMatch } from './rules/find-phrases.ts';
import { isOwn, isStrange } from './rules/match-rules.ts';

/** What has an owner, and how languages go on to say whose it is, or for what. */
const HEADS = /^(?:address-level|country|email|family-n|given-n|name|organ|postal|tel$)/;
const OF_WHOM =
  /^ (?:of|d(?:[aeiou]|[aeo]s|e[lr]|ell[ae])|van|von|ihre[rs]|[ao]n|auf|sur|pa|op|sul|na) (.+)$/;
/** What is said behind whose it is, and what may be said right before. */
const HEADED =
  /^(?:email address|phone|mobile|address|city|state|country|zip|(?:fir|la)st name|full name|na[mv]n|nimi|adi|neve)/;
const LEADING = /^(?:imie|jmeno|nume|nama|имя|ονομα|اسم)$/;
const WHOSE = /([a-z]{3,}) $/;

/**
 * Whether a folded text without spaces at its ends asks for what somebody or something else has: "name of the event",
 * "ville de départ", "landlord phone", "Hestens navn". `all` is what it names.
 */
export function isAnothers(all: readonly PhraseMatch[], text: string): boolean {
  const [one, more] = all.filter(({ other }) => !other);
  if (!one || more) return false;
  const { token, phrase, start, end } = one;
  const before = WHOSE.exec(text.slice(0, start))?.[1];
  const isWhose = before?.endsWith('s') ? HEADS.test(token) : HEADED.test(phrase);
  if (before && isWhose && isStrange(before)) return true;
  const rest = text.slice(end);
  const of = LEADING.test(phrase) ? rest : HEADS.test(token) && OF_WHOM.exec(rest)?.[1];
  return !!of && namesStranger(of);
}

/** Whether the words say whose or what for, and none of them that it is of the one who buys, pays or gets it. */
export function namesStranger(text: string): boolean {
  const words = text.split(' ');
  return words.some(isStrange) && !words.some(isOwn);
}
