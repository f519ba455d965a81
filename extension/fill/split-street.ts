export interface SplitStreet {
  street: string;
  houseNumber: string;
  /** The other lines of the address. */
  rest: string[];
}

const NUMBER_FIRST = /^(\d+\s?[a-z]?(?:[-/]\d+[a-z]?)?),?\s+(.+)$/i;
const NUMBER_LAST = /^(.+?\D)[\s,]+(?:nr\.?\s?|no\.?\s?|n°\s?)?(\d+\s?[a-z]?(?:[-/]\d*\s?[a-z]?)?)$/i;

/** Finds the line with the street and parts its house number from it; null where no line has one. */
export function splitStreet(lines: readonly string[]): SplitStreet | null {
  for (const [at, line] of lines.entries()) {
    const rest = lines.filter((_, other) => other !== at);
    const first = NUMBER_FIRST.exec(line);
    if (first?.[1] && first[2]) return { street: first[2], houseNumber: first[1], rest };
    const last = NUMBER_LAST.exec(line);
    if (last?.[1] && last[2] && !/^(?:unit|pmb|apt|suite|c\/o)\b/i.test(line)) {
      return { street: last[1].replace(/,$/, '').trim(), houseNumber: last[2], rest };
    }
  }
  return null;
}
