import type { FieldDescription, FieldToken } from './field-description.ts';
import { foldText } from './fold-text.ts';
import { readIdentifier } from './read-identifier.ts';
import type { PhraseMatch } from './rules/find-phrases.ts';
import { matchIdentifier, namesAnother, namesAThing } from './rules/match-rules.ts';
import { TRAP_TEXT } from './trap-text.ts';
import { type AddVote, addMatches, type Votes } from './votes.ts';

const IDENTIFIER_WEIGHTS = { name: 8, id: 4, idAlone: 7, again: 1.5 };
/** Score of a label that says one thing and nothing else. */
const CLEAR_LABEL = 6.1;
const AGAINST_LABEL = 0.7;
/** Towns and districts are mostly lines of an address to developers. */
const AGAINST_PLACE = 0.5;
const LOGIN_IDENTIFIER = 0.7;
const TRAP_WEIGHT = 40;
const TRAPS =
  / (?:honey ?pot|hpot|surname confirm|dummy|no ?spam|leave blank|do not fill|bot ?field|bot ?check|bot ?test) /;

/** What the texts alone say, where an identifier often says something else. */
export interface SaidByText {
  saysMail: boolean;
  saysLoginAlone: boolean;
  /** Whether a name of any kind is named. */
  saysName: boolean;
  /** What a whole label says. */
  clear: FieldToken | null;
  /** What the texts say most. */
  best: FieldToken | null;
}

/** Reads what the votes of the texts say together. */
export function readSaid(votes: Votes): SaidByText {
  const weigh = (key: string): number => votes.get(key)?.score ?? 0;
  const best = [...votes.values()].toSorted((a, b) => b.score - a.score)[0];
  return {
    saysMail: weigh('email:null') > 6 && !votes.has('none:username'),
    saysLoginAlone: weigh('none:username') > 6 && weigh('name:null') < 2,
    saysName: [...votes.values()].some(({ token }) => token.endsWith('name')),
    clear: best && best.score >= CLEAR_LABEL ? best.token : null,
    best: best && !best.other ? best.token : null,
  };
}

// What refines a label does not speak against it.
function familyOf(token: FieldToken): string {
  return /name$/.test(token) ? 'name' : (/^address-le|^[^-]*/.exec(token)?.[0] ?? '');
}

/** Weighs what developers call the field. They call many things "user…"; what people can read instead counts more. */
export function addIdentifiers(add: AddVote, field: FieldDescription, said: SaidByText): void {
  const { saysMail, saysLoginAlone, clear, saysName, best } = said;
  const unnamed = field.texts.length > 0 && !saysName;
  const thing = saysLoginAlone || field.texts.some(one => namesAThing(foldText(one.text)));
  const login = saysMail ? 0 : field.texts.length > 0 ? LOGIN_IDENTIFIER : 1;
  const addIdentifier = (identifier: string, weight: number): boolean => {
    const another = thing || (unnamed && namesAnother(identifier));
    const all = matchIdentifier(identifier).filter(
      one => !another || !/^(?:cc-number|name)$/.test(one.token),
    );
    if (all.length === 0) return false;
    // "Ville" called `villeEtablissement`: the rest of it only says whose.
    const agreed = all.filter(one => one.token === best);
    const found = agreed.length > 0 ? agreed : all;
    const length = Math.min(16, identifier.length - 2);
    const isLogin = (one: PhraseMatch): boolean => one.other === 'username';
    const others = found.filter(one => !isLogin(one));
    const against = others.filter(one => clear && familyOf(one.token) !== familyOf(clear));
    const spoken = others.filter(one => !against.includes(one));
    addMatches(add, spoken, weight, length);
    const isPlace = clear?.startsWith('address-le') && against[0]?.token.startsWith('address');
    addMatches(add, against, weight * (isPlace ? AGAINST_PLACE : AGAINST_LABEL), length);
    addMatches(add, found.filter(isLogin), weight * login * (spoken[0] ? LOGIN_IDENTIFIER : 1), length);
    return found.length > 0;
  };
  const [name = '', id = ''] = [field.name, field.id.replace(/^id_/, '')].map(readIdentifier);
  const named = addIdentifier(name, IDENTIFIER_WEIGHTS.name);
  if (id === name) addIdentifier(id, field.id === field.name ? 0 : IDENTIFIER_WEIGHTS.again);
  else addIdentifier(id, named ? IDENTIFIER_WEIGHTS.id : IDENTIFIER_WEIGHTS.idAlone);
  if (isTrap(field, name, id)) add('none', 'other', TRAP_WEIGHT, '');
}

// `hp` is a telephone where people see it; what searches a list is shown once the list is open.
function isTrap({ visible, texts }: FieldDescription, name: string, id: string): boolean {
  const isNamedSo = (one: string) => TRAPS.test(one) || (!visible && /^ hp $| search $/.test(one));
  return isNamedSo(name) || isNamedSo(id) || texts.some(one => TRAP_TEXT.test(one.text));
}
