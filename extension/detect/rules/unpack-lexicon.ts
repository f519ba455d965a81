import type { FieldToken } from '../field-description.ts';
import type {
  HashedPhrases,
  InsidePhrase,
  Lexicon,
  Meaning,
  PackedLexicons,
  PackedPhrases,
} from './lexicon.ts';
import type { OtherMeaning } from './rule.ts';

const PROBE_LETTERS = 3;
const WINDOW_BITS = 32;
const WHOLE_ONLY =
  /^(?:.{1,2}|[a-z] [a-z]|number|numero|num|nummer|house|dom|card|holder|inhaber|titular|titulaire|side|door|entrance|block|stair|interior|area|mes|ano|kod|cap|cep|ort|sal|bus|kat|via|lan|signature)$/;
// Developers part `name_first`; in prose these two need their noun.
const WHOLE_IN_PROSE = new RegExp(`${WHOLE_ONLY.source}|^(?:first|last)$`);

export interface Lexicons {
  /** What people write in labels. */
  prose: Lexicon;
  /** What developers write in identifiers. */
  code: Lexicon;
}

/** Makes packed lexicons ready to be asked. */
export function unpackLexicons(packed: PackedLexicons): Lexicons {
  const meanings = packed.meanings.split(' ').map(readMeaning);
  const prose = {
    phrases: unpackPhrases(packed.prose, meanings),
    inside: new Map(),
    wholeOnly: WHOLE_IN_PROSE,
  };
  const inside = groupByProbe(packed.inside, meanings);
  return { prose, code: { phrases: unpackPhrases(packed.code, meanings), inside, wholeOnly: WHOLE_ONLY } };
}

function readMeaning(name: string): Meaning {
  const [token = 'none', other = null] = name.split(':');
  return { token: token as FieldToken, other: other as OtherMeaning | null };
}

function unpackPhrases(packed: PackedPhrases, known: readonly Meaning[]): HashedPhrases {
  const { count, riceBits, meanings: letters } = packed;
  const bytes = atob(packed.hashes);
  const hashes = new Uint32Array(count);
  let bit = 0;
  let hash = 0;
  for (let at = 0; at < count; at++) {
    const high = Math.clz32(~readBits(bytes, bit));
    bit += high + 1;
    hash += (high << riceBits) | (readBits(bytes, bit) >>> (WINDOW_BITS - riceBits));
    bit += riceBits;
    hashes[at] = hash;
  }
  return { hashes, letters, known };
}

/** The 32 bits from `bit` on; only the first 25 are sure. */
function readBits(bytes: string, bit: number): number {
  const at = bit >> 3;
  const window =
    (bytes.charCodeAt(at) << 24) |
    (bytes.charCodeAt(at + 1) << 16) |
    (bytes.charCodeAt(at + 2) << 8) |
    bytes.charCodeAt(at + 3);
  return window << (bit & 7);
}

function groupByProbe(packed: string, meanings: readonly Meaning[]): Map<string, InsidePhrase[]> {
  const inside = new Map<string, InsidePhrase[]>();
  for (const [at, phrases] of packed.split(' ').entries()) {
    const meaning = meanings[at];
    for (const phrase of meaning && phrases ? phrases.split('|') : []) {
      const probe = phrase.slice(0, PROBE_LETTERS);
      const one: InsidePhrase = { phrase, meaning: meaning ?? { token: 'none', other: null } };
      const same = inside.get(probe);
      if (same) same.push(one);
      else inside.set(probe, [one]);
    }
  }
  return inside;
}
