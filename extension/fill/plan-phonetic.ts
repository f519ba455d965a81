import type { FieldDescription, FieldToken } from '../detect/field-description.ts';
import type { VirtualIdentity } from './identity.ts';

const HIRAGANA = /ひらがな|ふりがな|よみがな|かな|せい|めい/;
const HALF_WIDTH = /半角|[\uff66-\uff9f]/;
/** An example of two words. */
const PARTED = /[\p{Script=Katakana}\p{Script=Hiragana}][ \u3000]+[\p{Script=Katakana}\p{Script=Hiragana}]/u;

/** The name as it is read, first in the letters that the field asks for: katakana where it does not say. */
export function listPhoneticNames(
  token: FieldToken,
  field: FieldDescription,
  { phonetic }: VirtualIdentity,
): string[] {
  if (!phonetic) return [];
  const text = field.texts.map(one => one.text).join(' ');
  const katakana = listParts(token, field, phonetic);
  const hiragana = katakana.map(toHiragana);
  const half = katakana.map(toHalfWidth);
  if (HALF_WIDTH.test(text)) return [...half, ...katakana, ...hiragana];
  return HIRAGANA.test(text) ? [...hiragana, ...katakana] : [...katakana, ...hiragana, ...half];
}

type SpelledName = NonNullable<VirtualIdentity['phonetic']>;

function listParts(token: FieldToken, field: FieldDescription, name: SpelledName): string[] {
  if (token === 'phonetic-given-name') return [name.givenName];
  if (token === 'phonetic-family-name') return [name.familyName];
  const example = field.texts.find(one => one.source === 'placeholder')?.text ?? '';
  // Japanese keyboards write the wide space.
  const separators = PARTED.test(example) ? ['\u3000', ' ', ''] : ['', '\u3000', ' '];
  return separators.map(between => `${name.familyName}${between}${name.givenName}`);
}

/** Katakana stand 96 places after hiragana in Unicode. */
function toHiragana(katakana: string): string {
  return katakana.replace(/[ァ-ヶ]/g, letter => String.fromCharCode(letter.charCodeAt(0) - 0x60));
}

const FULL =
  'ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン゛゜';

/** JIS X 0201: letters in the order of their half-width forms, voiced marks apart. */
function toHalfWidth(katakana: string): string {
  const apart = katakana
    .normalize('NFD')
    .replace(/\u3099/g, '゛')
    .replace(/\u309a/g, '゜')
    .replace(/\u3000/g, ' ');
  return apart.replace(/./gu, letter => {
    const at = FULL.indexOf(letter);
    return at < 0 ? letter : String.fromCharCode(0xff66 + at);
  });
}
