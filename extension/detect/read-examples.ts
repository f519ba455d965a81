import type { FieldDescription, FieldToken } from './field-description.ts';

interface Example {
  token: FieldToken;
  shape: RegExp;
  weight: number;
}

const BEFORE = '^(?:(?:e\\.?g\\.?|ex\\.?|example|z\\.?b\\.?|bijv\\.?|例|〒)[\\s.:：)）]*)?';

function example(token: FieldToken, shape: string, weight: number): Example {
  return { token, shape: new RegExp(BEFORE + shape, 'i'), weight };
}

/** What a placeholder shows is how the answer looks. A date with a day is no expiry. */
const EXAMPLES: readonly Example[] = [
  example('none', '(?:dd|tt|jj|gg|дд) ?[/.-] ?(?:mm|мм|aa) ?[/.-] ?(?:yy|jj|aa|rr|gg|гг)', 12),
  example('none', '(?:mm|yyyy|aaaa|jjjj) ?[/.-] ?(?:dd|mm) ?[/.-] ?(?:yy|dd|jj)', 12),
  example('cc-exp', '.*?(?<!(?:dd|tt|jj|gg) ?[/.-] ?)\\b(?:mm|kk)\\s?[/|-]\\s?(?:yy|jj|aa|rr|gg|åå|vv)', 9),
  example('cc-exp', '(?:мм)\\s?/\\s?(?:гг)', 9),
  example('cc-number', '(?:[\\dxX•*]{4}[ -]?){3}[\\dxX•*]{4}$', 9),
  example('email', '\\S+@\\S+\\.\\w+$', 9),
  example('tel', '\\+?[\\d_x#X]{0,3}[ (]*[\\d_x#X]{3}[) -]+[\\d_x#X]{3,4}[ -][\\d_x#X]{2,4}', 6),
  example('tel', '0\\d{1,4}-\\d{1,4}-\\d{4}$', 6),
  example('postal-code', '(?:\\d{5}(?:-\\d{3,4})?|\\d{3}-\\d{4}|\\d{2}-\\d{3}|\\d{4} ?[A-Z]{2})$', 5),
  example('postal-code', '(?:[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}|[A-Z]\\d[A-Z] ?\\d[A-Z]\\d)$', 5),
];

/** What is in every example, and in few labels. */
const SHOWN = /[\d@/.|_#*•-]|xxx/i;

/** The meanings of which a placeholder of the field is an example. */
export function readExamples(field: FieldDescription): readonly Omit<Example, 'shape'>[] {
  const texts = field.texts.filter(one => SHOWN.test(one.text));
  if (texts.length === 0) return [];
  // An expiry is shown in the label too.
  return EXAMPLES.filter(({ token, shape }) =>
    texts.some(({ source, text }) => (source === 'placeholder' || token === 'cc-exp') && shape.test(text)),
  );
}
