import type { FieldDescription } from '../detect/field-description.ts';
import { speaksLanguageOf } from './format-tel.ts';
import type { VirtualIdentity } from './identity.ts';

const HANGUL = /\p{Script=Hangul}/u;
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
const HAN = /\p{Script=Han}/u;
/** Words of Japanese forms that have no kana in them. */
const JAPANESE = /都道府県|郵便番号|市区町村|氏名/;
const ASKS_LATIN =
  /영문|로마자|ローマ字|英字|英文|拼音|\bin (?:english|roman|latin)|\bromani[sz]ed|\bromaji\b/i;

/** The identity in the letters that a form is written in: a shop abroad reads no others than its own. */
export function chooseSpelling(
  identity: VirtualIdentity,
  fields: readonly FieldDescription[],
  language: string,
): VirtualIdentity {
  const { latin, ...native } = identity;
  if (!latin || isWrittenAtHome(identity.country, fields, language)) return identity;
  return { ...native, ...latin, isLatin: true };
}

/** The same for one field that asks for Latin letters in a form of other ones. */
export function spellForField(identity: VirtualIdentity, { texts }: FieldDescription): VirtualIdentity {
  const { latin, ...native } = identity;
  return latin && texts.some(({ text }) => ASKS_LATIN.test(text))
    ? { ...native, ...latin, isLatin: true }
    : identity;
}

// What a person reads counts before what the page says of its language: templates bring their own `lang`.
function isWrittenAtHome(country: string, fields: readonly FieldDescription[], language: string): boolean {
  const text = fields.flatMap(field => field.texts.map(one => one.text)).join(' ');
  if (!/\p{L}/u.test(text)) return speaksLanguageOf(country, language);
  if (country === 'KR') return HANGUL.test(text);
  const isJapanese = KANA.test(text) || JAPANESE.test(text);
  if (country === 'JP') return isJapanese;
  return HAN.test(text) && !isJapanese && !HANGUL.test(text);
}
