import { ACCOUNT_RULES } from './account-rules.ts';
import { ADDRESS_RULES } from './address-rules.ts';
import { CARD_RULES } from './card-rules.ts';
import { CONTACT_RULES } from './contact-rules.ts';
import { NAME_RULES } from './name-rules.ts';
import { REMARK_RULES } from './remark-rules.ts';
import type { Rule } from './rule.ts';

/** All rules; of two that know the same phrase the first counts more. What ships is `packed-lexicon.ts`, made of them. */
export const RULES: readonly Rule[] = [
  ...CARD_RULES,
  ...NAME_RULES,
  ...CONTACT_RULES,
  ...ADDRESS_RULES,
  ...ACCOUNT_RULES,
  ...REMARK_RULES,
];
