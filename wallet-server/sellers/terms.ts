import type { Locale } from '#shared/api/locale.ts';
import { hashTermsText } from '#shared/seller/terms-signing.ts';
import { EN } from './terms/en.ts';
import { JA } from './terms/ja.ts';
import { KO } from './terms/ko.ts';
import type { SectionName, TermsSections } from './terms/sections.ts';

const LANGUAGES: Record<Locale, TermsSections> = { en: EN, ko: KO, ja: JA };

/** What a shop signs: `version` names what it says; the hash of the text in the language it read is signed. */
interface Terms {
  version: string;
  /** What it says, in the order of the numbers. */
  sections: readonly SectionName[];
}

/**
 * The agreement between Wayveil and a member shop, newest last. A changed text needs a new version, for shops sign its
 * hash; older ones stay as they were signed and bind whoever signed them.
 */
const VERSIONS: readonly [Terms, Terms] = [
  {
    version: '2026-11-1',
    sections: [
      ...(['whatYouGet', 'shipping', 'heldMoney', 'disputes', 'whatYouDoNot', 'keys'] as const),
      ...(['end', 'changes'] as const),
    ],
  },
  {
    version: '2026-11-2',
    sections: [
      ...(['whatYouGet', 'shipping', 'heldMoney', 'disputes', 'whatYouDoNot', 'keys'] as const),
      ...(['payouts', 'end', 'changes'] as const),
    ],
  },
];

/** The version that a shop signs now. */
export const MEMBER_SHOP_TERMS: Terms = VERSIONS[1];

/** The terms of a version, as they were signed; null where there never was one of that name. */
export function findTerms(version: string): Terms | null {
  return VERSIONS.find(terms => terms.version === version) ?? null;
}

/** The text in one language, exactly as it is read and signed. */
export function writeTerms({ sections }: Terms, locale: Locale): string {
  const texts = LANGUAGES[locale];
  const numbered = sections.map((section, index) => `${index + 1}. ${texts[section]}`);
  return [texts.title, ...numbered].join('\n\n');
}

/** What a passkey signs of the terms, in the language in which they were read. */
export function hashTerms(terms: Terms, locale: Locale): string {
  return hashTermsText(writeTerms(terms, locale));
}

/** Whether that is what a shop signs now, by its hash in one of its languages: it says the same in each. */
export function isNewestTerms(read: { termsVersion: string; termsHash: string }): boolean {
  const hashes = Object.keys(LANGUAGES).map(locale => hashTerms(MEMBER_SHOP_TERMS, locale as Locale));
  return read.termsVersion === MEMBER_SHOP_TERMS.version && hashes.includes(read.termsHash);
}

/** What is new in the terms that are signed now, and what is no longer in them, beside those of `version`. */
export function compareTerms(version: string, locale: Locale): { added: string[]; dropped: string[] } {
  const before = findTerms(version)?.sections ?? [];
  const { sections } = MEMBER_SHOP_TERMS;
  const read = (section: SectionName): string => LANGUAGES[locale][section];
  return {
    added: sections.filter(section => !before.includes(section)).map(read),
    dropped: before.filter(section => !sections.includes(section)).map(read),
  };
}
