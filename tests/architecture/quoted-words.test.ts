import { expect, test } from 'vitest';
import { CATALOGUES } from '#extension/ui/text.ts';
import { TEXTS } from '#server/mail/texts.ts';
import { LOCALES } from '#shared/api/locale.ts';

/** Words of a screen as texts name them, in the quotation marks of each language; `{name}` is nobody's word. */
const QUOTED = /“([^”{}]+)”|‘([^’{}]+)’|「([^」{}]+)」/g;

const straighten = (words: string) => words.replaceAll('’', "'");

test.each(LOCALES)('what texts in %s name in quotation marks stands on a screen in these words', locale => {
  const onScreens = new Set<string>(Object.values(CATALOGUES[locale]));
  const texts = [...Object.values(TEXTS[locale]), ...onScreens];
  const named = texts.flatMap(text =>
    [...text.matchAll(QUOTED)].map(found => straighten(found.slice(1).join(''))),
  );
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter(words => !onScreens.has(words))).toEqual([]);
});
