import type { FieldToken } from '../field-description.ts';
import type { OtherMeaning, Rule } from './rule.ts';

export interface Meaning {
  token: FieldToken;
  /** What a `none` is instead. */
  other: OtherMeaning | null;
}

export interface Lexicon {
  /** Folded phrase of words, without outer spaces, to its meanings. */
  words: Map<string, Meaning[]>;
  /** Phrases of scripts without spaces, by their first character. */
  signs: Map<string, { phrase: string; meaning: Meaning }[]>;
  /** Phrases found anywhere inside an identifier that has no separators. */
  inside: { phrase: string; meaning: Meaning }[];
  /** Phrases that count only when nothing else stands beside them. */
  wholeOnly: RegExp;
}

export const SPACELESS = /[\u1100-\u11ff\u3000-\u9fff\uac00-\ud7af\uff00-\uffef]/;
const WHOLE_ONLY =
  /^(?:.{1,2}|[a-z] [a-z]|number|numero|num|nummer|house|dom|card|holder|inhaber|titular|titulaire|side|door|entrance|block|stair|interior|area|mes|ano|kod|cap|cep|ort|sal|bus|kat|via|lan)$/;
// Developers part `name_first`; in prose these two need their noun.
const WHOLE_IN_PROSE = new RegExp(`${WHOLE_ONLY.source}|^(?:first|last)$`);

/** The phrases of `rules` by their words: those of developers (`code`), or those of people. */
export function compileLexicon(rules: readonly Rule[], code: boolean): Lexicon {
  const lexicon: Lexicon = {
    words: new Map(),
    signs: new Map(),
    inside: [],
    wholeOnly: code ? WHOLE_ONLY : WHOLE_IN_PROSE,
  };
  for (const rule of rules) {
    const meaning: Meaning = { token: rule.token, other: rule.meaning ?? null };
    for (const [language, phrases] of Object.entries(rule.words)) {
      if ((language === 'code') !== code) continue;
      for (const phrase of phrases.split('|')) addPhrase(lexicon, phrase, meaning);
    }
  }
  return lexicon;
}

function addPhrase(lexicon: Lexicon, written: string, meaning: Meaning): void {
  if (written.startsWith('~')) {
    lexicon.inside.push({ phrase: written.slice(1), meaning });
    return;
  }
  if (!SPACELESS.test(written)) {
    const known = lexicon.words.get(written);
    if (!known) lexicon.words.set(written, [meaning]);
    else if (!known.some(one => one.token === meaning.token)) known.push(meaning);
    return;
  }
  const first = written.charAt(0);
  const known = lexicon.signs.get(first);
  if (known) known.push({ phrase: written, meaning });
  else lexicon.signs.set(first, [{ phrase: written, meaning }]);
}
