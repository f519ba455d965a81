import type { FieldToken } from './field-description.ts';

/** What a form and the page around it show of what it is for. Texts are folded (`fold-text.ts`). */
export interface PurposeEvidence {
  /** The heading that stands before the form, and those in it. */
  headings: readonly string[];
  buttons: readonly string[];
  /** The page's title, its path, and what its makers call the form. */
  title: string;
  path: string;
  formName: string;
  /** Headings of the page that are not the form's, and the names of its steps. */
  around: string;
  /** What is asked for that has a meaning of ours. */
  tokens: readonly FieldToken[];
  /** What controls with such a meaning are called, by their labels and by their makers. */
  named: string;
  others: readonly OtherControl[];
  /** The words beside boxes and circles to tick. */
  choices: readonly string[];
  /** How many texts of the page show a sum, and how many speak of a total. */
  sums: number;
  totals: number;
  /** Links to a cart. */
  carts: number;
  passwords: number;
  files: number;
  /** What stands around is another page's. */
  framed: boolean;
}

/** A control that asks for nothing of ours. */
export interface OtherControl {
  type: string;
  /** Its label and its name. */
  said: string;
}
