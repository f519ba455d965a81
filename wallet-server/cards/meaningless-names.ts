import type { HubCountry } from '#shared/address/hub.ts';
import type { Random } from '../app/services.ts';

/** Common names in the script of each hub's country; letters only, so that every form takes them. */
const NAMES: Record<HubCountry, { given: readonly string[]; family: readonly string[] }> = {
  US: {
    given: ['Alex', 'Casey', 'Drew', 'Jamie', 'Jordan', 'Morgan', 'Quinn', 'Riley', 'Robin', 'Taylor'],
    family: ['Baker', 'Carter', 'Cooper', 'Ellis', 'Foster', 'Gray', 'Hayes', 'Mason', 'Palmer', 'Reed'],
  },
  GB: {
    given: ['Ashley', 'Blair', 'Charlie', 'Ellis', 'Frankie', 'Harper', 'Leslie', 'Rowan', 'Sam', 'Terry'],
    family: ['Barnes', 'Clarke', 'Dixon', 'Fisher', 'Harris', 'Marsh', 'Porter', 'Shaw', 'Turner', 'Webb'],
  },
  DE: {
    given: ['Alex', 'Chris', 'Dominique', 'Kim', 'Luca', 'Maxime', 'Noa', 'Robin', 'Sascha', 'Toni'],
    family: [
      'Becker',
      'Fischer',
      'Hartmann',
      'Keller',
      'Lange',
      'Neumann',
      'Richter',
      'Vogel',
      'Weber',
      'Wolf',
    ],
  },
  KR: {
    given: ['지우', '서준', '하윤', '도현', '수아', '민재', '유진', '현우', '지민', '은서'],
    family: ['김', '이', '박', '최', '정', '강', '조', '윤', '장', '임'],
  },
  JP: {
    given: ['葵', '蓮', '陽菜', '湊', '結衣', '樹', '凛', '翔', '薫', '千尋'],
    family: ['佐藤', '鈴木', '高橋', '田中', '伊藤', '渡辺', '山本', '中村', '小林', '加藤'],
  },
};

/** Countries that write the family name first, without a space. */
const FAMILY_FIRST: readonly HubCountry[] = ['KR', 'JP'];

function pick(names: readonly string[], byte: number | undefined): string {
  return names[(byte ?? 0) % names.length] ?? '';
}

/** A name that stands for nobody (S62), drawn by chance. */
export function makeName(
  country: HubCountry,
  random: Random,
): { name: string; givenName: string; familyName: string } {
  const [first, second] = random(2);
  const givenName = pick(NAMES[country].given, first);
  const familyName = pick(NAMES[country].family, second);
  const name = FAMILY_FIRST.includes(country) ? `${familyName}${givenName}` : `${givenName} ${familyName}`;
  return { name, givenName, familyName };
}
