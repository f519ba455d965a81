/** Countries whose cards the pages are filled with. */
export type PageCountry =
  | 'US'
  | 'GB'
  | 'DE'
  | 'FR'
  | 'NL'
  | 'JP'
  | 'KR'
  | 'BR'
  | 'CN'
  | 'AU'
  | 'TW'
  | 'IN'
  | 'IT'
  | 'CA';

/** A checkout that does one thing about which people complain of what fills forms. */
export interface ComplaintPage {
  /** Path of the page, and its client's file where it has one. */
  name: string;
  /** What goes wrong elsewhere, as a sentence that holds here. */
  complaint: string;
  country: PageCountry;
  /** The `lang` of the page. */
  language: string;
  /** What stands in the form: `data-key` names each control in the order, and by it the rule that it must pass. */
  fields: string;
  /** Runs in the page, as a module of the page's own. */
  script?: string;
  /** Whether `clients/<name>` draws the form: a real framework or library. */
  client?: boolean;
  /** The button between two steps, each of which is filled. */
  next?: string;
  /** Whether the page asks for a card: then a payment is made. */
  card?: boolean;
  /** What the order must hold beside what the rules ask: texts, or patterns between slashes. */
  holds?: Record<string, string>;
  /** Keys that the shop finds fault with, since only their owner can fill them. */
  faults?: string[];
  /** Fields that stay unfilled, by label, and why. */
  unfilled?: Record<string, string>;
}
