/**
 * A pattern for folded texts (`fold-text.ts`): beginnings of words, parted by `|`, one with a space behind it the whole
 * word; and parts of texts in scripts that part or bend their words otherwise.
 */
export const stems = (spaced: string, joined: string): RegExp => new RegExp(` (?:${spaced})|${joined}`);
