import { foldIdentifier } from './fold-text.ts';

// What page frameworks put in front of the name a developer wrote.
const SCAFFOLD =
  /^(?:ctl\d*|cph\w*|.*placeholder\w*|.*masterframe.*|aspnetform|utf8|u?string|records?|list|\d+)$/i;
const CONTROL_PREFIX = /^(?:txt|ddl|cbo|tbx|drpdwn)(?=[a-z_]{2})/i;
const PATH = /[$:.[\]<>/]+/;
const ASP_ID = /(?:^|_)(?:ctl\d+|\w*?placeholder\d*)(?=_)/gi;
// Steps that mean nothing without the one before them.
const GENERIC = /^_?(?:number|no|code|value|text|id|type|input|field|line|part|ext|prefix|month|year)_?\d*$/i;
const KIND_OF_CARD = /(?:credit|debit|payment) ?card/g;
const NUMBERED = /^[a-z]_?\d+$/i;
const CARD = /^(?:credit|debit|payment)?_?-?(?:card|cc)(?:info|details|data|form)?$/i;

/**
 * The folded words of a `name` or `id` that say something: the last step of a path such as
 * `ctl00$Main$address$txtCity`, without what the framework adds, and the one before it where the last alone says
 * little. `s3`, a letter with a number, says nothing but its place.
 */
export function readIdentifier(identifier: string): string {
  if (NUMBERED.test(identifier)) return '';
  const steps = identifier.replace(ASP_ID, '').split(PATH).filter(Boolean);
  const said = steps.filter(step => !SCAFFOLD.test(step));
  const [last = '', before = ''] = (said.length > 0 ? said : steps).toReversed();
  const own = last.replace(CONTROL_PREFIX, '');
  if (CARD.test(before)) return foldIdentifier(`card ${own}`);
  return foldIdentifier(GENERIC.test(own) ? `${before} ${own}` : own).replace(KIND_OF_CARD, 'card');
}
