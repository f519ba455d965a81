/** One line of the five-stage line in words. */
export interface StageLine {
  name: string;
  mark: 'done' | 'now' | 'later';
  /** The mark in the reader's language, and the date where there is one. */
  note: string;
}

/** What one of our mails says, before it is text or HTML. All of it is in the reader's language. */
export interface Letter {
  locale: string;
  subject: string;
  heading: string;
  paragraphs: string[];
  /** Shown large, and in brackets so that it is found again in a reply. */
  code: { label: string; digits: string } | null;
  facts: ReadonlyArray<{ label: string; value: string }>;
  stages: { title: string; lines: StageLine[]; next: string | null } | null;
  footer: string;
}
