import type { FieldToken } from './field-description.ts';
import type { PhraseMatch } from './rules/find-phrases.ts';
import type { OtherMeaning } from './rules/rule.ts';

/** One meaning with what speaks for it. */
export interface Candidate {
  token: FieldToken;
  other: OtherMeaning | null;
  score: number;
  /** The longest phrase that named it. */
  phrase: string;
}

/** By `token:other`. */
export type Votes = ReadonlyMap<string, Candidate>;

export type AddVote = (token: FieldToken, other: OtherMeaning | null, score: number, phrase: string) => void;

const SECOND_MEANING = 0.45;

/** Adds what phrases mean: more the more of the `length` letters they name, less where another one ends behind them. */
export function addMatches(
  add: AddVote,
  matches: readonly PhraseMatch[],
  weight: number,
  length: number,
): void {
  if (matches.length === 0) return;
  const last = Math.max(...matches.map(one => one.end));
  const said = new Set<string>();
  for (const one of matches.toSorted((a, b) => b.end - a.end)) {
    const meaning = `${one.token}:${one.other}`;
    if (said.has(meaning)) continue;
    said.add(meaning);
    const covered = matches.filter(other => other.token === one.token && other.other === one.other);
    const named = covered.reduce((sum, { start, end }) => sum + end - start, 0);
    const share = Math.min(1, named / Math.max(1, length));
    const head = one.end === last ? 1 : SECOND_MEANING;
    add(one.token, one.other, weight * (0.4 + 0.6 * share) * head, one.phrase);
  }
}
