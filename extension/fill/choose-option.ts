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
    if (exact >= 0) return exact;
  }
  for (const word of words) {
    const numeric = /^\d+$/.test(word)
      ? folded.findIndex(one => [one.code, one.text].some(own => stripZeros(own) === stripZeros(word)))
      : -1;
    if (numeric >= 0) return numeric;
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

// Abbreviations have points now and then: `B.C.`.
function foldChoice(text: string): string {
  return foldText(text.replace(/(?<=\b\p{L})\.(?=\p{L}\b|\s|$)/gu, '')).trim();
}

function stripZeros(text: string): string {
  return text.replace(/^0+(?=\d)/, '');
}
