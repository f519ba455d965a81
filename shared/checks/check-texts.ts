import type { Locale } from '../api/locale.ts';
import type { CheckName } from '../api/operators.ts';
import en from './en.json' with { type: 'json' };
import ja from './ja.json' with { type: 'json' };
import ko from './ko.json' with { type: 'json' };

/** What is wrong by a check (`count` things), and what to do about it. */
export type CheckTextKey = `check.${CheckName}` | `check_advice.${CheckName}`;

/** ICU MessageFormat, for the doctor and for the operator's page; a check without words does not compile. */
export const CHECK_TEXTS: Record<Locale, Record<CheckTextKey, string>> = { en, ko, ja };
