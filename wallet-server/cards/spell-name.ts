import type { HubCountry } from '#shared/address/country-rules.ts';
import { NAMES } from './meaningless-names.ts';

interface SpelledName {
  name: string;
  givenName: string;
  familyName: string;
}

type Spellings = Partial<Record<HubCountry, readonly [given: string, family: string]>>;

/** How the names are read, in katakana, in their order. */
const READINGS: Spellings = {
  JP: [
    'アオイ レン ヒナ ミナト ユイ イツキ リン ショウ カオル チヒロ',
    'サトウ スズキ タカハシ タナカ イトウ ワタナベ ヤマモト ナカムラ コバヤシ カトウ',
  ],
};

/** The names in Latin letters as passports write them, in their order. */
const LATIN: Spellings = {
  JP: [
    'Aoi Ren Hina Minato Yui Itsuki Rin Sho Kaoru Chihiro',
    'Sato Suzuki Takahashi Tanaka Ito Watanabe Yamamoto Nakamura Kobayashi Kato',
  ],
  KR: [
    'Jiwoo Seojun Hayoon Dohyun Sua Minjae Yujin Hyunwoo Jimin Eunseo',
    'Kim Lee Park Choi Jung Kang Cho Yoon Jang Lim',
  ],
  CN: [
    'Zihan Yuhang Zixuan Chen Jingyi Siyuan Wen Yutong Jia Mingxuan',
    'Wang Li Zhang Liu Chen Yang Zhao Huang Zhou Wu',
  ],
  TW: [
    'Chiahao Yichun Kuanyu Yating Chengen Tzuching Yiting Pinyen Chunchieh Hsinyi',
    'Chen Lin Huang Chang Li Wang Wu Liu Tsai Yang',
  ],
};

/** A drawn name as it is read and in Latin letters; null where its country needs neither. */
export function spellName(
  country: HubCountry,
  given: string,
  family: string,
): { phonetic: SpelledName | null; latin: SpelledName | null } {
  const phonetic = spell(READINGS, country, [given, family]);
  const latin = spell(LATIN, country, [given, family]);
  return {
    phonetic: phonetic && { ...phonetic, name: `${phonetic.familyName} ${phonetic.givenName}` },
    latin: latin && { ...latin, name: `${latin.givenName} ${latin.familyName}` },
  };
}

function spell(spellings: Spellings, country: HubCountry, parts: [given: string, family: string]) {
  const spelled = parts.map((part, at) => {
    const place = NAMES[country][at]?.split(' ').indexOf(part) ?? -1;
    return spellings[country]?.[at]?.split(' ')[place];
  });
  const [givenName, familyName] = spelled;
  return givenName && familyName ? { givenName, familyName } : null;
}
