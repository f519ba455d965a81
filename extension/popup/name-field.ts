import type { Text } from '../ui/text.ts';
import { toMeaning } from '../why/meanings.ts';

/** What a field of a page is called: by the page, else by what it asks for, in the words of the screen. */
export function nameField(
  { label, token }: { label: string; token: string },
  { t }: Pick<Text, 't'>,
): string {
  if (label !== '') return label;
  const meaning = toMeaning(token);
  return meaning === 'none' ? t('why.nameless') : t(`meaning.${meaning}`);
}
