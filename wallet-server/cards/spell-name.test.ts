import { expect, test } from 'vitest';
import { HUB_COUNTRIES, NATIVE_SCRIPTS } from '#shared/address/country-rules.ts';
import { NAMES } from './meaningless-names.ts';
import { spellName } from './spell-name.ts';

test.each(HUB_COUNTRIES)(
  'every name that is drawn in %s is spelled where its shops or others ask for it',
  country => {
    const [given, family] = NAMES[country].map(names => names.split(' '));
    const pairs = given?.flatMap(one => (family ?? []).map(other => [one, other] as const)) ?? [];
    const spelled = pairs.map(([one, other]) => spellName(country, one, other));
    const latin = spelled.map(one => one.latin?.name);
    const phonetic = spelled.map(one => one.phonetic?.name);
    if (country in NATIVE_SCRIPTS)
      for (const name of latin) expect(name).toMatch(/^[A-Z][a-z]+ [A-Z][a-z]+$/);
    else expect(new Set(latin)).toEqual(new Set([undefined]));
    if (country === 'JP') for (const name of phonetic) expect(name).toMatch(/^[ァ-ヶ]+ [ァ-ヶー]+$/);
    else expect(new Set(phonetic)).toEqual(new Set([undefined]));
  },
);

test('a name that nobody draws has no spelling', () => {
  expect(spellName('JP', '誰', '佐藤')).toEqual({ phonetic: null, latin: null });
});
