import { foldText } from '../detect/fold-text.ts';

/** An option of a select or list: its code, where it has one, and what a person reads. */
export interface Choice {
  value: string;
  text: string;
}

/** The place of the option that means one of `wanted`, best first; -1 where none does. */
export function findChoice(options: readonly Choice[], wanted: readonly string[]): number {
  const folded = options.map(one => ({ code: foldText(one.value).trim(), text: foldChoice(one.text) }));
  const words = wanted.map(one => foldText(one).trim()).filter(one => one !== '');
  for (const word of words) {
    const exact = folded.findIndex(one => one.text === word || one.code === word);
    if (exact >= 0) return /^\d+$/.test(word) ? heedTexts(folded, words, exact) : exact;
  }
  for (const word of words) {
    const numeric = /^\d+$/.test(word)
      ? folded.findIndex(one => [one.code, one.text].some(own => stripZeros(own) === stripZeros(word)))
      : -1;
    if (numeric >= 0) return heedTexts(folded, words, numeric);
  }
  for (const word of words.filter(one => one.length > 2 || /^\+|[^\p{Script=Latin}\d]/u.test(one))) {
    const within = folded.findIndex(one => ` ${one.text} `.includes(` ${word} `));
    if (within >= 0) return within;
  }
  return -1;
}

/** The value of that option, or null. */
export function chooseOption(options: readonly Choice[], wanted: readonly string[]): string | null {
  return options[findChoice(options, wanted)]?.value ?? null;
}

interface FoldedChoice {
  code: string;
  text: string;
}

// A code may count from nought or from anywhere: what a person reads in another option is truer.
function heedTexts(options: readonly FoldedChoice[], words: readonly string[], byCode: number): number {
  const says = ({ text }: FoldedChoice): boolean => words.some(word => ` ${text} `.includes(` ${word} `));
  const chosen = options[byCode];
  const said = options.findIndex(says);
  return said < 0 || (chosen && says(chosen)) ? byCode : said;
}

// Abbreviations have points now and then: `B.C.`; years and months their sign in East Asia.
function foldChoice(text: string): string {
  const plain = text.replace(/(?<=\b\p{L})\.(?=\p{L}\b|\s|$)/gu, '').replace(/(?<=\d)[年月년월]/g, ' ');
  return foldText(plain).trim();
}

function stripZeros(text: string): string {
  return text.replace(/^0+(?=\d)/, '');
}
