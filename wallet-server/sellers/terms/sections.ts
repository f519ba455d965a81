/** What the agreement with a member shop says in one language: a heading, and each section by what it is about. */
export interface TermsSections {
  title: string;
  whatYouGet: string;
  shipping: string;
  heldMoney: string;
  disputes: string;
  whatYouDoNot: string;
  keys: string;
  payouts: string;
  end: string;
  changes: string;
}

export type SectionName = Exclude<keyof TermsSections, 'title'>;
