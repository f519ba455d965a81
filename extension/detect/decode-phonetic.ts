import type { DecodedField } from './decode-sequence.ts';
import type { FieldToken } from './field-description.ts';
import { foldIdentifier, foldText } from './fold-text.ts';

const PHONETIC =
  /フリガナ|ふりがな|ヨミガナ|よみがな|よみかた|ヨミ$|読み仮名|読みがな|ひらがな|(?:カタ)?カナ(?!ダ)|[名氏姓 ]かな|\b(?:furigana|katakana|hiragana|kana|phonetic)\b/;
const PHONETIC_CODE = / (?:\w*kana|furigana|hurigana|yomi(?:gana)?|phonetic) /;
const FAMILY = /姓|名字|苗字|セイ|せい|氏(?!名)|\b(?:last|family|sei)/;
const GIVEN = /名(?![前字])|メイ|めい|\b(?:first|given|mei)/;
const FAMILY_ALONE = / (?:セイ|せい) $/;
const GIVEN_ALONE = / (?:メイ|めい) $/;
const NAMES: ReadonlySet<FieldToken> = new Set(['name', 'given-name', 'family-name', 'none']);

/**
 * Japanese forms ask for a name twice, the second time as it is read. Such a field is no name, and one that asks how
 * anything else is read is none of ours.
 */
export function decodePhonetic(form: readonly DecodedField[]): void {
  for (const one of form) {
    const said = readSaid(one);
    if (said === null) continue;
    one.token = NAMES.has(one.token) && one.field.tag === 'input' ? namePart(one, said) : 'none';
  }
  for (const [at, one] of form.entries()) {
    const next = form[at + 1];
    if (one.token !== 'phonetic-name' || next?.token !== 'phonetic-name') continue;
    if (next.field.texts.length > 0 && !isSameText(one, next)) continue;
    one.token = 'phonetic-family-name';
    next.token = 'phonetic-given-name';
  }
}

function isSameText(one: DecodedField, other: DecodedField): boolean {
  const [own, others] = [one, other].map(({ field }) => field.texts.map(({ text }) => text).join());
  return own === others;
}

// What it says beside that it is about reading; null where it does not say so.
function readSaid({ field }: DecodedField): string | null {
  const texts = field.texts.filter(({ source }) => source !== 'after').map(({ text }) => foldText(text));
  const code = foldIdentifier(field.name || field.id);
  const alone = texts.some(text => FAMILY_ALONE.test(text) || GIVEN_ALONE.test(text));
  if (!alone && !texts.some(text => PHONETIC.test(text)) && !PHONETIC_CODE.test(code)) return null;
  return [...texts, code].join(' ');
}

function namePart({ token }: DecodedField, said: string): FieldToken {
  if (token === 'given-name' || token === 'family-name') return `phonetic-${token}`;
  const rest = said.replace(/フリガナ|ふりがな|氏名|お名前|名前/g, '');
  const [family, given] = [FAMILY.test(rest), GIVEN.test(rest)];
  if (token === 'none' && !family && !given && /住所|会社|法人|団体|店舗|部署|address|company/.test(rest))
    return 'none';
  if (family === given) return 'phonetic-name';
  return family ? 'phonetic-family-name' : 'phonetic-given-name';
}
