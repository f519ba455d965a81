import type { FieldToken } from '../field-description.ts';

/** Languages whose words a rule knows; `code` is what developers write in identifiers. */
export type RuleLanguage =
  | 'en'
  | 'de'
  | 'fr'
  | 'es'
  | 'it'
  | 'nl'
  | 'pt'
  | 'pl'
  | 'sv'
  | 'da'
  | 'no'
  | 'fi'
  | 'cs'
  | 'ko'
  | 'ja'
  | 'zh-CN'
  | 'zh-TW'
  | 'ru'
  | 'tr'
  | 'hu'
  | 'ro'
  | 'el'
  | 'uk'
  | 'bg'
  | 'hr'
  | 'he'
  | 'vi'
  | 'id'
  | 'ar'
  | 'fa'
  | 'th'
  | 'lt'
  | 'lv'
  | 'et'
  | 'code';

/** Why a control is out of scope; it helps to tell what kind of page it stands on. */
export type OtherMeaning =
  | 'username'
  | 'password'
  | 'one-time-code'
  | 'search'
  | 'gift-card'
  | 'birthday'
  | 'subject'
  | 'message'
  | 'quantity'
  | 'honorific'
  | 'url'
  | 'bank-account'
  | 'tax-id'
  /** What another person or a thing has: whatever is named beside it is not asked of the one who buys. */
  | 'another'
  | 'other';

/**
 * Words that name one meaning. Phrases are folded (lower case, no Latin or Cyrillic marks, single spaces) and
 * parted by `|`. A trailing `*` lets a word go on; Hangul, Kana and Hanzi match anywhere in a text. A leading
 * `~` in `code` matches anywhere in an identifier written in one piece.
 */
export interface Rule {
  token: FieldToken;
  meaning?: OtherMeaning;
  words: Partial<Record<RuleLanguage, string>>;
}
