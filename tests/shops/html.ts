/** A piece of HTML that is safe to put in a page. */
export interface Html {
  readonly markup: string;
}

type Part = Html | string | number | false | undefined | readonly Part[];

/** Template tag: every value is escaped unless it is itself `Html`. */
export function html(strings: TemplateStringsArray, ...values: readonly Part[]): Html {
  return { markup: strings.map((text, index) => text + renderPart(values[index])).join('') };
}

/** Marks text of ours (an SVG, a style sheet) as HTML without escaping it. */
export function trustHtml(markup: string): Html {
  return { markup };
}

function renderPart(value: Part): string {
  if (value === undefined || value === false) return '';
  if (typeof value === 'string') return escapeText(value);
  if (typeof value === 'number') return String(value);
  return 'markup' in value ? value.markup : value.map(renderPart).join('');
}

function escapeText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
